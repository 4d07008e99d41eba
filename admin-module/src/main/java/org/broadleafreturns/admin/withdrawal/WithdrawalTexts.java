package org.broadleafreturns.admin.withdrawal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.WithdrawalMatch;
import org.broadleafreturns.core.withdrawal.WithdrawalMoment;
import org.broadleafreturns.core.withdrawal.WithdrawalRow;
import org.broadleafreturns.core.withdrawal.WithdrawalWords;

/** Says statements in the merchant's language. Public for the templates. */
public class WithdrawalTexts {

    private final MerchantWords words;
    private final WithdrawalWords statements;

    WithdrawalTexts(MerchantWords words, WithdrawalWords statements) {
        this.words = words;
        this.statements = statements;
    }

    /** Day, time and zone, as on the shopper's receipt. */
    public String moment(WithdrawalMoment moment) {
        return statements.moment(moment, locale());
    }

    /** The same without the zone, for a narrow column. */
    String narrowMoment(WithdrawalMoment moment) {
        return moment.said(locale());
    }

    public String day(LocalDate day) {
        return words.day(day);
    }

    public List<String> articles(WithdrawalContent content) {
        return statements.articles(content, locale());
    }

    /**
     * How it is known which order a statement is about. One that is gone is called what the statement says, if that was its number: a
     * merchant may have linked whatever was typed.
     */
    public String match(WithdrawalRow row) {
        String way = "rtn.admin.withdrawal.match." + row.matched().name();
        if (row.isWithoutAddress() && row.matched() == WithdrawalMatch.NUMBER) {
            return message(way + ".unaddressed");
        }
        if (row.isUncompared()) {
            return message(way + ".uncompared");
        }
        return row.isOrderGone() && row.matched() == WithdrawalMatch.MERCHANT ? message(way + ".gone", row.matchedBy())
            : message(way, row.isOrderGone() ? row.receipt().content().order() : row.orderNumber(), row.matchedBy());
    }

    /**
     * Why no order is known although somebody has looked, for a narrow column; null if one is, while it is being found out, or if it was
     * not to be, of which there is a mark.
     */
    String shortMatch(WithdrawalRow row) {
        if (row.matched() == null || row.orderId() != null || row.isUncompared()) {
            return null;
        }
        return message("rtn.admin.withdrawal.match.short."
            + (row.isWithoutAddress() && row.matched() == WithdrawalMatch.NUMBER ? "unaddressed" : "none"));
    }

    public String ground(Objection objection) {
        return words.texts(List.of(objection)).get(0);
    }

    String message(String code, Object... arguments) {
        return words.message(code, arguments);
    }

    MerchantWords words() {
        return words;
    }

    Locale locale() {
        return words.locale();
    }
}
