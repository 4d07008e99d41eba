package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Optional;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** An amount in the shop's currency, or nothing. */
class AmountForm implements ValueForm<Optional<BigDecimal>> {

    private static final String AMOUNT = "[0-9]{1,12}([.,][0-9]{1,3})?";

    @Override
    public String write(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("");
    }

    @Override
    public Optional<BigDecimal> read(String stored) {
        Entry<Optional<BigDecimal>> entry = enter(stored);
        if (entry.value() == null) {
            throw new IllegalArgumentException("No amount: " + stored);
        }
        return entry.value();
    }

    @Override
    public Entry<Optional<BigDecimal>> enter(String typed) {
        String amount = typed.strip();
        if (amount.isEmpty()) {
            return Entry.of(Optional.empty());
        }
        return amount.matches(AMOUNT) ? Entry.of(Optional.of(new BigDecimal(amount.replace(',', '.'))))
            : Entry.refused("rtn.objection.settings.refundStandardDelivery");
    }
}
