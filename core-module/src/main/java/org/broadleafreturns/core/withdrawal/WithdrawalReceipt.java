package org.broadleafreturns.core.withdrawal;

import java.time.LocalDate;

/**
 * That a statement was received: what it says, and when it came.
 *
 * @param enteredUtc when a merchant has recorded it, which is later; null for what came by way of the page
 * @param sentence that was confirmed, in the language of the statement
 * @param sendBy the last day on which the goods are sent back: the fourteenth after the statement (directive 2011/83/EU, article 14 (1))
 * @param refundBy the last day on which the money is paid back: the fourteenth too (article 13 (1))
 */
public record WithdrawalReceipt(String number, WithdrawalMoment stated, String enteredUtc, WithdrawalContent content, String sentence,
        LocalDate sendBy, LocalDate refundBy) {

    static WithdrawalReceipt of(WithdrawalStatement statement, WithdrawalContent content) {
        LocalDate day = statement.stated().day().plusDays(WithdrawalPeriod.DAYS);
        return new WithdrawalReceipt(statement.getNumber(), statement.stated(),
            statement.getEnteredBy() == null ? null : statement.getRecordedUtc(), content, statement.getSentence(), day, day);
    }
}
