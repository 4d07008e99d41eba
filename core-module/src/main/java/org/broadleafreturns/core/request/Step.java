package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.MailContent;

/**
 * One thing that can happen to a return. {@link ReturnSteps} executes it, whoever asks for it: it takes the order's turn, reads the
 * return anew, asks {@link #objections}, the workflow and every {@link StepGuard}, and lets {@link #perform} do it by the verbs of
 * the return. A feature brings steps of its own.
 *
 * <p>A step can be tried twice, when the database gives up the first attempt. It decides on what it reads through the return it
 * is given and through queries for values, never on what was loaded before.
 */
@ForIntegrators
public interface Step {

    /** What guards and logs know it by, such as {@code cancel}. */
    String name();

    /** The version of the return that whoever asks has seen; empty for one that holds whatever happened meanwhile. */
    default Optional<Integer> version() {
        return Optional.empty();
    }

    /** Whether this has happened already, so that a second click changes nothing and is no error. */
    default boolean isDone(ReturnRequest request) {
        return false;
    }

    /** The status that the return would have then; the one that it has unless the step changes it. */
    default ReturnStatus to(ReturnRequest request) {
        return request.getStatus();
    }

    /** What stands against it now; empty if nothing does. Nothing may be changed yet. */
    List<Objection> objections(ReturnRequest request, Actor actor);

    /** Whether {@link #letter} may have something to say; such a step's mail is composed before the order's turn, if it can be. */
    default boolean isTold() {
        return false;
    }

    /**
     * The mail that tells the customer; empty for none. Asked of a step that is {@linkplain #isTold told} before the turn, and in it
     * again if the return has changed since.
     */
    default Optional<Letter> letter(ReturnRequest request) {
        return Optional.empty();
    }

    /** Whether its mail waits for what the step sets going; who does that releases it. */
    default boolean holdsMail(ReturnRequest request) {
        return false;
    }

    /** What the merchant tells the customer, or null. */
    default String message() {
        return null;
    }

    /** What stands in the journal alone, or null. */
    default String note() {
        return null;
    }

    /** Does it: changes the return by its verbs, and notes and tells what else there is. */
    void perform(ReturnRequest request, Happening happening);

    /**
     * A mail as it is to be sent.
     *
     * @param attachment goes with it, or null
     */
    record Letter(MailContent content, ReturnDocument attachment) {
    }
}
