package org.broadleafreturns.core.request;

import java.util.Optional;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.mail.OutgoingMail;

/**
 * What a step has made of a return, for whoever has just done it.
 *
 * @param status the one that the return has now
 * @param mailed whether there is a mail about that
 * @param held whether that mail waits for what the step has set going
 */
public record StepOutcome(ReturnReference returned, ReturnStatus status, boolean mailed, boolean held) {

    /** Of a return as a command has left it. Behind its last status or correction may stand what further parts have done. */
    public static StepOutcome of(ReturnRequest changed) {
        Optional<OutgoingMail> mail = changed.getJournal().stream()
            .filter(entry -> entry.isStatus() || ReturnRequest.CORRECTED.equals(entry.getKind())).reduce((earlier, later) -> later)
            .map(JournalEntry::getMail);
        return new StepOutcome(ReturnReference.to(changed), changed.getStatus(), mail.isPresent(),
            mail.filter(found -> found.getState() == MailState.HELD).isPresent());
    }
}
