package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.broadleafreturns.core.exclusion.ExclusionGround;
import org.broadleafreturns.core.exclusion.Mark;
import org.broadleafreturns.core.exclusion.MarkHistory;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.platform.ShopCatalogue;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What marks said and since when, on every database. Product 1 is in category 30; there are the products 1 to 3. */
@OwnShops
class MarkHistoryIntegrationTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Mark HYGIENE = Mark.excluded(ExclusionGround.HYGIENE, null);

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatAMarkSaidIsKeptUntilItWasChangedOrRemoved(TestDatabase.Server server) {
        try (Shop shop = new Shop(SchemaIntegrationTests.migrated(server))) {
            shop.add(7, "PRODUCT_ID", 1, "NOT_RETURNABLE", "HYGIENE");
            assertThat(shop.since(START.minusMillis(1), 1)).containsExactly(Map.of(), Map.of(1L, HYGIENE));
            assertThat(shop.since(START, 1)).containsExactly(Map.of(1L, HYGIENE));

            shop.change(7, "KIND = 'RETURNABLE', GROUND = NULL");
            assertThat(shop.past()).containsExactly("7 0-1 NOT_RETURNABLE HYGIENE 1 null");
            assertThat(shop.since(START, 1)).containsExactly(Map.of(1L, HYGIENE), Map.of(1L, Mark.RETURNABLE));
            assertThat(shop.since(START.plusMillis(1), 1)).containsExactly(Map.of(1L, Mark.RETURNABLE));

            shop.change(7, "PRODUCT_ID = 2");
            shop.change(7, "PRODUCT_ID = NULL, CATEGORY_ID = 30");
            shop.remove(7);
            assertThat(shop.past()).containsExactly("7 0-1 NOT_RETURNABLE HYGIENE 1 null", "7 1-2 RETURNABLE null 1 null",
                "7 2-3 RETURNABLE null 2 null", "7 3-4 RETURNABLE null null 30");
            assertThat(shop.since(START.plusMillis(1), 1)).containsExactly(Map.of(1L, Mark.RETURNABLE), Map.of());
            assertThat(shop.since(START.plusMillis(4), 1)).containsExactly(Map.of());
            assertThat(shop.since(START.plusMillis(2), 2)).containsExactly(Map.of(2L, Mark.RETURNABLE), Map.of());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void anotherGroundIsToldAndBeginsNothing(TestDatabase.Server server) {
        try (Shop shop = new Shop(SchemaIntegrationTests.migrated(server))) {
            shop.add(7, "PRODUCT_ID", 1, "NOT_RETURNABLE", "HYGIENE");
            shop.add(8, "PRODUCT_ID", 2, "NOT_RETURNABLE", "HYGIENE");

            shop.change(7, "GROUND = 'OTHER'");
            shop.sql.update("INSERT INTO RTN_EXCLUSION_GROUND (EXCLUSION_ID, LANGUAGE_TAG, CONTENT) VALUES (7, 'en', 'Ours')");
            shop.sql.update("INSERT INTO RTN_EXCLUSION_GROUND (EXCLUSION_ID, LANGUAGE_TAG, CONTENT) VALUES (7, 'de', 'Unser')");

            assertThat(shop.past()).isEmpty();
            assertThat(shop.marks.of(List.of(1L, 2L))).isEqualTo(Map.of(2L, HYGIENE,
                1L, Mark.excluded(ExclusionGround.OTHER, new Words(Map.of("en", "Ours", "de", "Unser"), Locale.FRENCH))));
            assertThat(shop.since(START, 1)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatHeldForNoTimeLeavesNothing(TestDatabase.Server server) {
        try (Shop shop = new Shop(SchemaIntegrationTests.migrated(server))) {
            shop.add(7, "PRODUCT_ID", 1, "NOT_RETURNABLE", "HYGIENE");
            shop.clock.decrementAndGet();
            shop.change(7, "KIND = 'RETURNABLE'");
            shop.clock.addAndGet(-5);
            shop.change(7, "KIND = 'NOT_RETURNABLE'");

            assertThat(shop.past()).isEmpty();
            assertThat(shop.sql.queryForObject("SELECT HELD_FROM FROM RTN_EXCLUSION", Long.class)).isEqualTo(START.toEpochMilli());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void marksOfBeforeAndThoseThatWereWrittenPastItHaveAlwaysHeld(TestDatabase.Server server) throws Exception {
        DataSource database = UpgradeIntegrationTests.ofBefore(server);
        SchemaIntegrationTests.migrate(database, "yes");
        try (Shop shop = new Shop(database)) {
            assertThat(shop.since(Instant.MIN, 21)).hasSize(1).first().satisfies(marks -> assertThat(marks.get(21L).isReturnable()).isFalse());

            shop.remove(1);

            assertThat(shop.past()).containsExactly("1 null-0 NOT_RETURNABLE OTHER 21 null");
            assertThat(shop.since(Instant.MIN, 21)).hasSize(2).element(1).isEqualTo(Map.of());
        }
    }

    /** HSQLDB has no row that a query could lock. */
    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = "HSQLDB", mode = EnumSource.Mode.EXCLUDE)
    void whoChangesAMarkWaitsForWhoeverElseDoes(TestDatabase.Server server) throws Exception {
        try (Shop shop = new Shop(SchemaIntegrationTests.migrated(server))) {
            shop.add(7, "PRODUCT_ID", 1, "NOT_RETURNABLE", "HYGIENE");
            List<Callable<Void>> merchants = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String change = i % 2 == 0 ? "KIND = 'RETURNABLE'" : "PRODUCT_ID = 3 - PRODUCT_ID";
                merchants.add(() -> {
                    shop.change(7, change);
                    return null;
                });
            }

            AtOnce.run(merchants);

            List<Long> ends = shop.sql.queryForList("SELECT HELD_UNTIL FROM RTN_EXCLUSION_PAST ORDER BY HELD_UNTIL", Long.class);
            List<Long> beginnings = shop.sql.queryForList("SELECT HELD_FROM FROM RTN_EXCLUSION_PAST ORDER BY HELD_UNTIL", Long.class);
            beginnings.add(shop.sql.queryForObject("SELECT HELD_FROM FROM RTN_EXCLUSION", Long.class));
            assertThat(ends).as("three moved it, the first of three others made it returnable").hasSize(4);
            assertThat(beginnings.subList(1, 5)).as("each begins where another ends").isEqualTo(ends);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatWasSaidKeepsNobodyFromDeletingAProduct(TestDatabase.Server server) {
        try (Shop shop = new Shop(SchemaIntegrationTests.migrated(server))) {
            shop.add(7, "PRODUCT_ID", 1, "NOT_RETURNABLE", "HYGIENE");
            assertThatThrownBy(() -> shop.sql.update("DELETE FROM BLC_PRODUCT WHERE PRODUCT_ID = 1"))
                .isInstanceOf(DataIntegrityViolationException.class);

            shop.remove(7);
            shop.sql.update("DELETE FROM BLC_PRODUCT WHERE PRODUCT_ID = 1");

            assertThat(shop.past()).hasSize(1);
        }
    }

    /** Its clock goes on by a millisecond each time that it is asked. */
    private static final class Shop implements AutoCloseable {

        private final AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        private final TransactionTemplate transaction;
        final JdbcTemplate sql;
        final AtomicLong clock = new AtomicLong(START.toEpochMilli());
        final MarkHistory history;
        final ProductMarks marks;

        Shop(DataSource database) {
            sql = new JdbcTemplate(database);
            transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            for (long product = 1; product <= 3; product++) {
                sql.update("INSERT INTO BLC_PRODUCT (PRODUCT_ID) VALUES (?)", product);
            }
            sql.update("INSERT INTO BLC_CATEGORY (CATEGORY_ID) VALUES (30)");
            Clock ticking = mock(Clock.class);
            when(ticking.millis()).thenAnswer(call -> clock.getAndIncrement());
            ShopCatalogue catalogue = mock(ShopCatalogue.class);
            when(catalogue.categoriesOf(any())).thenAnswer(call ->
                call.<Set<Long>>getArgument(0).contains(1L) ? Map.of(1L, Set.of(30L)) : Map.of());
            ReturnsSettings settings = mock(ReturnsSettings.class);
            when(settings.defaultLanguage()).thenReturn(Locale.FRENCH);
            Repositories repositories = mock(Repositories.class, call -> mock(call.<Class<?>>getArgument(0)));
            node.registerBean("webDS", DataSource.class, () -> database);
            node.registerBean("rtnClock", Clock.class, () -> ticking);
            node.registerBean(ShopCatalogue.class, () -> catalogue);
            node.registerBean(ReturnsSettings.class, () -> settings);
            node.registerBean(Repositories.class, () -> repositories);
            node.scan(Mark.class.getPackageName());
            node.refresh();
            history = node.getBean(MarkHistory.class);
            marks = node.getBean(ProductMarks.class);
        }

        void add(long id, String target, long targetId, String kind, String ground) {
            transaction.executeWithoutResult(status -> {
                sql.update("INSERT INTO RTN_EXCLUSION (EXCLUSION_ID, KIND, GROUND, " + target + ") VALUES (?, ?, ?, ?)", id, kind, ground, targetId);
                history.added(id);
            });
        }

        void change(long id, String values) {
            transaction.executeWithoutResult(status -> {
                MarkHistory.Saying before = history.before(id).orElseThrow();
                sql.update("UPDATE RTN_EXCLUSION SET " + values + " WHERE EXCLUSION_ID = ?", id);
                history.changed(before);
            });
        }

        void remove(long id) {
            transaction.executeWithoutResult(status -> {
                MarkHistory.Saying before = history.before(id).orElseThrow();
                sql.update("DELETE FROM RTN_EXCLUSION WHERE EXCLUSION_ID = ?", id);
                history.changed(before);
            });
        }

        List<Map<Long, Mark>> since(Instant moment, long product) {
            return List.copyOf(marks.since(moment, List.of(product)).since(moment));
        }

        /** Moments in milliseconds since the start. */
        List<String> past() {
            long start = START.toEpochMilli();
            return sql.query("SELECT EXCLUSION_ID, HELD_FROM, HELD_UNTIL, KIND, GROUND, PRODUCT_ID, CATEGORY_ID FROM RTN_EXCLUSION_PAST"
                + " ORDER BY HELD_UNTIL", (row, number) -> row.getLong(1) + " " + (row.getObject(2) == null ? null : row.getLong(2) - start) + "-"
                + (row.getLong(3) - start) + " " + row.getString(4) + " " + row.getString(5) + " " + row.getString(6) + " " + row.getString(7));
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
