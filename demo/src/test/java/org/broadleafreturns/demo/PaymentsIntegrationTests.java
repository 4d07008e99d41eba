package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.platform.GatewayAnswer;
import org.broadleafreturns.core.platform.GatewayAnswer.Outcome;
import org.broadleafreturns.core.platform.OrderPaid;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.demo.gateway.DemoGateway;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** What the platform's payments say, and what its gateways make of being asked, in a running shop. */
class PaymentsIntegrationTests {

    private static final boolean ON_31 = ClassUtils.isPresent("org.hibernate.ejb.HibernatePersistence", null);

    @Test
    void whatIsRecordedIsRead() {
        new PaymentsOnDatabase(TestShop.get().siteContext()).check();
    }

    @ParameterizedTest
    @CsvSource({"7.00, DONE, 'DEMO-', 7.00", "7.01, FAILED, 'Declined by the demo bank', 0", "7.02, UNKNOWN, 'The demo bank cannot', 0",
        "7.04, UNKNOWN, '0.70 EUR != 7.04 EUR', 7.04", "7.05, UNKNOWN, '', 7.05", "7.06, UNKNOWN, 'The answer of the demo bank', 7.06"})
    void theBackOfficeAsksTheGateway(BigDecimal amount, Outcome outcome, String words, BigDecimal paid) {
        String key = UUID.randomUUID().toString();

        GatewayAnswer answer = ask(amount, key);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.words()).startsWith(words);
        assertThat(gateway().ledger().get(key)).satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo(paid);
            assertThat(entry.calls()).isEqualTo(1);
        });
    }

    @Test
    void whoeverAsksTwicePaysTwice() {
        String key = UUID.randomUUID().toString();
        ask(new BigDecimal("2.50"), key);
        ask(new BigDecimal("2.50"), key);

        assertThat(gateway().ledger()).containsEntry(key, new DemoGateway.Paid(new BigDecimal("5.00"), 2));
    }

    @Test
    void aGatewayThatHangsAnswersInTheEnd() {
        CompletableFuture<GatewayAnswer> answer = CompletableFuture.supplyAsync(() -> ask(new BigDecimal("3.03"), "hangs"));
        await().until(() -> gateway().hanging() == 1);
        assertThat(answer).isNotDone();

        gateway().answerOne();

        assertThat(answer.join().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void theStorefrontHasNoGatewayAndAsksNone() {
        String number = orders().submitPaidByCard("john@example.com", Map.of(5L, 1));
        OrderPaid paid = paid(number);
        ConfigurableApplicationContext site = TestShop.get().siteContext();

        assertThat(paid.obstacle()).as("in the back office").isNull();
        assertThatIllegalStateException().isThrownBy(() -> inTransaction(site, () -> site.getBean(ShopPayments.class)
            .prepare(paid.captures().get(0).transactionId(), BigDecimal.ONE, "key"))).withMessageContaining("NOT_INSTALLED");
        assertThat(site.getBean("rtnGatewayCheck", InstallationCheck.class).findings()).isEmpty();
    }

    /** Discounts on the article and on the order, and tax. */
    @Test
    void whatTheDemosOrdersCostAddsUp() {
        JdbcTemplate sql = ReturnTables.database();
        for (String number : List.of("PL-1007", "PL-2005", "PL-2006")) {
            Map<String, Object> sums = sql.queryForMap("SELECT O.ORDER_TOTAL AS ORDER_TOTAL, O.ORDER_SUBTOTAL AS SUBTOTAL,"
                + " (SELECT SUM(I.TOTAL_ITEM_AMOUNT) FROM BLC_FULFILLMENT_GROUP_ITEM I JOIN BLC_FULFILLMENT_GROUP G"
                + "  ON G.FULFILLMENT_GROUP_ID = I.FULFILLMENT_GROUP_ID WHERE G.ORDER_ID = O.ORDER_ID) AS ITEMS,"
                + " (SELECT SUM(I.PRORATED_ORDER_ADJ) FROM BLC_FULFILLMENT_GROUP_ITEM I JOIN BLC_FULFILLMENT_GROUP G"
                + "  ON G.FULFILLMENT_GROUP_ID = I.FULFILLMENT_GROUP_ID WHERE G.ORDER_ID = O.ORDER_ID) AS DISCOUNT,"
                + " (SELECT SUM(I.TOTAL_ITEM_TAX) FROM BLC_FULFILLMENT_GROUP_ITEM I JOIN BLC_FULFILLMENT_GROUP G"
                + "  ON G.FULFILLMENT_GROUP_ID = I.FULFILLMENT_GROUP_ID WHERE G.ORDER_ID = O.ORDER_ID) AS TAX,"
                + " (SELECT SUM(G.PRICE) FROM BLC_FULFILLMENT_GROUP G WHERE G.ORDER_ID = O.ORDER_ID) AS DELIVERY"
                + " FROM BLC_ORDER O WHERE O.ORDER_NUMBER = ?", number);
            assertThat(amount(sums, "ITEMS").subtract(amount(sums, "DISCOUNT")).add(amount(sums, "TAX")).add(amount(sums, "DELIVERY")))
                .as(number + " " + sums).isEqualByComparingTo(amount(sums, "ORDER_TOTAL"));
        }
        // 3 × 9.95 less 15 %, 2 × 32.00 and 38.00, less 10 %, and 20 % tax; on 7.0 the offer on the article takes nothing off.
        assertThat(sql.queryForObject("SELECT ORDER_SUBTOTAL FROM BLC_ORDER WHERE ORDER_NUMBER = 'PL-1007'", BigDecimal.class))
            .isEqualByComparingTo(ON_31 ? "127.38" : "131.85");
    }

    private static BigDecimal amount(Map<String, Object> row, String column) {
        return row.get(column) == null ? BigDecimal.ZERO : (BigDecimal) row.get(column);
    }

    private static GatewayAnswer ask(BigDecimal amount, String key) {
        String number = orders().submitPaidByCard("john@example.com", Map.of(5L, 1));
        Long capture = paid(number).captures().get(0).transactionId();
        ShopPayments payments = backOffice().getBean(ShopPayments.class);
        return payments.ask(inTransaction(backOffice(), () -> payments.prepare(capture, amount, key)));
    }

    private static OrderPaid paid(String number) {
        Long order = TestShop.orderId(number);
        return inTransaction(backOffice(), () -> backOffice().getBean(ShopPayments.class).of(List.of(order))).get(order).get(0);
    }

    private static <T> T inTransaction(ConfigurableApplicationContext application, Supplier<T> work) {
        return new TransactionTemplate(application.getBean("blTransactionManager", PlatformTransactionManager.class))
            .execute(status -> work.get());
    }

    private static ConfigurableApplicationContext backOffice() {
        return TestShop.get().adminContext();
    }

    private static DemoOrders orders() {
        return TestShop.bean(DemoOrders.class);
    }

    private static DemoGateway gateway() {
        return backOffice().getBean(DemoGateway.class);
    }
}
