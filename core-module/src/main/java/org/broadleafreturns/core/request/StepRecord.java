package org.broadleafreturns.core.request;

import javax.persistence.EntityManager;
import org.broadleafreturns.core.event.ChangedReturn;
import org.broadleafreturns.core.event.NewReturnEvent;
import org.broadleafreturns.core.event.ReturnEvents;
import org.broadleafreturns.core.history.Journal;
import org.springframework.context.ApplicationEventPublisher;

/** Writes down what a step did and tells it: journal, the change itself, whoever listens in the transaction, and last the events that others hear later. */
class StepRecord {

    private final Journal journal;
    private final EntityManager entityManager;
    private final ApplicationEventPublisher events;
    private final ReturnEvents lasting;

    StepRecord(Journal journal, EntityManager entityManager, ApplicationEventPublisher events, ReturnEvents lasting) {
        this.journal = journal;
        this.entityManager = entityManager;
        this.events = events;
        this.lasting = lasting;
    }

    /** @param request that is stored already, or was given to the persistence provider just now */
    void write(ReturnRequest request, Happening happening) {
        journal.add(request.getId(), happening.entries());
        entityManager.flush();
        happening.published().forEach(events::publishEvent);
        ChangedReturn changed =
            new ChangedReturn(request.getId(), request.getNumber(), request.getOrderId(), request.getVersion());
        lasting.store(happening.told().stream().map(told -> new NewReturnEvent(changed, told.number(), told.kind(),
            happening.when().toInstant(), happening.actor(), happening.actor().ground(), told.values())).toList());
    }
}
