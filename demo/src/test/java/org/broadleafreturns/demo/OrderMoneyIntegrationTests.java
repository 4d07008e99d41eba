package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.persistence.EntityManagerFactory;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/**
 * What was paid for orders that the platform's own workflow has priced. From 100 on there are ten percent off an order; the delivery
 * costs 4.90; goods are taxed with twenty percent.
 */
class OrderMoneyIntegrationTests {

    private static final String CUSTOMER = "money@example.com";
    private static final long FERN = 1;
    private static final long CHEESE_PLANT = 2;
    private static final long POT = 5;
    private static final long CAN = 7;
    private static final long GUIDE = 9;
    private static final long BALCONY_SET = 12;
    private static final String OF_ORDER =
        " FULFILLMENT_GROUP_ID in (select FULFILLMENT_GROUP_ID from BLC_FULFILLMENT_GROUP where ORDER_ID = ?)";
    private static final AtomicLong OFFERS = new AtomicLong(7000);
    private static final boolean ON_31 = ClassUtils.isPresent("org.hibernate.ejb.HibernatePersistence", null);

    @BeforeAll
    static void customer() {
        TestShop.newCustomer(CUSTOMER, "Mona", "Ney");
    }

    /** Two ferns for 14.90 each and a guide for 6.00, which is delivered apart. */
    @Test
    void anOrderWithoutDiscountsIsPaidAtItsPrices() {
        OrderMoney money = ordered(Map.of(FERN, 2L, GUIDE, 1L));

        assertThat(lines(money)).containsExactly("2 29.80 0.00 5.96", "1 6.00 0.00 1.20");
        assertThat(money).extracting(OrderMoney::currency, OrderMoney::delivery, OrderMoney::fees, OrderMoney::total)
            .containsExactly(Currency.getInstance("EUR"), new BigDecimal("9.80"), new BigDecimal("0.00"), new BigDecimal("52.76"));
        assertThat(money.addsUp()).isTrue();
    }

    /** As on database servers. */
    @Test
    void whatOrdersWerePaidIsReadToTheLastCent() {
        DemoMoney.SAID.forEach((articles, said) ->
            assertThat(said(TestShop.newOrder(CUSTOMER, articlesOf(articles)))).as(articles).isEqualTo(said));
    }

    @Test
    void theDiscountOfAnOrderIsSharedByItsLinesToTheLastCent() {
        OrderMoney money = ordered(Map.of(FERN, 3L, CHEESE_PLANT, 2L, POT, 5L));

        assertThat(prices(money)).containsExactly("44.70", "64.00", "49.75");
        assertThat(money.addsUp()).isTrue();
        assertThat(sum(money, PaidLine::discount)).isEqualByComparingTo(
            new BigDecimal("163.35").add(sum(money, PaidLine::tax)).subtract(money.total()))
            .isBetween(new BigDecimal("15.84"), new BigDecimal("15.85"));
        assertThat(inOrder(money)).allSatisfy(line ->
            assertThat(line.discount().subtract(line.price().movePointLeft(1)).abs()).isLessThan(new BigDecimal("0.03")));
    }

    /** Pots for 19.90 and a can for 27.00 in a set for 42.00. */
    @Test
    void aSetIsSharedOutOverItsParts() {
        OrderMoney money = ordered(Map.of(BALCONY_SET, 1L));
        assertThat(lines(money)).containsExactlyInAnyOrder("2 17.82 0.00 3.98", "1 24.18 0.00 5.40");
        assertThat(money.addsUp()).isTrue();

        OrderMoney discounted = ordered(Map.of(BALCONY_SET, 3L));
        assertThat(inOrder(discounted)).extracting(PaidLine::quantity).containsExactlyInAnyOrder(6, 3);
        assertThat(withoutTax(discounted)).isEqualByComparingTo("113.40");
        assertThat(discounted.addsUp()).isTrue();
    }

