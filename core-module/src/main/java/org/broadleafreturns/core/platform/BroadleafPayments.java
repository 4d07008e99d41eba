package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.broadleafcommerce.common.currency.domain.BroadleafCurrency;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * {@link ShopPayments} over the platform's payments and gateways. What its own records say of a payment is read as values, past the
 * collections of its entities: those miss rows on Broadleaf 7.0 that were written by hand, and have archived ones on 3.1.
 */
public class BroadleafPayments implements ShopPayments {

    private static final Logger LOG = LoggerFactory.getLogger(BroadleafPayments.class);

    private static final Character ARCHIVED = 'Y';
    private static final String NOT_ARCHIVED = "(%1$s.archiveStatus.archived is null or %1$s.archiveStatus.archived <> :archived)";
    private static final String ACTIVE = NOT_ARCHIVED.formatted("p") + " and (p.gatewayType is null or p.gatewayType <> :placeholder)";
    /** How many payments are looked at for what is in use; identifiers are given in the order in which payments are made, more or less. */
    private static final long NEWEST = 50_000;
    private static final String SCALE = "SELECT TRANSACTION_AMOUNT FROM BLC_ORDER_PAYMENT_TRANSACTION WHERE 1 = 0";
    /** How many digits a column keeps that has no limit. */
    private static final int ALL = 10;
    /** What tells a payment from others of its type, by how much it tells. */
    private static final List<String> HINTS = List.of("LAST_FOUR", "GIFT_CARD_NUM", "ACCOUNT_CREDIT_NUM");
    /** Such numbers may be secrets. */
    private static final int HINTED = 4;
    private static final Set<PaymentTransactionType> CAPTURES =
        Set.of(PaymentTransactionType.CAPTURE, PaymentTransactionType.AUTHORIZE_AND_CAPTURE);

    private final EntityManager entityManager;
    private final JdbcTemplate database;
    private final OrderPaymentService payments;
    private final BroadleafGateways gateways;
    private volatile Integer digits;

    public BroadleafPayments(EntityManager entityManager, DataSource dataSource, OrderPaymentService payments, BroadleafGateways gateways) {
        this.entityManager = entityManager;
        this.database = new JdbcTemplate(dataSource);
        this.payments = payments;
        this.gateways = gateways;
    }

    /** A payment before its transactions are read. */
    private record Payment(Long orderId, Long id, String type, String gateway) {
    }

    @Override
    public Map<Long, List<OrderPaid>> of(Collection<Long> orderIds) {
        Map<Long, List<OrderPaid>> byOrder = new HashMap<>();
        List<Payment> found = orderIds.isEmpty() ? List.of() : paymentsOf(orderIds);
        if (!found.isEmpty()) {
            List<Long> ids = found.stream().map(Payment::id).toList();
            Map<Long, List<ReturnedSums.Row>> transactions = transactionsOf(ids);
            Map<Long, String> hints = hintsOf(ids);
            Map<String, RefundObstacle> obstacles = new HashMap<>();
            found.forEach(payment -> {
                List<CapturedAmount> captures = ReturnedSums.of(transactions.getOrDefault(payment.id(), List.of()));
                RefundObstacle obstacle = captures.isEmpty() ? RefundObstacle.NOT_CAPTURED
                    : obstacles.computeIfAbsent(payment.gateway(), gateways::obstacle);
                byOrder.computeIfAbsent(payment.orderId(), order -> new ArrayList<>()).add(new OrderPaid(payment.id(), payment.type(),
                    payment.gateway(), hints.get(payment.id()), captures, obstacle));
            });
        }
        return byOrder;
    }

    private List<Payment> paymentsOf(Collection<Long> orderIds) {
        return entityManager.createQuery("select p.order.id, p.id, p.type, p.gatewayType from OrderPaymentImpl p"
            + " where p.order.id in (:ids) and " + ACTIVE + " order by p.id", Object[].class)
            .setParameter("ids", orderIds).setParameter("archived", ARCHIVED)
            .setParameter("placeholder", PaymentGatewayType.TEMPORARY.getType()).getResultList().stream()
            .map(row -> new Payment((Long) row[0], (Long) row[1], (String) row[2], (String) row[3])).toList();
    }

    private Map<Long, List<ReturnedSums.Row>> transactionsOf(List<Long> paymentIds) {
        Map<Long, List<ReturnedSums.Row>> rows = new HashMap<>();
        entityManager.createQuery("select t.orderPayment.id, t.id, t.type, t.amount, t.date, t.parentTransaction.id, t.success"
            + " from PaymentTransactionImpl t where t.orderPayment.id in (:ids) and " + NOT_ARCHIVED.formatted("t"), Object[].class)
            .setParameter("ids", paymentIds).setParameter("archived", ARCHIVED).getResultList()
            .forEach(row -> rows.computeIfAbsent((Long) row[0], payment -> new ArrayList<>()).add(new ReturnedSums.Row((Long) row[1],
                (String) row[2], (BigDecimal) row[3], (Date) row[4], (Long) row[5], Boolean.TRUE.equals(row[6]))));
        return rows;
    }

