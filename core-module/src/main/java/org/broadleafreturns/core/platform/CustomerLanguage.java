package org.broadleafreturns.core.platform;

import java.util.Locale;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * The language in which a customer is written to: the one they set, else the one they are using, else the one they ordered
 * in. Never the merchant's.
 */
@ForIntegrators
public class CustomerLanguage {

    private final Locale fallback;

    /** @param fallback the language for a customer of whom nothing is known */
    public CustomerLanguage(Locale fallback) {
        this.fallback = fallback;
    }

    /**
     * @param order an order of the customer
     * @param inUse the language the customer reads the shop's pages in just now, or null if someone else acts for them
     */
    public Locale of(Order order, Locale inUse) {
        return chosen(order, order.getCustomer(), inUse);
    }

    /**
     * The same where somebody else may have taken the order over.
     *
     * @param customer whose the order is
     */
    public Locale of(Order order, Customer customer, Locale inUse) {
        return customer == order.getCustomer() ? of(order, inUse) : chosen(order, customer, inUse);
    }

    private Locale chosen(Order order, Customer customer, Locale inUse) {
        Locale own = toLocale(customer.getCustomerLocale());
        if (own != null) {
            return own;
        }
        if (inUse != null) {
            return inUse;
        }
        Locale ordered = toLocale(order.getLocale());
        return ordered != null ? ordered : fallback;
    }

    private static Locale toLocale(org.broadleafcommerce.common.locale.domain.Locale locale) {
        return locale == null || locale.getLocaleCode() == null
            ? null : Locale.forLanguageTag(locale.getLocaleCode().replace('_', '-'));
    }
}
