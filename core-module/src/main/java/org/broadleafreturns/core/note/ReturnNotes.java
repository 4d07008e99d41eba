package org.broadleafreturns.core.note;

import java.util.Collection;
import java.util.Set;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnSteps;

/**
 * Notes on returns that merchants write for each other, whatever has become of the return. A note is an entry of the return's
 * journal, with who and when; it changes nothing else, so what somebody has previewed of the return meanwhile still holds. Its
 * customer is neither shown it nor told of it.
 */
@ForIntegrators
public class ReturnNotes {

    /** The kind of the journal's entries whose note it is. */
    public static final String KIND = "NOTE";

    /** The input that objections are to. */
    public static final String INPUT = "note";

    /** How long a note can be, in characters. */
    public static final int LENGTH = ReturnRequest.TEXT_LENGTH;

    private final ReturnSteps steps;
    private final Journal journal;

    ReturnNotes(ReturnSteps steps, Journal journal) {
        this.steps = steps;
        this.journal = journal;
    }

    /**
     * Adds a note.
     *
     * @param number of the return, as somebody may have typed it
     * @param text as it was typed: plain text
     * @param key of the form that it was typed into, so that the same text with the same key once more is no second note; null for
     *     none
     * @param merchant who writes it; never the customer
     * @return the return, as it was if this note had been added already
     * @throws org.broadleafreturns.core.kernel.ReturnNotFoundException if there is no such return
     * @throws org.broadleafreturns.core.kernel.ReturnRefusedException if it is blank, longer than {@link #LENGTH}, or has characters
     *     that not every database takes
     */
    public ReturnRequest add(String number, String text, String key, Actor merchant) {
        return steps.execute(number, new NoteStep(text, key), merchant);
    }

    /** Those of some returns that have notes, by identifier, in one query. Notes that were blanked are none. */
    public Set<Long> among(Collection<Long> returnIds) {
        return journal.noted(returnIds, KIND);
    }
}
