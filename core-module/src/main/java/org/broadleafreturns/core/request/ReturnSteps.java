package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
 * The one door for whatever happens to a return, by a merchant, a shopper or the system, previewed or not. For each step it composes
 * the mail, takes the order's turn, reads the return past what was loaded before, asks the step, the workflow and every guard, queues the mail, lets
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
        Supplier<ReturnRequest> reading = reading(number);
        Optional<Written> written = written(reading, step, request -> actor);
        return inTurnOf(number, reading, request -> executeLocked(request, step, actor, written));
    }

    /**
     * The same for a customer, who can do something to their own returns only.
     *
     * @throws ReturnNotFoundException if the customer has no such return
     */
    ReturnRequest executeForCustomer(String number, Step step, Long customerId, Function<ReturnRequest, Actor> actor) {
        String parsed = parsed(number);
        Supplier<ReturnRequest> reading =
            () -> current.findOfCustomer(parsed, customerId).orElseThrow(ReturnNotFoundException::new);
        Optional<Written> written = written(reading, step, actor);
        return turns.runOn(() -> requests.findOrderKeyOfCustomer(parsed, customerId).orElseThrow(ReturnNotFoundException::new), order -> {
            ReturnRequest request = reading.get();
            return executeLocked(request, step, actor.apply(request), written);
        });
    }

    private static String parsed(String number) {
        return ReturnNumber.parse(number).orElseThrow(ReturnNotFoundException::new).value();
    }

    /** Reads a return anew. */
    private Supplier<ReturnRequest> reading(String number) {
        String parsed = parsed(number);
        return () -> current.find(parsed).orElseThrow(ReturnNotFoundException::new);
    }

    /** With the turn of a return's order, on the return as it is then. */
    private <T> T inTurnOf(String number, Supplier<ReturnRequest> reading, Function<ReturnRequest, T> work) {
        return turns.runOn(() -> keyOf(number), order -> work.apply(reading.get()));
    }

    private OrderKey keyOf(String number) {
        return requests.findOrderKey(parsed(number)).orElseThrow(ReturnNotFoundException::new);
    }

    /**
     * What was composed before the turn.
     *
     * @param version of the return that it was composed of
     */
    private record Written(int version, Optional<Step.Letter> letter) {
    }

    /** Nothing for what is done already or refused anyway: the turn says so. */
    private Optional<Written> written(Supplier<ReturnRequest> reading, Step step, Function<ReturnRequest, Actor> actor) {
        return !step.isTold() ? Optional.empty() : turns.beforehand(() -> {
            ReturnRequest request = reading.get();
            boolean possible = !step.isDone(request) && step.version().filter(seen -> seen != request.getVersion()).isEmpty()
                && step.objections(request, actor.apply(request)).isEmpty();
            return possible ? new Written(request.getVersion(), step.letter(request)) : null;
        });
    }

    /** With the order's turn taken and the return read since. */
    ReturnRequest executeLocked(ReturnRequest request, Step step, Actor actor) {
        return executeLocked(request, step, actor, Optional.empty());
    }

    private ReturnRequest executeLocked(ReturnRequest request, Step step, Actor actor, Optional<Written> written) {
        // Read, since it outlives the transaction.
        int version = request.getVersion();
        if (step.isDone(request)) {
            return request;
        }
        requireVersion(version, step);
        requireNothingAgainst(request, step, actor);
        Optional<Step.Letter> told = written.filter(composed -> composed.version() == version).map(Written::letter)
            .orElseGet(() -> step.letter(request));
        OutgoingMail mail = told.map(letter -> step.holdsMail(request) ? outbox.queueHeld(letter.content(), letter.attachment())
            : outbox.queue(letter.content(), letter.attachment())).orElse(null);
        Happening happening = happening(actor, step.message(), step.note(), mail);
        step.perform(request, happening);
        record.write(request, happening);
        happening.afterwards().forEach(turns::afterwards);
        return request;
    }

    /**
     * Looks at a return for a step that is to be done later, if at all, and keeps what was seen. It is looked at in nobody's way; in
     * the order's turn is only what is kept, of the return as it was looked at.
     *
     * @param look what to make of it, such as a mail
     * @param keep stores that; it can be asked a second time
     * @throws ReturnNotFoundException if there is no such return
     * @throws StaleReturnException if it was changed since the version that the step is about, or while it was looked at
     * @throws ReturnRefusedException if something stands against it
     */
    <L, T> T preview(String number, Step step, Actor actor, Function<ReturnRequest, L> look, BiFunction<ReturnRequest, L, T> keep) {
        Supplier<Seen<L>> looking = () -> seen(reading(number).get(), step, actor, look);
        Optional<Seen<L>> before = turns.beforehand(looking);
        return turns.runOn(() -> keyOf(number), order -> {
            Seen<L> seen = before.orElseGet(looking);
            if (before.isPresent() && requests.findVersion(seen.request().getId()) != seen.version()) {
                throw new StaleReturnException();
            }
            return keep.apply(seen.request(), seen.made());
        });
    }

    /**
     * A return that was looked at.
     *
     * @param made what was made of it
     */
    private record Seen<L>(ReturnRequest request, int version, L made) {
    }

    private <L> Seen<L> seen(ReturnRequest request, Step step, Actor actor, Function<ReturnRequest, L> look) {
        requireVersion(request.getVersion(), step);
        requireNothingAgainst(request, step, actor);
        return new Seen<>(request, request.getVersion(), look.apply(request));
    }

    /**
     * Asks whether a step could be done now, in nobody's way.
     *
     * @throws ReturnNotFoundException as above; the same holds for the others
     */
    void check(String number, Step step, Actor actor) {
        Supplier<Seen<Boolean>> looking = () -> seen(reading(number).get(), step, actor, request -> true);
        if (turns.beforehand(looking).isEmpty()) {
            looking.get();
        }
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
