package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * The payments of the shop's orders, and the way back through the gateways that took them. What the platform does not say rightly,
 * its own status of a payment after a refund, is not asked.
 */
@ForIntegrators
public interface ShopPayments {

    /**
     * The payments of orders at this moment, in the order in which they were made; archived ones, placeholders of the checkout and
     * unconfirmed transactions do not count. Takes part in the caller's transaction and reads values, in as many queries for many
     * orders as for one.
     *
     * @return by identifier of the order; those without a payment are missing
     */
    Map<Long, List<OrderPaid>> of(Collection<Long> orderIds);

    /**
     * Through what orders were paid that were submitted since a moment, among the newest payments: it costs the same in a shop with
     * millions of them.
     */
    Set<UsedGateway> usedSince(Date moment);

    /** How many digits behind the point the platform's column for the amount of a transaction keeps. */
    int digits();

    /**
     * Makes a refund ready, in the caller's transaction, which only reads.
     *
     * @param captureId the transaction that took the money
     * @param amount in the order's currency
     * @param key by which a gateway can tell a repetition, the same whenever the same refund is asked for
     * @throws IllegalStateException if the gateway cannot be asked; the message says why
     */
    GatewayRefund prepare(Long captureId, BigDecimal amount, String key);

    /** Asks the gateway, outside of any transaction. Takes as long as the gateway does, and throws nothing. */
    GatewayAnswer ask(GatewayRefund refund);

    /**
     * Notes a refund among the platform's transactions, in the caller's transaction and with the order's turn taken: successful, with
     * the capture as its parent.
     *
     * @param said what the gateway or a person said of it
     * @param fields additional fields of the platform's transaction
     * @return the identifier of the platform's transaction
     */
    Long record(Long captureId, BigDecimal amount, String said, Map<String, String> fields);
}
