package org.broadleafreturns.core.platform;

import java.util.Currency;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.money.Money;

/** The shop's default currency: that of orders that name none, of the platform's offers, and of amounts that merchants set. */
public class ShopCurrency {

    private final EntityManager entityManager;

    public ShopCurrency(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** As the platform has it at this moment. */
    public Currency now() {
        return of(entityManager);
    }

    static Currency of(EntityManager entityManager) {
        return entityManager.createQuery("select c.currencyCode from BroadleafCurrencyImpl c where c.defaultFlag = true", String.class)
            .getResultList().stream().findFirst().map(Currency::getInstance).orElseGet(Money::defaultCurrency);
    }
}
