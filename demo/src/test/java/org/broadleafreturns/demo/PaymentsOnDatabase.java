package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.OrderPaymentImpl;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.RefundObstacle;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Payments of a running storefront: read, recorded, and read again. */
final class PaymentsOnDatabase {

    private static final String JOHN = "john@example.com";
    private static final Map<Long, Integer> ARTICLES = Map.of(5L, 3, 2L, 2);
    private static final int ATTEMPTS = 5;

    private final DemoOrders orders;
    private final ShopOrders shopOrders;
    private final ShopPayments payments;
    private final EntityManager entityManager;
    private final TransactionTemplate transaction;
    private final JdbcTemplate sql;

    PaymentsOnDatabase(ConfigurableApplicationContext shop) {
        this.orders = shop.getBean(DemoOrders.class);
        this.shopOrders = shop.getBean(ShopOrders.class);
        this.payments = shop.getBean(ShopPayments.class);
        this.entityManager = SharedEntityManagerCreator.createSharedEntityManager(
            shop.getBean("entityManagerFactory", EntityManagerFactory.class));
        this.transaction = new TransactionTemplate(shop.getBean("blTransactionManager", PlatformTransactionManager.class));
        this.sql = new JdbcTemplate(shop.getBean("webDS", DataSource.class));
    }

    /** All of what follows, which every database has to know. */
    void check() {
        whatWasPaidIsRead();
        manyOrdersTakeAsManyQueriesAsOne();
        aRefundThatIsRecordedIsReadAgain();
        whatIsReadBeforeIsWhatIsThereAfter();
        whatIsArchivedPlacedOrFailedDoesNotCount();
        whatWasWrittenPastThePlatformCounts();
        whatIsInUseIsNamed();
        assertThat(payments.digits()).isEqualTo(2);
    }

    private void whatWasPaidIsRead() {
        assertThat(of("PL-1007")).singleElement().satisfies(paid -> {
            assertThat(paid.type()).isEqualTo("CREDIT_CARD");
            assertThat(paid.gateway()).isEqualTo("DEMO");
            assertThat(paid.hint()).isEqualTo("4242");
            assertThat(paid.captured()).isEqualByComparingTo(total("PL-1007"));
            assertThat(paid.returned()).isZero();
            assertThat(paid.obstacle()).as("in the storefront").isEqualTo(RefundObstacle.NOT_INSTALLED);
        });
        assertThat(of("PL-2005")).extracting(OrderPaid::type).containsExactly("GIFT_CARD", "CREDIT_CARD");
        assertThat(of("PL-2005")).extracting(OrderPaid::hint).containsExactly("2009", "4242");
        assertThat(of("PL-2005")).extracting(OrderPaid::obstacle).containsExactly(RefundObstacle.BY_HAND, RefundObstacle.NOT_INSTALLED);
        assertThat(of("PL-2005").stream().map(OrderPaid::captured).reduce(BigDecimal.ZERO, BigDecimal::add))
            .isEqualByComparingTo(total("PL-2005"));
        assertThat(of("PL-2006")).singleElement().satisfies(paid -> {
            assertThat(paid.captures()).isEmpty();
            assertThat(paid.obstacle()).isEqualTo(RefundObstacle.NOT_CAPTURED);
        });
        assertThat(of("PL-2004")).singleElement().satisfies(paid -> {
            assertThat(paid.type()).isEqualTo("COD");
            assertThat(paid.hint()).isNull();
            assertThat(paid.obstacle()).isEqualTo(RefundObstacle.BY_HAND);
        });
        assertThat(payments.of(List.of(-1L))).isEmpty();
        assertThat(payments.of(List.of())).isEmpty();
    }

    private void manyOrdersTakeAsManyQueriesAsOne() {
        List<Long> all = List.of(id("PL-1001"), id("PL-1007"), id("PL-2005"), id("PL-2006"));
        assertThat(queriesFor(all)).isEqualTo(queriesFor(all.subList(1, 2))).isEqualTo(3);
        assertThat(inTransaction(() -> payments.of(all)).keySet()).containsExactlyInAnyOrderElementsOf(all);
    }

