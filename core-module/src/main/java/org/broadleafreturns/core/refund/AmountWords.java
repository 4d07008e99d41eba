package org.broadleafreturns.core.refund;

import java.util.Locale;
import org.broadleafcommerce.common.money.Money;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** Says amounts of money in the reader's language, with as many digits as the currency has. */
@ForIntegrators
public final class AmountWords {

    private AmountWords() {
    }

    public static String of(Money amount, Locale reader) {
        return new Amount(amount.getAmount(), amount.getCurrency()).shownTo(reader);
    }
}