    /** What the platform has for the parts of such a set is some cents too little. */
    @Test
    void partsThatMakeTheirSetsPriceAreWorthTheirOwn() {
        long category = TestCatalogue.category(null);
        long set = TestCatalogue.bundle(category, TestCatalogue.article(category), 3);

        assertThat(lines(ordered(Map.of(set, 2L)))).containsExactly("6 60.00 0.00 11.99");
        OrderMoney discounted = ordered(Map.of(set, 4L));
        assertThat(lines(discounted)).singleElement().asString().startsWith("12 120.00 12.00 ");
        assertThat(discounted.addsUp()).isTrue();
    }

    @Test
    void offersForArticlesShowAsDiscounts() {
        OrderMoney percent = whileOffered("PERCENT_OFF", "20", Map.of(), () -> ordered(Map.of(FERN, 3L)));
        OrderMoney amount = whileOffered("AMOUNT_OFF", "2", Map.of(), () -> ordered(Map.of(FERN, 2L, CAN, 4L)));

        assertThat(lines(percent)).containsExactly("3 44.70 8.94 7.15");
        assertThat(percent.addsUp()).isTrue();
        // 12.90 × 2 and 25.00 × 4 with ten percent off both.
        assertThat(prices(amount)).containsExactly("29.80", "108.00");
        assertThat(withoutTax(amount)).isEqualByComparingTo("113.22");
        assertThat(amount.addsUp()).isTrue();
    }

    /** On 7.0 an offer can promise money for later; the price is what it was. */
    @Test
    void whatIsCreditedLaterLoweredNoPrice() {
        if (!ON_31) {
            assertThat(lines(whileOffered("PERCENT_OFF", "20", Map.of("OFFER_ADJUSTMENT_TYPE", "'FUTURE_CREDIT'"),
                () -> ordered(Map.of(FERN, 3L))))).containsExactly("3 44.70 0.00 8.94");
        }
    }

    @Test
    void taxesAndFeesArePaidToo() {
        String order = TestShop.newOrder(CUSTOMER, Map.of(FERN, 3, CAN, 4));
        Long id = TestShop.orderId(order);
        sql("update BLC_FULFILLMENT_GROUP_ITEM set TOTAL_ITEM_TAX = 5.55 where" + OF_ORDER, id);
        sql("update BLC_FULFILLMENT_GROUP set TOTAL_FG_TAX = 0.98 where ORDER_ID = ?", id);
        sql("insert into BLC_FULFILLMENT_GROUP_FEE (FULFILLMENT_GROUP_FEE_ID, AMOUNT, TOTAL_FEE_TAX, FULFILLMENT_GROUP_ID)"
            + " select ?, 1.50, 0.30, FULFILLMENT_GROUP_ID from BLC_FULFILLMENT_GROUP where ORDER_ID = ?", OFFERS.incrementAndGet(), id);
        sql("update BLC_FULFILLMENT_GROUP set TOTAL_FEE_TAX = 0.30, TOTAL_TAX = 12.38, TOTAL = MERCHANDISE_TOTAL + PRICE + 13.88 where ORDER_ID = ?", id);
        sql("update BLC_ORDER set ORDER_TOTAL = 156.21 where ORDER_ID = ?", id);

        OrderMoney money = money(order);

        assertThat(inOrder(money)).extracting(PaidLine::tax).containsExactly(new BigDecimal("5.55"), new BigDecimal("5.55"));
        assertThat(money.delivery()).isEqualTo("5.88");
        assertThat(money.fees()).isEqualTo("1.80");
        assertThat(money.addsUp()).isTrue();
    }

