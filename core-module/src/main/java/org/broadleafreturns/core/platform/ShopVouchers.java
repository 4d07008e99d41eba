package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Gives shoppers credit in the shop instead of money. The platform has no account credit, so that by default it is a code of the
 * platform's own offers; a shop with accounts of credit replaces the bean {@code rtnShopVouchers}. All methods take part in the caller's
 * transaction, with the turn of the order taken that is refunded, and none asks another server.
 */
@ForIntegrators
public interface ShopVouchers {

    /** In which currency vouchers are; empty where this shop issues none. */
    Optional<Currency> currency();

    /**
     * Issues one.
     *
     * @param amount in {@link #currency}
     * @param returnNumber of the return that it is for, by which people recognise it
     * @param when from this moment on it can be used
     */
    IssuedVoucher issue(BigDecimal amount, String returnNumber, Date when);

    /** Which of some vouchers were used for an order that was placed, by their {@linkplain IssuedVoucher#reference references}. */
    Set<String> used(Collection<String> references);

    /**
     * Ends one that was not used: from now on nobody can, whatever is in a cart already.
     *
     * @param orderId the platform's identifier of the order that it was issued for
     */
    void end(String reference, Long orderId, Date when);
}
