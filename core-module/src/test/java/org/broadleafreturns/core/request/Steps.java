package org.broadleafreturns.core.request;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.event.ReturnEvents;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.turn.Turns;
import org.hibernate.Session;
import org.mockito.Answers;
import org.springframework.context.ApplicationEventPublisher;

/** The one door for unit tests, without a database. */
final class Steps {

    private Steps() {
    }

    static ReturnSteps of(ReturnRequests requests, ShopOrders orders, Outbox outbox, ApplicationEventPublisher events,
            EntityManager entityManager, Clock clock, StepGuard... guards) {
        return new ReturnSteps(requests, Turns.of(orders), List.of(guards), outbox,
            new StepRecord(mock(Journal.class), entityManager, events, mock(ReturnEvents.class)), current(requests, entityManager), clock);
    }

    /** As if nothing had been read before. */
    static CurrentReturns current(ReturnRequests requests, EntityManager entityManager) {
        Session session = mock(Session.class, Answers.RETURNS_DEEP_STUBS);
        when(entityManager.unwrap(Session.class)).thenReturn(session);
        return new CurrentReturns(requests, entityManager);
    }

    /** What the module itself brings to a change of status, and what a test adds. */
    static StepParts parts(ReturnRequests requests, ShopOrders orders, StepPart... further) {
        return new StepParts(Stream.concat(Stream.of(new LabelPart(), new ReceivedUnitsPart(Fixtures.CHOICES),
            new KeptUnitsPart(), new AcceptedUnitsPart(orders, new TakenQuantities(requests)), new RefusedUnitsPart(Fixtures.CHOICES),
            new NotePart(), new MessagePart()), Stream.of(further)).toList());
    }

    /** What happens without a message. */
    static Happening by(Actor actor, Date when) {
        return saying(actor, null, null, when);
    }

    static Happening saying(Actor actor, String message, String note, Date when) {
        return new Happening(actor, when, message, note, null);
    }
}