    @Test
    void anOrderFromElsewhereHasLinesThoughItDoesNotAddUp() {
        String imported = TestShop.newOrder(CUSTOMER, Map.of(FERN, 10, BALCONY_SET, 1));
        sql("update BLC_FULFILLMENT_GROUP_ITEM set TOTAL_ITEM_AMOUNT = null, PRORATED_ORDER_ADJ = null, TOTAL_ITEM_TAX = null where"
            + OF_ORDER, TestShop.orderId(imported));
        assertThat(sum(money(imported), PaidLine::paid)).isEqualByComparingTo("191.00");
        assertThat(money(imported).addsUp()).isFalse();

        String overridden = TestShop.newOrder(CUSTOMER, Map.of(FERN, 1));
        sql("update BLC_ORDER set ORDER_TOTAL = 1 where ORDER_ID = ?", TestShop.orderId(overridden));
        assertThat(money(overridden).addsUp()).isFalse();
        sql("update BLC_ORDER set ORDER_TOTAL = null where ORDER_ID = ?", TestShop.orderId(overridden));
        assertThat(money(overridden)).satisfies(money -> assertThat(money.total()).isNull());

        String alone = TestShop.newOrder(CUSTOMER, Map.of(FERN, 1));
        sql("delete from BLC_FG_ITEM_TAX_XREF where FULFILLMENT_GROUP_ITEM_ID in (select FULFILLMENT_GROUP_ITEM_ID"
            + " from BLC_FULFILLMENT_GROUP_ITEM where" + OF_ORDER + ")", TestShop.orderId(alone));
        sql("delete from BLC_FULFILLMENT_GROUP_ITEM where" + OF_ORDER, TestShop.orderId(alone));
        assertThat(lines(money(alone))).containsExactly("1 14.90 0.00 0.00");
    }

    /** Whatever else runs in this shop has none. */
    @AfterEach
    void withTheShopsCurrencyAlone() {
        ReturnTables.withoutFurtherCurrencies();
    }

    @Test
    void anOrderWithoutACurrencyHasTheShopsAndOthersTheirDigits() {
        String order = TestShop.newOrder(CUSTOMER, Map.of(FERN, 2));
        sql("update BLC_ORDER set CURRENCY_CODE = null where ORDER_ID = ?", TestShop.orderId(order));
        assertThat(money(order).currency()).isEqualTo(Currency.getInstance("EUR"));

        for (Map.Entry<String, String> price : Map.of("JPY", "36", "KWD", "35.760").entrySet()) {
            ReturnTables.inCurrency(TestShop.orderId(order), price.getKey());
            assertThat(inOrder(money(order)).get(0).paid()).isEqualTo(price.getValue());
        }
    }

    @Test
    void manyOrdersTakeAsManyQueriesAsOne() {
        List<Long> one = List.of(TestShop.orderId(TestShop.newOrder(CUSTOMER, Map.of(FERN, 1, BALCONY_SET, 1))));
        List<Long> many = new ArrayList<>(one);
        IntStream.rangeClosed(1, 10).forEach(i ->
            many.add(TestShop.orderId(TestShop.newOrder(CUSTOMER, Map.of(FERN, i, CHEESE_PLANT, i, POT, i, BALCONY_SET, i)))));

        // The fifth asks for the currency of orders that name none.
        assertThat(queriesFor(many)).isEqualTo(queriesFor(one)).isLessThanOrEqualTo(5);
        assertThat(TestShop.inTransaction(() -> TestShop.bean(ShopMoney.class).of(List.of()))).isEmpty();
        assertThat(TestShop.inTransaction(() -> TestShop.bean(ShopMoney.class).of(-1L))).isEmpty();
    }

    private static long queriesFor(Collection<Long> orders) {
        return Queries.of(() -> TestShop.inTransaction(() -> assertThat(TestShop.bean(ShopMoney.class).of(orders)).hasSameSizeAs(orders)));
    }

    private static void sql(String statement, Object... arguments) {
        assertThat(ReturnTables.database().update(statement, arguments)).as(statement).isPositive();
    }

