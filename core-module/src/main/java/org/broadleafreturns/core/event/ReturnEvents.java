package org.broadleafreturns.core.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The events of returns: what is stored in a transaction is told to every listener after it commits, and never if it does not. */
@ForIntegrators
public class ReturnEvents {

    /** So many failures, and an event is shown. */
    static final int SHOWN_AFTER = 10;

    private final StoredEvents events;
    private final Deliveries deliveries;
    private final BackgroundTasks tasks;

    ReturnEvents(StoredEvents events, Deliveries deliveries, BackgroundTasks tasks) {
        this.events = events;
        this.deliveries = deliveries;
        this.tasks = tasks;
    }

    /**
     * Stores what happened in the transaction in which it happens. What the session holds is written first, so that the database
     * knows the return: a step does this last.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if the return has an event of that number
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void store(NewReturnEvent event) {
        store(List.of(event));
    }

    /** The same for several events at once, in their order. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void store(List<NewReturnEvent> happened) {
        if (happened.isEmpty()) {
            return;
        }
        List<Long> stored = new ArrayList<>();
        happened.forEach(event -> stored.add(events.save(new ReturnEvent(event)).getId()));
        events.flush();
        deliveries.add(stored);
        tasks.lookAfterCommit();
    }

    /** What listeners have refused ten times or more, most often refused first. */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public List<TroubledDelivery> troubled(int limit) {
        return deliveries.triedAtLeast(SHOWN_AFTER, limit);
    }

    /** Forgets which customer acted in the events of some returns, in the caller's transaction. Entities in memory do not change. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void forget(Collection<Long> returnIds) {
        if (!returnIds.isEmpty()) {
            events.blankActors(Actor.Kind.CUSTOMER, returnIds);
            deliveries.blankMessages(returnIds);
        }
    }
}
