package org.broadleafreturns.core.kernel;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount of money, as people read it: the one place that writes amounts. */
@ForIntegrators
public record Amount(BigDecimal value, Currency currency) {

    /** Where a currency has no sign in the reader's language, Java sets its code close to the number. */
    private static final String BETWEEN_CODE_AND_NUMBER = "(?<=\\p{L})(?=\\d)";

    /** Both together; the other one is in the same currency. */
    public Amount plus(Amount other) {
        return new Amount(value.add(other.value), currency);
    }

    /** The currency's code, such as {@code EUR}. */
    public String code() {
        return currency.getCurrencyCode();
    }

    /** How many digits behind the point the currency has. */
    public int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** With the currency's own digits, for instance <em>€60.58</em> in English and <em>60,58 €</em> in French. */
    public String shownTo(Locale reader) {
        NumberFormat format = NumberFormat.getCurrencyInstance(reader);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits());
        format.setMaximumFractionDigits(Math.max(digits(), value.stripTrailingZeros().scale()));
        return format.format(value).replaceAll(BETWEEN_CODE_AND_NUMBER, "\u00a0");
    }

    /** As it stands in a field, without the currency and in digits that are read again: <em>60.58</em>. */
    public String typed() {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.setScale(Math.max(digits(), shortest.scale())).toPlainString();
    }
}