    /** An offer for all articles of this customer's orders. */
    private static <T> T whileOffered(String discount, String value, Map<String, String> more, Supplier<T> work) {
        String id = Long.toString(OFFERS.incrementAndGet());
        Map<String, String> offer = new TreeMap<>(Map.of("OFFER_ID", id, "OFFER_TYPE", "'ORDER_ITEM'",
            "OFFER_DISCOUNT_TYPE", "'" + discount + "'", "OFFER_VALUE", value));
        offer.putAll(more);
        ReturnTables.copy("BLC_OFFER", 1, "OFFER_ID = -1", offer);
        ReturnTables.copy("BLC_OFFER_RULE", 1, "OFFER_RULE_ID = 1",
            Map.of("OFFER_RULE_ID", id, "MATCH_RULE", "'order.customer.username==\"" + CUSTOMER + "\"'"));
        ReturnTables.copy("BLC_OFFER_RULE_MAP", 1, "BLC_OFFER_OFFER_ID = -1",
            Map.of("OFFER_OFFER_RULE_ID", id, "BLC_OFFER_OFFER_ID", id, "OFFER_RULE_ID", id));
        forgetOffers();
        try {
            return work.get();
        } finally {
            // The back office cannot show such a rule.
            sql("delete from BLC_OFFER_RULE_MAP where BLC_OFFER_OFFER_ID = ?", Long.valueOf(id));
            sql("update BLC_OFFER set END_DATE = TIMESTAMP '2021-01-01 00:00:00' where OFFER_ID = ?", Long.valueOf(id));
            forgetOffers();
        }
    }

    private static void forgetOffers() {
        TestShop.get().siteContext().getBean("entityManagerFactory", EntityManagerFactory.class).getCache().evictAll();
        TestShop.inTransaction(() -> {
            TestShop.entityManager().unwrap(Session.class).getSessionFactory().getCache().evictQueryRegions();
            return null;
        });
    }

    private static OrderMoney ordered(Map<Long, Long> articles) {
        List<OrderItemRequestDTO> items = articles.keySet().stream().sorted()
            .map(article -> new OrderItemRequestDTO(article, articles.get(article).intValue())).toList();
        return money(TestShop.bean(DemoOrders.class).submit(CUSTOMER, items));
    }

    private static OrderMoney money(String order) {
        return TestShop.inTransaction(() -> {
            ShopOrders orders = TestShop.bean(ShopOrders.class);
            OrderMoney money = TestShop.bean(ShopMoney.class).of(TestShop.orderId(order)).orElseThrow();
            List<OrderedLine> lines = orders.linesOf(orders.findByNumber(order).orElseThrow());
            assertThat(money.lines()).hasSameSizeAs(lines);
            assertThat(lines).allSatisfy(line -> assertThat(money.lines().get(line.itemId()))
                .satisfies(paid -> assertThat(paid.quantity()).isEqualTo(line.quantity())));
            return money;
        });
    }

    private static String said(String order) {
        return NodeCommands.said(money(order));
    }

    private static Map<Long, Integer> articlesOf(String words) {
        Map<Long, Integer> articles = new TreeMap<>();
        for (String word : words.split(" ")) {
            articles.put(Long.valueOf(word.replaceAll("=.*", "")), Integer.valueOf(word.replaceAll(".*=", "")));
        }
        return articles;
    }

    private static List<PaidLine> inOrder(OrderMoney money) {
        return money.lines().values().stream().sorted(Comparator.comparing(PaidLine::itemId)).toList();
    }

    private static List<String> prices(OrderMoney money) {
        return inOrder(money).stream().map(line -> line.price().toString()).toList();
    }

    private static List<String> lines(OrderMoney money) {
        return inOrder(money).stream().map(NodeCommands::said).toList();
    }

    private static BigDecimal withoutTax(OrderMoney money) {
        return sum(money, line -> line.paid().subtract(line.tax()));
    }

    private static BigDecimal sum(OrderMoney money, Function<PaidLine, BigDecimal> what) {
        return money.lines().values().stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
