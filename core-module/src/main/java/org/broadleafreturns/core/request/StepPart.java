package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;

/**
 * What a feature adds to the steps that merchants enter: a change of status, and the creation of a return, whose status is then
 * {@link ReturnStatus#REQUESTED}. Each bean of this type takes part, in the order of the beans; a module or shop adds its own, and
 * in the back office a {@code DialogPart} with its inputs. What was entered into a part's inputs is kept with the preview, and
 * done as it was previewed.
 *
 * <p>A part decides on what it reads through the return it is given and through queries for values; the order's turn is taken
 * while it is asked, so that nothing slow may be done. It can be asked twice, when the database gives up the first attempt.
 */
@ForIntegrators
public interface StepPart {

    /** Unlike those of other parts: small letters, digits and dashes, such as {@code gift}. */
    String name();

    /**
     * The names of the texts that are entered for it: its own name, or that with more behind a dot or a bracket, such as
     * {@code gift.message} or {@code gift[12]} for a line; at most 120 characters each. Whatever else is sent is ignored.
     *
     * @param to the status that was chosen
     */
    default Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return Set.of();
    }

    /**
     * What is wrong with what was entered, to be shown beside the inputs that the objections name; nothing may be changed. That the
     * texts of its inputs can be stored at all was looked at before.
     */
    default List<Objection> objections(EnteredStep step) {
        return List.of();
    }

    /**
     * What this part has made of what was entered, to be kept with its preview and found among the inputs when that is applied: by
     * names of {@link #inputs}, whatever was sent by them.
     */
    default Map<String, String> made(EnteredStep step) {
        return Map.of();
    }

    /**
     * What others have done, or the order as it is by now, that stands against it: asked with the above, and anew when a preview is
     * applied. Only for a status that can follow.
     */
    default List<Objection> objectionsByNow(EnteredStep step) {
        return List.of();
    }

    /**
     * What it will do with what was entered, as it stands on the page that the merchant confirms: lines of text in the reader's
     * language. Nothing was objected to.
     *
     * @param articles what the lines are called, by their identifiers
     */
    default List<String> said(EnteredStep step, Map<Long, String> articles, Locale reader) {
        return List.of();
    }

    /**
     * Whether the mail of the step waits until something has come true that this part sets going, such as a refund: the part releases it
     * then by {@code Outbox.release}, and its entry has the mail, {@link Happening#mailId}.
     */
    default boolean holdsMail(EnteredStep step) {
        return false;
    }

    /** Does its own part, after the return has changed: rows of its own, entries of the journal, events. */
    default void perform(EnteredStep step, Happening happening) {
    }
}
