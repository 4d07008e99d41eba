package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.platform.CurrentSite;
import org.broadleafreturns.core.schema.SchemaConfiguration;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.SettingsConfiguration;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.core.storedsettings.StaleSettingsException;
import org.broadleafreturns.core.storedsettings.StoredSettingsConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What orders are promised, by merchants and by properties, over starts of the shop on every database. */
class PromisesIntegrationTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void otherPropertiesTakeNothingBackFromOrdersOfBefore(TestDatabase.Server server) throws Exception {
        DataSource database = SchemaIntegrationTests.migrated(server);
        start(database, START, 30, node -> assertThat(daysSince(node, Instant.EPOCH)).containsExactly(30));
        start(database, START.plus(DAY), 14, node -> { });

        start(database, START.plus(DAY.multipliedBy(2)), 14, node -> {
            assertThat(daysSince(node, Instant.EPOCH)).containsExactly(30, 14);
            assertThat(daysSince(node, START.plus(DAY))).containsExactly(14);
        });
        assertThat(rows(database)).as("one each of three settings, and one more").isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void nodesThatStartAtOnceNoteThemOnce(TestDatabase.Server server) throws Exception {
        DataSource database = SchemaIntegrationTests.migrated(server);

        AtOnce.run(Collections.nCopies(4, (Callable<Void>) () -> {
            start(database, START, 30, node -> { });
            return null;
        }));

        assertThat(rows(database)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatMerchantsSetIsKeptAndWhatTheySetBackFollowsTheProperties(TestDatabase.Server server) throws Exception {
        DataSource database = SchemaIntegrationTests.migrated(server);
        start(database, START, 30, node -> save(node, "60"));
        start(database, START.plus(DAY), 14, node -> {
            assertThat(daysSince(node, START)).containsExactly(60);
            save(node, "14");
        });

        start(database, START.plus(DAY.multipliedBy(2)), 7, node -> {
            assertThat(node.getBean(ReturnsSettings.class).requestWindow().days()).isEqualTo(7);
            assertThat(daysSince(node, START.minus(DAY))).containsExactly(30, 60, 14, 7);
            assertThat(daysSince(node, START.plus(DAY))).containsExactly(14, 7);
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void ofManyWhoSaveAtOnceOneWins(TestDatabase.Server server) throws Exception {
        DataSource database = SchemaIntegrationTests.migrated(server);
        start(database, START, 30, node -> {
            for (int round = 0; round < 3; round++) {
                MerchantSettingsService settings = node.getBean(MerchantSettingsService.class);
                int version = settings.version();
                List<Callable<Boolean>> merchants = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    Map<String, String> inputs = Map.of("numberPrefix", "SET" + i, "windowDays", "5" + i,
                        "formMessage.en", "Text " + i);
                    merchants.add(() -> saves(settings, version, inputs));
                }

                assertThat(saved(merchants)).isEqualTo(1);
                String winner = node.getBean(ReturnsSettings.class).numberPrefix().replace("SET", "");
                assertThat(settings.inputs(Locale.ENGLISH)).containsEntry("formMessage.en", "Text " + winner)
                    .containsEntry("windowDays", "5" + winner);
            }
        });
    }

    private static long saved(List<Callable<Boolean>> merchants) {
        try {
            return AtOnce.run(merchants).stream().filter(won -> won).count();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean saves(MerchantSettingsService settings, int version, Map<String, String> inputs) {
        try {
            settings.save(version, inputs, "Alex");
            return true;
        } catch (StaleSettingsException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void aShopThatCannotNoteThemStartsAllTheSame(TestDatabase.Server server) throws Exception {
        DataSource database = SchemaIntegrationTests.migrated(server);
        new JdbcTemplate(database).execute("DROP TABLE RTN_SETTING");

        start(database, START, 30, node ->
            assertThatThrownBy(() -> node.getBean(ReturnsSettings.class).enabled()).hasMessageContaining("RTN_SETTING"));
    }

    private static List<Integer> daysSince(AnnotationConfigApplicationContext node, Instant moment) {
        return node.getBean(ReturnsSettings.class).requestWindows().since(moment).stream().map(RequestWindow::days).toList();
    }

    private static void save(AnnotationConfigApplicationContext node, String days) {
        MerchantSettingsService settings = node.getBean(MerchantSettingsService.class);
        settings.save(settings.version(), Map.of("windowDays", days), "Alex");
    }

    private static int rows(DataSource database) {
        return new JdbcTemplate(database).queryForObject("SELECT COUNT(*) FROM RTN_SETTING", Integer.class);
    }

    private static void start(DataSource database, Instant now, int days, Consumer<AnnotationConfigApplicationContext> then) {
        try (AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext()) {
            node.getEnvironment().getPropertySources().addFirst(
                new MapPropertySource("test", Map.of("returns.window.days", days, "returns.schema.migrate", "no")));
            node.registerBean("webDS", DataSource.class, () -> database);
            node.registerBean("entityManagerFactory", EntityManagerFactory.class, () -> Mockito.mock(EntityManagerFactory.class));
            node.registerBean("blTransactionManager", PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
            node.registerBean("rtnClock", Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
            node.registerBean(CurrentSite.class, () -> () -> CurrentSite.NONE);
            StaticMessageSource messages = new StaticMessageSource();
            node.registerBean("messageSource", StaticMessageSource.class, () -> messages);
            node.register(SchemaConfiguration.class, SettingsConfiguration.class, StoredSettingsConfiguration.class);
            node.refresh();
            then.accept(node);
        }
    }
}
