package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Optional;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.platform.ShopCurrency;
import org.broadleafreturns.core.request.StatedBasis;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;

/** What the shop has set of refunds, as it is now. */
class RefundTerms {

    private final Settings settings;
    private final Setting<Boolean> postageTold;
    private final Setting<Optional<BigDecimal>> standardDelivery;
    private final Setting<Boolean> collects;
    private final Setting<Integer> days;
    private final ShopCurrency currency;

    RefundTerms(Settings settings, ShopCurrency currency, Setting<Boolean> postageTold, Setting<Optional<BigDecimal>> standardDelivery,
            Setting<Boolean> collects, Setting<Integer> days) {
        this.settings = settings;
        this.currency = currency;
        this.postageTold = postageTold;
        this.standardDelivery = standardDelivery;
        this.collects = collects;
        this.days = days;
    }

    /** What holds for a return of that basis. */
    RefundRules rules(StatedBasis stated) {
        return stated.isWithdrawal() ? new RefundRules(true, settings.get(postageTold),
            settings.get(standardDelivery).map(price -> new Amount(price, currency.now())).orElse(null)) : RefundRules.VOLUNTARY;
    }

    /** Whether the shop collects goods, so that it cannot wait for them with a refund. */
    boolean collects() {
        return settings.get(collects);
    }

    /** How many days after goods have come a voluntary return is refunded. */
    int days() {
        return settings.get(days);
    }
}
