package org.broadleafreturns.core.request;

import org.broadleafreturns.core.history.JournalEntry;

/**
 * What a step has made of a return, for whoever has just done it.
 *
 * @param status the one that the return has now
 * @param mailed whether a mail about that was queued
 */
public record StepOutcome(ReturnReference returned, ReturnStatus status, boolean mailed) {

    /** Of a return as a command has left it. Behind its last status or correction may stand what further parts have done. */
    public static StepOutcome of(ReturnRequest changed) {
        boolean mailed = changed.getJournal().stream()
            .filter(entry -> entry.isStatus() || ReturnRequest.CORRECTED.equals(entry.getKind())).reduce((earlier, later) -> later)
            .map(JournalEntry::getMail).isPresent();
        return new StepOutcome(ReturnReference.to(changed), changed.getStatus(), mailed);
    }
}
