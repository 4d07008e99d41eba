package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.installation.Finding;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.installation.InstallationConfiguration;
import org.broadleafreturns.core.installation.InstallationNotes;
import org.broadleafreturns.core.installation.InstallationReport;
import org.broadleafreturns.core.installation.StorefrontPart;
import org.broadleafreturns.core.schema.SchemaConfiguration;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the modules say of the shop that they are installed in. */
class InstallationIntegrationTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void theDemoLacksNothing() {
        JdbcTemplate sql = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
        assertThat(sql.queryForList("SELECT NAME FROM RTN_INSTALLATION", String.class)).contains("storefront/installed", "zone")
            .noneMatch(name -> name.startsWith("finding/"));
        assertThat(HttpVisitor.merchant("admin").get("/return-settings").body()).contains("rtn-settings-form").doesNotContain("rtn-findings");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void rowsThatShoppersChooseFromAreMissed(TestDatabase.Server server) throws Exception {
        JdbcTemplate sql = new JdbcTemplate(SchemaIntegrationTests.migrated(server));
        start(sql, START, node -> assertThat(codes(node)).isEmpty());
        sql.update("DELETE FROM RTN_REASON");
        sql.execute("DROP INDEX RTN_REQUEST_BY_SUBMITTED" + (server == TestDatabase.Server.MARIADB ? " ON RTN_REQUEST" : ""));
        SchemaIntegrationTests.insertReturn(sql);

        start(sql, START, node -> assertThat(codes(node)).containsExactly("rtn.check.tables", "rtn.check.reasons"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void anotherTimeZoneIsTakenForAMistakeOnceThereAreReturns(TestDatabase.Server server) throws Exception {
        JdbcTemplate sql = new JdbcTemplate(SchemaIntegrationTests.migrated(server));
        start(sql, START, node -> assertThat(codes(node)).isEmpty());
        sql.update("UPDATE RTN_INSTALLATION SET CONTENT = 'Asia/Tokyo' WHERE NAME = 'zone'");
        start(sql, START, node -> assertThat(codes(node)).as("without returns").isEmpty());
        sql.update("UPDATE RTN_INSTALLATION SET CONTENT = 'Asia/Tokyo' WHERE NAME = 'zone'");
        SchemaIntegrationTests.insertReturn(sql);

        for (int start = 0; start < 2; start++) {
            start(sql, START, node -> assertThat(findings(node)).containsExactly(
                Finding.of("rtn.check.zone", TimeZone.getDefault().getID(), "Asia/Tokyo")));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void linesOfTemplatesThatWereNeverShownAreMissedAfterAWhile(TestDatabase.Server server) throws Exception {
        JdbcTemplate sql = new JdbcTemplate(SchemaIntegrationTests.migrated(server));
        start(sql, START, node -> {
            node.getBean(InstallationNotes.class).once(StorefrontPart.INSTALLED.note());
            assertThat(codes(node)).isEmpty();
        });
        Instant later = START.plus(Duration.ofHours(2));
        start(sql, later, node -> {
            assertThat(codes(node)).containsExactly("rtn.check.menuItem", "rtn.check.orderLink");
            node.getBean(InstallationNotes.class).once(StorefrontPart.MENU_ITEM.note());
            node.getBean(InstallationNotes.class).once(StorefrontPart.MENU_ITEM.note());
            assertThat(codes(node)).containsExactly("rtn.check.orderLink");
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void eachApplicationShowsWhatTheOtherLacksUntilItHasIt(TestDatabase.Server server) throws Exception {
        JdbcTemplate sql = new JdbcTemplate(SchemaIntegrationTests.migrated(server));
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("rtn.check.upload.storefront.file", Locale.ENGLISH, "{0} of {1}");
        List<Finding> lacks = new ArrayList<>(List.of(Finding.of("rtn.check.upload.storefront.file", "1", "10")));
        start(sql, START, node -> {
            InstallationNotes notes = node.getBean(InstallationNotes.class);
            InstallationReport storefront = new InstallationReport("storefront", notes, List.of(() -> lacks), messages);
            InstallationReport backOffice = new InstallationReport("backOffice", notes, List.of(), messages);

            storefront.afterSingletonsInstantiated();
            assertThat(backOffice.sentences(Locale.ENGLISH)).containsExactly("1 of 10");
            lacks.clear();
            storefront.afterSingletonsInstantiated();
            assertThat(backOffice.sentences(Locale.ENGLISH)).isEmpty();
        });
    }

    @Test
    void aShopWithoutTheTableStarts() {
        TestDatabase database = TestDatabase.Server.H2.newDatabase();
        start(new JdbcTemplate(database.dataSource()), START, node -> {
            node.getBean(InstallationNotes.class).once("anything");
            new InstallationReport("storefront", node.getBean(InstallationNotes.class),
                List.of(() -> { throw new IllegalStateException("A check that fails"); }), new StaticMessageSource())
                .afterSingletonsInstantiated();
        }, "no");
    }

    private static List<String> codes(AnnotationConfigApplicationContext node) {
        return findings(node).stream().map(Finding::code).toList();
    }

    private static List<Finding> findings(AnnotationConfigApplicationContext node) {
        return node.getBeanProvider(InstallationCheck.class).orderedStream().flatMap(check -> check.findings().stream()).toList();
    }

    private static void start(JdbcTemplate sql, Instant now, Consumer<AnnotationConfigApplicationContext> then) {
        start(sql, now, then, "yes");
    }

    private static void start(JdbcTemplate sql, Instant now, Consumer<AnnotationConfigApplicationContext> then, String mode) {
        ReturnsSettings settings = Mockito.mock(ReturnsSettings.class);
        Mockito.when(settings.mail()).thenReturn(new ReturnsSettings.Mail("returns@shop.example", List.of(), "https://shop.example", 1,
            Duration.ZERO, Duration.ZERO));
        try (AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext()) {
            node.getEnvironment().getPropertySources().addFirst(
                new MapPropertySource("test", Map.of("returns.schema.migrate", mode)));
            node.registerBean("webDS", DataSource.class, sql::getDataSource);
            node.registerBean("entityManagerFactory", EntityManagerFactory.class, () -> Mockito.mock(EntityManagerFactory.class));
            node.registerBean("rtnClock", Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
            node.registerBean(ReturnsSettings.class, () -> settings);
            node.register(SchemaConfiguration.class, InstallationConfiguration.class);
            node.refresh();
            then.accept(node);
        }
    }
}
