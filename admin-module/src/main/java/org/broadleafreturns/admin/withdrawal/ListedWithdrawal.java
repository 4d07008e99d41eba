package org.broadleafreturns.admin.withdrawal;

import java.util.List;
import org.broadleafreturns.core.withdrawal.WithdrawalRow;

/**
 * A row of the list. Public for the templates.
 *
 * @param stated day and time, where it was stated
 * @param order as it was typed, or the number of the order that it is about
 * @param compared whether somebody has looked which order it is about
 * @param unmatched in words, why none is known then; null if one is
 * @param flags names of marks
 * @param due by when the money has to be back, in words
 * @param mail the state of its acknowledgement; null if there is none
 */
public record ListedWithdrawal(String number, String stated, String name, String order, boolean compared, String unmatched,
        List<String> flags, String due, String mail, boolean unread) {

    static ListedWithdrawal of(WithdrawalRow row, WithdrawalTexts texts) {
        return new ListedWithdrawal(row.receipt().number(), texts.narrowMoment(row.receipt().stated()), row.receipt().content().name(),
            row.orderNumber() == null ? row.receipt().content().order() : row.orderNumber(), row.matched() != null, texts.shortMatch(row),
            row.flags().stream().map(Enum::name).toList(), texts.day(row.refundBy()), row.mail() == null ? null : row.mail().state().name(),
            row.isNew());
    }
}
