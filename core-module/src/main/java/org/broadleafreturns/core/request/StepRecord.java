package org.broadleafreturns.core.request;

import javax.persistence.EntityManager;
import org.broadleafreturns.core.history.Journal;
import org.springframework.context.ApplicationEventPublisher;

/** Writes down what a step did and tells it: journal, the change itself, then whoever listens in the transaction. */
class StepRecord {

    private final Journal journal;
    private final EntityManager entityManager;
    private final ApplicationEventPublisher events;

    StepRecord(Journal journal, EntityManager entityManager, ApplicationEventPublisher events) {
        this.journal = journal;
        this.entityManager = entityManager;
        this.events = events;
    }

    /** @param request that is stored already, or was given to the persistence provider just now */
    void write(ReturnRequest request, Happening happening) {
        journal.add(request.getId(), happening.entries());
        entityManager.flush();
        happening.published().forEach(events::publishEvent);
    }
}
