package org.broadleafreturns.admin.withdrawal;

import java.util.List;
import org.broadleafreturns.core.withdrawal.WithdrawalMatch;
import org.broadleafreturns.core.withdrawal.WithdrawalRow;

/**
 * A row of the list. Public for the templates.
 *
 * @param stated day and time, where it was stated
 * @param order as it was typed, or the number of the order that it is about
 * @param orderId null if nobody knows which it is
 * @param match how that is known; null while it is being found out
 * @param flags names of marks
 * @param due by when the money has to be back, in words
 * @param mail the state of its acknowledgement; null if there is none
 */
public record ListedWithdrawal(String number, String stated, String name, String order, Long orderId, String match, List<String> flags,
        String due, String mail, boolean unread) {

    static ListedWithdrawal of(WithdrawalRow row, WithdrawalTexts texts) {
        return new ListedWithdrawal(row.receipt().number(), texts.narrowMoment(row.receipt().stated()), row.receipt().content().name(),
            row.orderNumber() == null ? row.receipt().content().order() : row.orderNumber(), row.orderId(), name(row.matched()),
            row.flags().stream().map(Enum::name).toList(), texts.day(row.refundBy()), row.mail() == null ? null : row.mail().state().name(),
            row.isNew());
    }

    private static String name(WithdrawalMatch match) {
        return match == null ? null : match.name();
    }

    /** Whether no order is known, although somebody has looked. */
    public boolean isWithoutOrder() {
        return match != null && orderId == null;
    }
}
