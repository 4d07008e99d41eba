package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.persistence.EntityManagerFactory;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.site.StorefrontReturns;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the storefront's order history asks the database, with nothing in any cache. */
class OrderHistoryIntegrationTests {

    private static final String CUSTOMER = "history@example.com";
    private static final int MANY = 30;
    private static final int FEW = 3;
    private static final int ATTEMPTS = 5;

    private static final List<String> ORDERS = new ArrayList<>();

    /** Every order is for articles of their own, in categories of their own with parents of their own, and one for a bundle. */
    @BeforeAll
    static void manyOrders() {
        TestShop.newCustomer(CUSTOMER, "Hetty", "Long");
        JdbcTemplate database = ReturnTables.database();
        LongStream.range(0, MANY).forEach(i -> {
            long parent = TestCatalogue.category(null);
            long category = TestCatalogue.category(parent);
            long article = TestCatalogue.article(category);
            long other = TestCatalogue.article(category);
            long bundle = TestCatalogue.bundle(category, other, 2);
            ORDERS.add(TestShop.newOrder(CUSTOMER, Map.of(article, 2, bundle, 1)));
            // A mark that nothing is found under, so that all categories are looked through.
            database.update("insert into RTN_EXCLUSION (EXCLUSION_ID, KIND, CATEGORY_ID) values (?, 'RETURNABLE', ?)", -1000 - i, parent);
        });
        TestShop.change(TestShop.request(ORDERS.get(0), 0, 1), ReturnStatus.REFUSED, false);
    }

    @AfterAll
    static void takeMarksBack() {
        ReturnTables.database().update("delete from RTN_EXCLUSION");
    }

    @Test
    void aLongHistoryTakesAsManyQueriesAsAShortOne() {
        long few = queriesFor(ORDERS.subList(0, FEW));
        assertThat(few).isPositive();
        assertThat(queriesFor(ORDERS)).isEqualTo(few);
    }

    /** Work in the background may ask something meanwhile: the least of some attempts. */
    private static long queriesFor(List<String> numbers) {
        return LongStream.generate(() -> TestShop.inTransaction(() -> queriesOnce(numbers))).limit(ATTEMPTS).min().orElseThrow();
    }

    private static long queriesOnce(List<String> numbers) {
        EntityManagerFactory factory = TestShop.get().siteContext().getBean("entityManagerFactory", EntityManagerFactory.class);
        Statistics statistics = TestShop.entityManager().unwrap(Session.class).getSessionFactory().getStatistics();
        factory.getCache().evictAll();
        statistics.setStatisticsEnabled(true);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            List<Order> history = TestShop.entityManager().createQuery("select o from OrderImpl o where o.orderNumber in (:numbers)", Order.class)
                .setParameter("numbers", numbers).getResultList();
            long before = statistics.getPrepareStatementCount();
            StorefrontReturns page = TestShop.bean(StorefrontReturns.class);
            assertThat(history).hasSameSizeAs(numbers).allMatch(order -> page.offers(order, history));
            return statistics.getPrepareStatementCount() - before;
        } finally {
            RequestContextHolder.resetRequestAttributes();
            statistics.setStatisticsEnabled(false);
        }
    }
}
