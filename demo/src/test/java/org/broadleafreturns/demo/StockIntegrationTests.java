package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;

/** Two nodes of a shop: on one, shoppers buy what its cache has, on the other a merchant decides on returns of the same article. */
@OwnShops
class StockIntegrationTests {

    private static final long POT = 5;
    private static final int PEOPLE = 25;
    private static final int TIMES = 4;
    private static final int RETURNS = 24;
    private static final int UNITS = 2;
    /** Enough for all who buy but the last ones. */
    private static final int IN_STOCK = 200;
    private static final String TABLE =
        ClassUtils.isPresent("org.hibernate.ejb.HibernatePersistence", null) ? "DEMO_COUNTED_SKU" : "BLC_SKU";

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void noUnitIsLostOrMade(TestDatabase.Server server) throws Exception {
        SharedShop shop = SharedShop.on(server);
        TestDatabase database = shop.database();
        JdbcTemplate sql = shop.sql();
        ShopNode buyers = shop.secondNode();
        ShopNode merchants = shop.node();
        List<String> returns = new ArrayList<>();
        for (int order = 0; order < RETURNS / 4; order++) {
            String number = merchants.ask("order john@example.com 5=8");
            for (int i = 0; i < 4; i++) {
                returns.add(merchants.ask("request " + number + " 0 " + UNITS));
            }
        }
        assertThat(returns).allMatch(number -> number.startsWith("R"));
        String all = String.join(",", returns);
        set(sql, IN_STOCK);
        buyers.ask("sell 5 1 1");
        merchants.ask("sell 5 1 1");
        int units = stock(sql);
        int before = moved(sql);
        long deadlocks = RealShop.deadlocks(sql, server);

        // What others have changed counts, whatever the cache has, and although the sale comes to what the cache had.
        set(sql, units + 1);
        assertThat(buyers.ask("sell 5 1 1")).isEqualTo("1");
        assertThat(stock(sql)).isEqualTo(units);

        buyers.tell("sell 5 " + PEOPLE + " " + TIMES);
        assertThat(merchants.ask("become " + PEOPLE + " ACCEPTED " + all)).isEqualTo("done");
        assertThat(buyers.answer()).isEqualTo(Integer.toString(PEOPLE * TIMES));
        units += RETURNS * UNITS - PEOPLE * TIMES;
        assertThat(stock(sql)).isEqualTo(units);
        assertThat(moved(sql) - before).isEqualTo(RETURNS * UNITS);

        buyers.tell("sell 5 " + PEOPLE + " 2");
        assertThat(merchants.ask("become " + PEOPLE + " RECEIVED " + all)).isEqualTo("done");
        assertThat(buyers.answer()).isEqualTo(Integer.toString(PEOPLE * 2));
        units -= RETURNS * UNITS + PEOPLE * 2;
        assertThat(stock(sql)).isEqualTo(units).isPositive().isLessThan(PEOPLE * TIMES);
        assertThat(moved(sql)).isEqualTo(before);

        // Nobody buys what is not there.
        assertThat(buyers.ask("sell 5 " + PEOPLE + " " + TIMES)).isEqualTo(Integer.toString(units));
        assertThat(stock(sql)).isZero();
        if (server == TestDatabase.Server.POSTGRESQL) {
            assertThat(RealShop.deadlocks(sql, server)).isEqualTo(deadlocks);
        }

        // What was sold meanwhile is not taken, and goes on counting as put back.
        merchants.ask("become 1 ACCEPTED " + returns.get(0));
        assertThat(buyers.ask("sell 5 1 1")).isEqualTo("1");
        merchants.ask("become 1 RECEIVED " + returns.get(0));
        assertThat(stock(sql)).isZero();
        assertThat(moved(sql) - before).isEqualTo(1);
        merchants.ask("become 1 ACCEPTED " + returns.get(0));
        assertThat(stock(sql)).isEqualTo(1);
        assertThat(moved(sql) - before).isEqualTo(UNITS);

        aDecisionWaitsForWhoeverHasTheRow(database, sql, merchants, returns.get(1));
    }

    /** It has read what was there when it began, and changes what is there since. */
    private static void aDecisionWaitsForWhoeverHasTheRow(TestDatabase database, JdbcTemplate sql, ShopNode merchants, String number)
            throws Exception {
        try (Connection other = database.dataSource().getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("UPDATE " + TABLE + " SET QUANTITY_AVAILABLE = 70 WHERE SKU_ID = " + POT);
            merchants.tell("become 1 ACCEPTED " + number);
            await().until(() -> waiting(sql, database.server()) > 0);
            other.commit();
        }
        assertThat(merchants.answer()).isEqualTo("done");
        assertThat(stock(sql)).isEqualTo(70 + UNITS);
    }

    private static int waiting(JdbcTemplate sql, TestDatabase.Server server) {
        return sql.queryForObject(server == TestDatabase.Server.POSTGRESQL
            ? "SELECT COUNT(*) FROM PG_STAT_ACTIVITY WHERE WAIT_EVENT_TYPE = 'Lock' AND DATNAME = CURRENT_DATABASE()"
            : "SELECT COUNT(*) FROM INFORMATION_SCHEMA.INNODB_TRX WHERE TRX_STATE = 'LOCK WAIT'", Integer.class);
    }

    private static int stock(JdbcTemplate sql) {
        return sql.queryForObject("SELECT QUANTITY_AVAILABLE FROM " + TABLE + " WHERE SKU_ID = " + POT, Integer.class);
    }

    private static void set(JdbcTemplate sql, int units) {
        sql.update("UPDATE " + TABLE + " SET QUANTITY_AVAILABLE = ? WHERE SKU_ID = " + POT, units);
    }

    private static int moved(JdbcTemplate sql) {
        return sql.queryForObject("SELECT COALESCE(SUM(CASE WHEN DIRECTION = 'PUT' THEN UNITS_MOVED ELSE -UNITS_MOVED END), 0)"
            + " FROM RTN_STOCK_MOVEMENT", Integer.class);
    }
}
