package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.turn.OrderTurns;

/**
 * The one door for whatever happens to a return, by a merchant, a shopper or the system, previewed or not. For each step it takes
 * the order's turn, reads the return past what was loaded before, asks the step, the workflow and every guard, queues the mail, lets
 * the step change the return, and writes journal and events: all of it in one transaction, or nothing.
 */
@ForIntegrators
public class ReturnSteps {

    private final ReturnRequests requests;
    private final OrderTurns turns;
    private final List<StepGuard> guards;
    private final Outbox outbox;
    private final StepRecord record;
    private final CurrentReturns current;
    private final Clock clock;

    ReturnSteps(ReturnRequests requests, OrderTurns turns, List<StepGuard> guards, Outbox outbox, StepRecord record,
            CurrentReturns current, Clock clock) {
        this.requests = requests;
        this.turns = turns;
        this.guards = List.copyOf(guards);
        this.outbox = outbox;
        this.record = record;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Does something to a return, for a merchant or the system.
     *
     * @param number of the return, as somebody may have typed it
     * @return the return since; as it was if the step had been done already
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if it was changed since the version that the step is about
     * @throws ReturnRefusedException if something stands against it; nothing was changed
     */
    public ReturnRequest execute(String number, Step step, Actor actor) {
        if (actor.kind() == Actor.Kind.CUSTOMER) {
            throw new IllegalArgumentException("A customer's steps are for their own returns");
        }
        return inTurnOf(number, request -> executeLocked(request, step, actor));
    }

    /**
     * The same for a customer, who can do something to their own returns only.
     *
     * @throws ReturnNotFoundException if the customer has no such return
     */
    ReturnRequest executeForCustomer(String number, Step step, Long customerId, Function<ReturnRequest, Actor> actor) {
        String parsed = ReturnNumber.parse(number).orElseThrow(ReturnNotFoundException::new).value();
        return turns.runOn(() -> requests.findOrderKeyOfCustomer(parsed, customerId).orElseThrow(ReturnNotFoundException::new), order -> {
            ReturnRequest request = current.findOfCustomer(parsed, customerId).orElseThrow(ReturnNotFoundException::new);
            return executeLocked(request, step, actor.apply(request));
        });
    }

    /** With the turn of a return's order, on the return as it is then. */
    private <T> T inTurnOf(String number, Function<ReturnRequest, T> work) {
        String parsed = ReturnNumber.parse(number).orElseThrow(ReturnNotFoundException::new).value();
        return turns.runOn(() -> requests.findOrderKey(parsed).orElseThrow(ReturnNotFoundException::new),
            order -> work.apply(current.find(parsed).orElseThrow(ReturnNotFoundException::new)));
    }

    /** With the order's turn taken and the return read since. */
    ReturnRequest executeLocked(ReturnRequest request, Step step, Actor actor) {
        // Read, since it outlives the transaction.
        int version = request.getVersion();
        if (step.isDone(request)) {
            return request;
        }
        requireVersion(version, step);
        requireNothingAgainst(request, step, actor);
        OutgoingMail mail = step.letter(request).map(letter -> outbox.queue(letter.content(), letter.attachment())).orElse(null);
        Happening happening = happening(actor, step.message(), step.note(), mail);
        step.perform(request, happening);
        record.write(request, happening);
        return request;
    }

    /**
     * Looks at a return for a step that is to be done later, if at all.
     *
     * @param then what to make of it while nobody else can change the return
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if it was changed since the version that the step is about
     * @throws ReturnRefusedException if something stands against it
     */
    <T> T preview(String number, Step step, Actor actor, Function<ReturnRequest, T> then) {
        return inTurnOf(number, request -> {
            requireVersion(request.getVersion(), step);
            requireNothingAgainst(request, step, actor);
            return then.apply(request);
        });
    }

    /** Takes the turn of an order for what is no step on a return that there is already. */
    <T> T inTurn(Supplier<Long> order, Supplier<T> command) {
        return turns.run(order, command);
    }

    /** The same for an order whose customer is found with it. */
    <T> T inTurnOn(Supplier<OrderKey> order, Supplier<T> command) {
        return turns.runOn(order, id -> command.get());
    }

    /** Stores a return that was just made, with the order's turn taken: the first thing that happens to it. */
    ReturnRequest open(ReturnRequest request, Actor actor, String note, OutgoingMail mail) {
        return open(request, actor, note, mail, happening -> { });
    }

    /** @param further what else happens to the return with it, once it has an identifier */
    ReturnRequest open(ReturnRequest request, Actor actor, String note, OutgoingMail mail, Consumer<Happening> further) {
        Happening happening = happening(actor, null, note, mail);
        request.open(happening);
        ReturnRequest stored = requests.save(request);
        happening.publish(new ReturnRequested(stored.getId(), stored.getNumber(), stored.getOrderId()));
        further.accept(happening);
        record.write(stored, happening);
        return stored;
    }

    private static void requireVersion(int version, Step step) {
        step.version().filter(seen -> seen != version).ifPresent(seen -> {
            throw new StaleReturnException();
        });
    }

    private void requireNothingAgainst(ReturnRequest request, Step step, Actor actor) {
        List<Objection> objections = new ArrayList<>(step.objections(request, actor));
        if (objections.isEmpty() && step.to(request) != request.getStatus()
                && !request.nextStatuses(actor).contains(step.to(request))) {
            objections.add(Objection.to("status", "rtn.objection.status.notAllowed"));
        }
        if (objections.isEmpty()) {
            guards.forEach(guard -> objections.addAll(guard.objections(request, step, actor)));
        }
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
    }

    private Happening happening(Actor actor, String message, String note, OutgoingMail mail) {
        return new Happening(actor, Date.from(clock.instant()), message, note, mail);
    }
}
