package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.function.Supplier;
import org.broadleafcommerce.common.currency.domain.BroadleafCurrency;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.dto.PaymentRequestDTO;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationServiceProvider;
import org.broadleafcommerce.common.payment.service.PaymentGatewayTransactionService;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderToPaymentRequestDTOService;

/** The modules of payment gateways that this application of the shop has, and whether they pay back. */
public class BroadleafGateways {

    /** The name of the additional field by which a gateway's module can tell a repetition. */
    static final String KEY = "rtnRefundKey";

    private final Supplier<PaymentGatewayConfigurationServiceProvider> gateways;
    private final Supplier<OrderToPaymentRequestDTOService> requests;
    private final Set<String> able;

    /**
     * @param gateways null where the application has no payments
     * @param requests null where the application has no payments
     * @param able codes of the types of gateways that can refund although their modules say that they cannot
     */
    public BroadleafGateways(Supplier<PaymentGatewayConfigurationServiceProvider> gateways,
            Supplier<OrderToPaymentRequestDTOService> requests, Set<String> able) {
        this.gateways = gateways;
        this.requests = requests;
        this.able = Set.copyOf(able);
    }

    /** What is complete once it has been made. */
    record Ready(String gateway, BigDecimal amount, Currency currency, PaymentRequestDTO request,
            PaymentGatewayTransactionService module) implements GatewayRefund {
    }

    /** A gateway, or why there is none. */
    private record Found(PaymentGatewayTransactionService gateway, RefundObstacle obstacle) {

        static Found none(RefundObstacle obstacle) {
            return new Found(null, obstacle);
        }
    }

    /**
     * Why nothing can be paid back through a gateway; null if it can.
     *
     * @param type the code of the gateway's type, or null
     */
    RefundObstacle obstacle(String type) {
        return find(type).obstacle();
    }

    private Found find(String type) {
        if (type == null || PaymentGatewayType.PASSTHROUGH.getType().equals(type)) {
            // What Broadleaf 7.0 refunds through that one moves no money.
            return Found.none(RefundObstacle.BY_HAND);
        }
        PaymentGatewayConfigurationServiceProvider installed = gateways.get();
        PaymentGatewayConfigurationService found = installed == null ? null : configuration(installed, type);
        if (found == null) {
            return Found.none(RefundObstacle.NOT_INSTALLED);
        }
        PaymentGatewayTransactionService gateway = transactions(found);
        boolean refunds = gateway != null && (able.contains(type) || handlesRefund(found));
        return refunds ? new Found(gateway, null) : Found.none(RefundObstacle.CANNOT_REFUND);
    }

    private static PaymentGatewayConfigurationService configuration(PaymentGatewayConfigurationServiceProvider installed, String type) {
        PaymentGatewayType known = PaymentGatewayType.getInstance(type);
        if (known == null) {
            // Types are known from the first time on that somebody has asked for them. This one is no gateway's, so all are asked.
            get(installed, PaymentGatewayType.TEMPORARY);
            known = PaymentGatewayType.getInstance(type);
        }
        return known == null ? null : get(installed, known);
    }

    private static PaymentGatewayConfigurationService get(PaymentGatewayConfigurationServiceProvider installed, PaymentGatewayType type) {
        try {
            return installed.getGatewayConfigurationService(type);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            // The first is how the platform says that there is none, the second how a module says that it has no configuration.
            return null;
        }
    }

    private static PaymentGatewayTransactionService transactions(PaymentGatewayConfigurationService gateway) {
        try {
            return gateway.getTransactionService();
        } catch (UnsupportedOperationException e) {
            return null;
        }
    }

    private static boolean handlesRefund(PaymentGatewayConfigurationService gateway) {
        try {
            return gateway.getConfiguration().handlesRefund();
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * @param capture of a payment through the gateway
     * @param type the code of the gateway's type
     * @throws IllegalStateException if the gateway cannot be asked
     */
    Ready ready(PaymentTransaction capture, String type, BigDecimal amount, String key) {
        Found found = find(type);
        if (found.obstacle() != null) {
            throw new IllegalStateException("The gateway " + type + " cannot be asked: " + found.obstacle());
        }
        OrderToPaymentRequestDTOService translation = requests.get();
        BroadleafCurrency currency = capture.getOrderPayment().getCurrency();
        if (translation == null || currency == null) {
            throw new IllegalStateException("There is no " + (currency == null ? "currency" : "request") + " for a refund of transaction "
                + capture.getId());
        }
        PaymentRequestDTO request = translated(translation, new Money(amount, currency.getCurrencyCode()), capture);
        if (!isMeant(amount, request.getTransactionTotal())) {
            throw new IllegalStateException("The platform would ask for " + request.getTransactionTotal() + " instead of "
                + amount.toPlainString());
        }
        request.additionalField(KEY, key);
        return new Ready(type, amount, Currency.getInstance(currency.getCurrencyCode()), request, found.gateway());
    }

    private static PaymentRequestDTO translated(OrderToPaymentRequestDTOService translation, Money amount, PaymentTransaction capture) {
        try {
            PaymentRequestDTO request = translation.translatePaymentTransaction(amount, capture);
            if (request != null) {
                return request;
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("The platform cannot make a request of transaction " + capture.getId(), e);
        }
        throw new IllegalStateException("The platform makes no request of transaction " + capture.getId());
    }

    /** The platform has been known to put the order's total there. */
    private static boolean isMeant(BigDecimal amount, String total) {
        try {
            return total != null && new BigDecimal(total).compareTo(amount) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