    /** Work in the background may ask something meanwhile: the least of some attempts. */
    private long queriesFor(List<Long> ids) {
        return LongStream.generate(() -> inTransaction(() -> {
            Statistics statistics = entityManager.unwrap(Session.class).getSessionFactory().getStatistics();
            statistics.setStatisticsEnabled(true);
            long before = statistics.getPrepareStatementCount();
            payments.of(ids);
            return statistics.getPrepareStatementCount() - before;
        })).limit(ATTEMPTS).min().orElseThrow();
    }

    private void aRefundThatIsRecordedIsReadAgain() {
        String number = orders.submitPaidByCard(JOHN, ARTICLES);
        CapturedAmount capture = of(number).get(0).captures().get(0);
        Map<String, Object> order = sql.queryForMap("SELECT * FROM BLC_ORDER WHERE ORDER_ID = ?", id(number));

        Long refund = record(number, capture.transactionId(), "5.55", "Thanks \uD83D\uDE00");

        CapturedAmount after = of(number).get(0).captures().get(0);
        assertThat(after.returned()).isEqualByComparingTo("5.55");
        assertThat(after.left()).isEqualByComparingTo(capture.amount().subtract(new BigDecimal("5.55")));
        Map<String, Object> row = sql.queryForMap("SELECT * FROM BLC_ORDER_PAYMENT_TRANSACTION WHERE PAYMENT_TRANSACTION_ID = ?", refund);
        assertThat(row.get("TRANSACTION_TYPE")).isEqualTo("REFUND");
        assertThat((BigDecimal) row.get("TRANSACTION_AMOUNT")).isEqualByComparingTo("5.55");
        assertThat(((Number) row.get("PARENT_TRANSACTION")).longValue()).isEqualTo(capture.transactionId());
        assertThat(row.get("DATE_RECORDED")).isNotNull();
        assertThat(row.get("ARCHIVED").toString().strip()).isEqualTo("N");
        assertThat(sql.queryForList("SELECT FIELD_NAME FROM BLC_TRANS_ADDITNL_FIELDS WHERE PAYMENT_TRANSACTION_ID = ?", String.class,
            refund)).containsExactly("REFERENCE");
        assertThat(sql.queryForMap("SELECT * FROM BLC_ORDER WHERE ORDER_ID = ?", id(number))).as("the order itself").isEqualTo(order);
        transaction.executeWithoutResult(status -> {
            OrderPayment payment = entityManager.find(OrderPaymentImpl.class, of(number).get(0).paymentId());
            assertThat(payment.getTransactions()).hasSize(2);
            assertThat(payment.getSuccessfulTransactionAmountForType(PaymentTransactionType.REFUND).getAmount())
                .isEqualByComparingTo("5.55");
            assertThat(payment.getTransactionsForType(PaymentTransactionType.REFUND).get(0).getRawResponse()).isEqualTo("Thanks ?");
        });
    }

    private void whatIsReadBeforeIsWhatIsThereAfter() {
        String number = orders.submitPaidByCard(JOHN, ARTICLES);
        OrderPaid paid = of(number).get(0);
        transaction.executeWithoutResult(status -> {
            OrderPayment shown = entityManager.find(OrderPaymentImpl.class, paid.paymentId());
            assertThat(shown.getTransactions()).hasSize(1);

            payments.record(paid.captures().get(0).transactionId(), BigDecimal.ONE, null, Map.of());

            assertThat(shown.getTransactions()).hasSize(2);
            assertThat(payments.of(List.of(id(number))).get(id(number)).get(0).returned()).isEqualByComparingTo("1");
        });
        assertThat(of(number).get(0).returned()).isEqualByComparingTo("1");
    }

    private void whatIsArchivedPlacedOrFailedDoesNotCount() {
        String number = orders.submitPaidByCard(JOHN, ARTICLES);
        OrderPaid paid = of(number).get(0);
        long capture = paid.captures().get(0).transactionId();
        transaction(paid.paymentId(), "REFUND", "1.00", capture, true, "Y");
        transaction(paid.paymentId(), "REFUND", "2.00", capture, false, "N");
        transaction(paid.paymentId(), "SETTLED", "4.00", capture, true, "N");
        transaction(paid.paymentId(), "UNCONFIRMED", "8.00", null, true, "N");
        transaction(paid.paymentId(), "CAPTURE", "16.00", null, true, "Y");
        long archived = payment(number, "CREDIT_CARD", "DEMO", "Y");
        transaction(archived, "CAPTURE", "32.00", null, true, "N");
        long placeholder = payment(number, "CREDIT_CARD", "Temporary", "N");
        transaction(placeholder, "CAPTURE", "64.00", null, true, "N");

        assertThat(of(number)).containsExactly(paid);
    }

