package org.broadleafreturns.core.platform;

import java.util.Currency;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.money.Money;

/** The shop's default currency: that of orders that name none, and of the platform's offers. */
final class ShopCurrency {

    private ShopCurrency() {
    }

    static Currency of(EntityManager entityManager) {
        return entityManager.createQuery("select c.currencyCode from BroadleafCurrencyImpl c where c.defaultFlag = true", String.class)
            .getResultList().stream().findFirst().map(Currency::getInstance).orElseGet(Money::defaultCurrency);
    }
}