    private Map<Long, String> hintsOf(List<Long> paymentIds) {
        Map<Long, Map<String, String>> fields = new HashMap<>();
        entityManager.createQuery("select t.orderPayment.id, index(f), f from PaymentTransactionImpl t join t.additionalFields f"
            + " where t.orderPayment.id in (:ids) and index(f) in (:names) and " + NOT_ARCHIVED.formatted("t") + " order by t.id",
            Object[].class)
            .setParameter("ids", paymentIds).setParameter("names", HINTS).setParameter("archived", ARCHIVED).getResultList()
            .forEach(row -> {
                if (row[2] != null && !((String) row[2]).isBlank()) {
                    fields.computeIfAbsent((Long) row[0], payment -> new TreeMap<>()).put((String) row[1], ((String) row[2]).strip());
                }
            });
        Map<Long, String> hints = new HashMap<>();
        fields.forEach((payment, found) -> HINTS.stream().filter(found::containsKey).findFirst().map(found::get)
            .ifPresent(number -> hints.put(payment, number.substring(Math.max(0, number.length() - HINTED)))));
        return hints;
    }

    @Override
    public Set<UsedGateway> usedSince(Date moment) {
        Long newest = entityManager.createQuery("select max(p.id) from OrderPaymentImpl p", Long.class).getSingleResult();
        Set<UsedGateway> used = new LinkedHashSet<>();
        if (newest != null) {
            entityManager.createQuery("select distinct p.gatewayType, c.currencyCode from OrderPaymentImpl p join p.order o"
                + " left join o.currency c where p.id > :first and o.submitDate >= :moment and " + ACTIVE, Object[].class)
                .setParameter("first", newest - NEWEST).setParameter("moment", moment).setParameter("archived", ARCHIVED)
                .setParameter("placeholder", PaymentGatewayType.TEMPORARY.getType()).getResultList()
                .forEach(row -> used.add(new UsedGateway((String) row[0], row[1] == null ? null : Currency.getInstance((String) row[1]),
                    gateways.obstacle((String) row[0]))));
        }
        return used;
    }

    @Override
    public int digits() {
        if (digits == null) {
            digits = database.query(SCALE, (ResultSetExtractor<Integer>) rows -> {
                ResultSetMetaData columns = rows.getMetaData();
                return columns.getPrecision(1) == 0 ? ALL : columns.getScale(1);
            });
        }
        return digits;
    }

    @Override
    public GatewayRefund prepare(Long captureId, BigDecimal amount, String key) {
        PaymentTransaction capture = capture(captureId);
        if (!isCaptured(capture) || amount.signum() <= 0) {
            throw new IllegalStateException("Nothing of " + amount.toPlainString() + " was captured by transaction " + captureId);
        }
        PaymentGatewayType gateway = capture.getOrderPayment().getGatewayType();
        return gateways.ready(capture, gateway == null ? null : gateway.getType(), amount, key);
    }

    private PaymentTransaction capture(Long captureId) {
        PaymentTransaction capture = payments.readTransactionById(captureId);
        if (capture == null) {
            throw new IllegalStateException("There is no transaction " + captureId);
        }
        return capture;
    }

    private static boolean isCaptured(PaymentTransaction capture) {
        return CAPTURES.contains(capture.getType()) && Boolean.TRUE.equals(capture.getSuccess())
            && !ARCHIVED.equals(capture.getArchived());
    }

    @Override
    public GatewayAnswer ask(GatewayRefund refund) {
        BroadleafGateways.Ready ready = (BroadleafGateways.Ready) refund;
        try {
            return GatewayWords.of(ready.module().refund(ready.request()), ready.amount(), ready.currency());
        } catch (UnsupportedOperationException e) {
            LOG.warn("A payment gateway's module cannot refund", e);
            return GatewayWords.thrown(isNotMade(e) ? GatewayAnswer.Outcome.FAILED : GatewayAnswer.Outcome.UNKNOWN, e);
        } catch (Exception | LinkageError e) {
            LOG.warn("What became of a refund is unknown", e);
            return GatewayWords.thrown(GatewayAnswer.Outcome.UNKNOWN, e);
        }
    }

    /** Said by the method that would have asked the gateway; further below it may be about something else, and after the money went. */
    private static boolean isNotMade(UnsupportedOperationException thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && "refund".equals(trace[0].getMethodName());
    }

    @Override
    public Long record(Long captureId, BigDecimal amount, String said, Map<String, String> fields) {
        PaymentTransaction capture = capture(captureId);
        OrderPayment payment = capture.getOrderPayment();
        PaymentTransaction refund = payments.createTransaction();
        refund.setType(PaymentTransactionType.REFUND);
        refund.setOrderPayment(payment);
        refund.setParentTransaction(capture);
        refund.setAmount(money(amount, payment.getCurrency()));
        refund.setSuccess(true);
        refund.setArchived('N');
        refund.setRawResponse(GatewayWords.comparable(said, GatewayWords.LONGEST));
        Map<String, String> kept = new LinkedHashMap<>();
        fields.forEach((name, value) -> kept.put(GatewayWords.comparable(name, GatewayWords.LONGEST_NAME),
            GatewayWords.comparable(value, GatewayWords.LONGEST)));
        refund.setAdditionalFields(kept);
        // The transaction alone: saving the payment would go on to its address and to all of its transactions.
        PaymentTransaction saved = payments.save(refund);
        payment.addTransaction(saved);
        return saved.getId();
    }

    /** With the digits that it has: the platform would round it to those of the currency. */
    private static Money money(BigDecimal amount, BroadleafCurrency currency) {
        return currency == null ? new Money(amount, Money.defaultCurrency(), amount.scale())
            : new Money(amount, currency, amount.scale());
    }
}