    private void whatWasWrittenPastThePlatformCounts() {
        String number = orders.submitPaidByCard(JOHN, ARTICLES);
        OrderPaid paid = of(number).get(0);
        long capture = paid.captures().get(0).transactionId();
        transaction(paid.paymentId(), "REFUND", "1.00", null, true, null);
        transaction(paid.paymentId(), "VOID", "2.00", capture, true, null);
        long settled = transaction(paid.paymentId(), "SETTLED", "50.00", capture, true, "N");
        transaction(paid.paymentId(), "REFUND", "4.00", settled, true, "N");
        transaction(paid.paymentId(), "DETACHED_CREDIT", "0.50", null, true, "N");
        long further = payment(number, "WIRE", null, null);
        transaction(further, "CAPTURE", "12.00", null, true, null);

        assertThat(of(number)).extracting(OrderPaid::returned).usingElementComparator(BigDecimal::compareTo)
            .containsExactlyInAnyOrder(new BigDecimal("7.50"), BigDecimal.ZERO);
        assertThat(of(number)).filteredOn(one -> one.type().equals("WIRE")).singleElement().satisfies(wire -> {
            assertThat(wire.captured()).isEqualByComparingTo("12");
            assertThat(wire.obstacle()).isEqualTo(RefundObstacle.BY_HAND);
        });
    }

    private void whatIsInUseIsNamed() {
        assertThat(inTransaction(() -> payments.usedSince(new Date(0)))).extracting(used ->
            used.gateway() + " " + used.currency() + " " + used.obstacle())
            .contains("DEMO EUR NOT_INSTALLED", "Passthrough EUR BY_HAND").doesNotContain("Temporary EUR NOT_INSTALLED");
        assertThat(inTransaction(() -> payments.usedSince(new Date(System.currentTimeMillis() + 86_400_000L)))).isEmpty();
    }

    private Long record(String number, Long capture, String amount, String said) {
        return inTransaction(() -> {
            shopOrders.lock(id(number));
            return payments.record(capture, new BigDecimal(amount), said, Map.of("REFERENCE", "B-1"));
        });
    }

    private List<OrderPaid> of(String number) {
        Long id = id(number);
        return inTransaction(() -> payments.of(List.of(id))).get(id);
    }

    private Long id(String number) {
        return sql.queryForObject("SELECT ORDER_ID FROM BLC_ORDER WHERE ORDER_NUMBER = ?", Long.class, number);
    }

    private BigDecimal total(String number) {
        return sql.queryForObject("SELECT ORDER_TOTAL FROM BLC_ORDER WHERE ORDER_NUMBER = ?", BigDecimal.class, number);
    }

    private long payment(String number, String type, String gateway, String archived) {
        long id = below("BLC_ORDER_PAYMENT", "ORDER_PAYMENT_ID");
        sql.update("INSERT INTO BLC_ORDER_PAYMENT (ORDER_PAYMENT_ID, ORDER_ID, PAYMENT_TYPE, GATEWAY_TYPE, ARCHIVED)"
            + " VALUES (?, ?, ?, ?, ?)", id, id(number), type, gateway, archived);
        return id;
    }

    private long transaction(long payment, String type, String amount, Long parent, boolean success, String archived) {
        long id = below("BLC_ORDER_PAYMENT_TRANSACTION", "PAYMENT_TRANSACTION_ID");
        sql.update("INSERT INTO BLC_ORDER_PAYMENT_TRANSACTION (PAYMENT_TRANSACTION_ID, ORDER_PAYMENT, TRANSACTION_TYPE, TRANSACTION_AMOUNT,"
            + " DATE_RECORDED, PARENT_TRANSACTION, SUCCESS, ARCHIVED) VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP, ?, ?, ?)",
            id, payment, type, new BigDecimal(amount), parent, success, archived);
        return id;
    }

    /** An identifier that the platform never gives. */
    private long below(String table, String column) {
        return Math.min(0, sql.queryForObject("SELECT MIN(" + column + ") FROM " + table, Long.class)) - 1;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
