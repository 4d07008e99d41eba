package org.broadleafreturns.core.withdrawal;

import java.time.LocalDate;
import java.util.List;
import org.broadleafreturns.core.mail.MailReport;
import org.broadleafreturns.core.request.StatementChannel;

/**
 * A statement as merchants see it.
 *
 * @param recordedUtc when it was recorded, which is later than when it was stated if somebody has entered it
 * @param orderNumber of the order that it is taken to be about; null if nobody knows of one, or it is gone
 * @param matched how that is known; null while it is being found out
 * @param matchedBy which merchant has said so, or null
 * @param mail what became of the last acknowledgement; null if none was written
 * @param handledBy who has done with it; null while it is new
 * @param enteredBy who has entered it, or null
 */
public record WithdrawalRow(WithdrawalReceipt receipt, String recordedUtc, StatementChannel channel, Long orderId, String orderNumber,
        WithdrawalMatch matched, String matchedBy, List<WithdrawalFlag> flags, MailReport mail, String handledBy, String enteredBy) {

    public boolean isNew() {
        return handledBy == null;
    }

    /** Whether the platform has deleted the order since, as it does with orders that are cancelled. */
    public boolean isOrderGone() {
        return orderId != null && orderNumber == null;
    }

    /** Whether it was entered without an address; of somebody who was forgotten nobody knows. */
    public boolean isWithoutAddress() {
        return receipt.content().email().isEmpty() && !receipt.content().name().isEmpty();
    }

    /** Whether it could not be found out which order it is about, and no merchant has said so since. */
    public boolean isUncompared() {
        return matched == WithdrawalMatch.NONE && flags.contains(WithdrawalFlag.UNCOMPARED);
    }

    /** By when the money has to be back. */
    public LocalDate refundBy() {
        return receipt.refundBy();
    }
}
