package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafreturns.core.background.BackgroundConfiguration;
import org.broadleafreturns.core.background.ScheduledWork;
import org.broadleafreturns.core.event.EventConfiguration;
import org.broadleafreturns.core.mail.MailBacklog;
import org.broadleafreturns.core.mail.MailConfiguration;
import org.broadleafreturns.core.mail.MailFailure;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.request.RequestConfiguration;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.schema.SchemaConfiguration;
import org.broadleafreturns.core.search.SearchConfiguration;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.Waiting;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.broadleafreturns.core.waiting.WaitingState;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is waiting: counted on every database, and shown in the back office. */
class WaitingIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static Instant ago(int minutes) {
        return NOW.minus(minutes, ChronoUnit.MINUTES);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatWaitsIsCountedFromTheOldestOn(TestDatabase.Server server) {
        DataSource database = SchemaIntegrationTests.platform(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        try (AnnotationConfigApplicationContext node = node(database)) {
            // A filled search is not looked at again.
            sql.update("INSERT INTO RTN_SEARCH_FILLING (FILLING_ID, NEXT_REQUEST_ID) VALUES (1, 2)");
            assertThat(backlogs(node)).allSatisfy((name, backlog) -> assertThat(backlog).as(name).isEqualTo(Backlog.NONE));
            fill(sql);

            Map<String, Backlog> backlogs = backlogs(node);
            assertThat(backlogs).containsEntry("rtnOverdueWork", Backlog.of(2, ago(90)))
                .containsEntry("rtnFailingWork", Backlog.of(1, ago(100)))
                .containsEntry("rtnUntoldEvents", Backlog.of(3, ago(300)))
                .containsEntry("rtnRefusedEvents", Backlog.of(1, ago(200)))
                .containsEntry("rtnUnconfirmedSteps", Backlog.of(1, ago(30)))
                .containsEntry("rtnReturnsWithoutWords", Backlog.of(2, null));
            MailBacklog mails = node.getBean(MailBacklog.class);
            assertThat(mails.in(MailState.QUEUED)).isEqualTo(Backlog.of(2, ago(50)));
            assertThat(mails.in(MailState.FAILED)).isEqualTo(Backlog.of(1, ago(60)));
            assertThat(mails.oldest(MailState.QUEUED, 1)).containsExactly(new MailBacklog.Unsent(1L, "R1", ago(50), null));
            assertThat(mails.oldest(MailState.FAILED, 20)).containsExactly(new MailBacklog.Unsent(4L, null, ago(60), MailFailure.UNKNOWN));

            assertThat(items(node, "rtnOverdueWork")).extracting(WaitingItem::name, WaitingItem::since)
                .containsExactly(tuple("rtn-mail", ago(90)),
                    tuple("rtn-cleanup", ago(2)));
            assertThat(items(node, "rtnFailingWork")).extracting(WaitingItem::name).containsExactly("rtn-failing");
            assertThat(items(node, "rtnUntoldEvents")).extracting(WaitingItem::name, WaitingItem::since, WaitingItem::arguments)
                .containsExactly(tuple("stock", ago(200), List.of(1)),
                    tuple("warehouse", ago(300), List.of(2)));
            assertThat(items(node, "rtnRefusedEvents")).extracting(WaitingItem::returnNumber, WaitingItem::since)
                .containsExactly(tuple("R2", ago(200)));
            assertThat(items(node, "rtnUnconfirmedSteps")).extracting(WaitingItem::returnNumber, WaitingItem::code)
                .containsExactly(tuple("R1", "rtn.status.RECEIVED"));
            assertThat(node.getBean(ScheduledWork.class).kinds()).extracting(ScheduledWork.Kind::name, ScheduledWork.Kind::running)
                .containsExactly(tuple("rtn-cleanup", false),
                    tuple("rtn-failing", true));
        }
    }

    private static Map<String, Backlog> backlogs(AnnotationConfigApplicationContext node) {
        return List.of("rtnOverdueWork", "rtnFailingWork", "rtnUntoldEvents", "rtnRefusedEvents", "rtnUnconfirmedSteps",
            "rtnReturnsWithoutWords").stream().collect(Collectors.toMap(name -> name,
                name -> node.getBean(name, WaitingSource.class).backlog()));
    }

    private static List<WaitingItem> items(AnnotationConfigApplicationContext node, String source) {
        return node.getBean(source, WaitingSource.class).oldest(20);
    }

    /** Beans of the module that need nothing but the database; no other is made. */
    private static AnnotationConfigApplicationContext node(DataSource database) {
        AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        ReturnsSettings settings = Mockito.mock(ReturnsSettings.class);
        Mockito.when(settings.previewLifetime()).thenReturn(Duration.ofHours(24));
        node.registerBean("webDS", DataSource.class, () -> database);
        node.registerBean("rtnClock", Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        node.registerBean("entityManagerFactory", EntityManagerFactory.class, () -> Mockito.mock(EntityManagerFactory.class));
        node.registerBean(ReturnsSettings.class, () -> settings);
        node.register(SchemaConfiguration.class, BackgroundConfiguration.class, EventConfiguration.class, MailConfiguration.class,
            RequestConfiguration.class, SearchConfiguration.class);
        node.addBeanFactoryPostProcessor((BeanFactoryPostProcessor) beans -> {
            // Which Spring would make to start it.
            node.removeBeanDefinition("rtnMailConnections");
            List.of(beans.getBeanDefinitionNames()).forEach(name -> beans.getBeanDefinition(name).setLazyInit(true));
        });
        node.refresh();
        node.getBean("rtnSchema");
        return node;
    }

    private static void fill(JdbcTemplate sql) {
        sql.update("INSERT INTO BLC_ORDER VALUES (1)");
        sql.update("INSERT INTO BLC_CUSTOMER VALUES (7)");
        for (int i = 1; i <= 3; i++) {
            sql.update("INSERT INTO RTN_REQUEST (REQUEST_ID, RETURN_NUMBER, ORDER_NUMBER, STATUS, SUBMITTED_AT, ARTICLE_COUNT, ORDER_ID,"
                + " CUSTOMER_ID, REFUND_TYPE, LANGUAGE_TAG, STATUS_CHANGED_AT, VERSION) VALUES (?, ?, 'O1', 'REQUESTED', CURRENT_TIMESTAMP,"
                + " 1, 1, 7, 'OTHER', 'en', CURRENT_TIMESTAMP, 0)", i, "R" + i);
        }
        mail(sql, 1, "QUEUED", "R1", 50, null);
        mail(sql, 2, "QUEUED", null, 10, null);
        mail(sql, 3, "SENT", null, 500, null);
        mail(sql, 4, "FAILED", null, 60, "It said something once");
        event(sql, 1, 1, 300);
        event(sql, 2, 1, 250);
        event(sql, 3, 2, 200);
        delivery(sql, "warehouse", 1, 1, 0, 0);
        delivery(sql, "warehouse", 1, 2, 0, 0);
        delivery(sql, "stock", 2, 3, 10, NOW.plusSeconds(60).toEpochMilli());
        List.of("warehouse", "stock", "idle").forEach(name ->
            sql.update("INSERT INTO RTN_EVENT_LISTENER (LISTENER_NAME, REGISTERED_AT) VALUES (?, CURRENT_TIMESTAMP)", name));
        preview(sql, 1, 40, 39);
        preview(sql, 2, 30, null);
        task(sql, "rtn-mail", "5", ago(90), false, null, 0);
        task(sql, "rtn-mail", "6", ago(-5), false, null, 4);
        task(sql, "rtn-cleanup", "recurring", ago(2), false, ago(3), 1);
        task(sql, "rtn-failing", "recurring", ago(70), true, ago(100), 2);
    }

    private static void mail(JdbcTemplate sql, int id, String state, String about, int minutes, String error) {
        sql.update("INSERT INTO RTN_MAIL (MAIL_ID, MESSAGE_ID, SENDER, RECIPIENT, SUBJECT, STATE, ATTEMPTS, LAST_ERROR,"
            + " QUEUED_AT, SENT_AT, VERSION, ABOUT) VALUES (?, ?, 's', 'r', 's', ?, 0, ?, ?, ?, 0, ?)", id, "<" + id + ">", state,
            error, Timestamp.from(ago(minutes)), Timestamp.from(NOW), about);
    }

    private static void event(JdbcTemplate sql, int id, int request, int minutes) {
        sql.update("INSERT INTO RTN_EVENT (EVENT_ID, REQUEST_ID, RETURN_NUMBER, ORDER_ID, EVENT_NUMBER, EVENT_KIND, HAPPENED_AT, ACTOR_KIND,"
            + " RETURN_VERSION, EVENT_VALUES) VALUES (?, ?, ?, 1, ?, 'test', ?, 'SYSTEM', 0, '')", id, request, "R" + request, id,
            Timestamp.from(ago(minutes)));
    }

    private static void delivery(JdbcTemplate sql, String listener, int request, int event, int attempts, long due) {
        sql.update("INSERT INTO RTN_EVENT_DELIVERY (LISTENER_NAME, REQUEST_ID, EVENT_NUMBER, EVENT_ID, ATTEMPTS, DUE_AT, FAILURE)"
            + " VALUES (?, ?, ?, ?, ?, ?, 'java.io.IOException')", listener, request, event, event, attempts, due);
    }

    private static void preview(JdbcTemplate sql, int id, int created, Integer applied) {
        sql.update("INSERT INTO RTN_STATUS_PREVIEW (PREVIEW_ID, TOKEN, REQUEST_ID, REQUEST_VERSION, MERCHANT_ID, TO_STATUS, CREATED_AT,"
            + " APPLIED_AT) VALUES (?, ?, 1, 0, 1, 'RECEIVED', ?, ?)", id, "token" + id, Timestamp.from(ago(created)),
            applied == null ? null : Timestamp.from(ago(applied)));
    }

    /** In UTC, as db-scheduler writes it. */
    private static void task(JdbcTemplate sql, String name, String instance, Instant due, boolean picked, Instant success, int failures) {
        sql.update("INSERT INTO RTN_SCHEDULED_TASK (TASK_NAME, TASK_INSTANCE, EXECUTION_TIME, PICKED, LAST_SUCCESS, CONSECUTIVE_FAILURES,"
            + " VERSION) VALUES (?, ?, ?, ?, ?, ?, 1)", statement -> {
                Calendar utc = Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
                statement.setString(1, name);
                statement.setString(2, instance);
                statement.setTimestamp(3, Timestamp.from(due), utc);
                statement.setBoolean(4, picked);
                if (success == null) {
                    statement.setNull(5, Types.TIMESTAMP);
                } else {
                    statement.setTimestamp(5, Timestamp.from(success), utc);
                }
                statement.setInt(6, failures);
            });
    }

    @Test
    void thePageSaysWhatWaitsAndLeadsToIt() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        failLongAgo(request);

        HttpVisitor admin = HttpVisitor.merchant("admin");
        Document page = Jsoup.parse(admin.get("/return-waiting").body());

        assertThat(page.select(".rtn-backlog tr[data-name]").eachAttr("data-name")).containsExactly("mails-queued", "mails-failed",
            "refunds-pending", "refunds-unknown", "refunds-partial", "events-untold", "events-refused", "work-overdue",
            "work-failing", "steps-unconfirmed", "search-words");
        Element row = page.selectFirst("tr[data-name=mails-failed]");
        assertThat(row.selectFirst(".rtn-waiting-count").text()).matches("[1-9][0-9,]*");
        assertThat(row.selectFirst(".rtn-waiting-age").text()).matches("[0-9,]{4,} days");
        Element first = page.select(row.selectFirst("a").attr("href")).select("li").stream()
            .filter(each -> each.text().contains(request.getNumber())).findFirst().orElseThrow();
        assertThat(first.text()).contains("The email could not be sent.").doesNotContain("example.com");
        assertThat(admin.get(first.selectFirst("a").attr("href")).headers().firstValue("Location").orElse(""))
            .endsWith("/order/" + request.getOrder().getId() + "#return-" + request.getNumber());
        assertThat(page.select(".rtn-waiting-work td:first-child").eachText()).contains("rtn-waiting-check", "rtn-preview-cleanup");
        assertThat(bean(Waiting.class).now()).filteredOn(state -> state.name().equals("mails-failed"))
            .extracting(WaitingState::isKnown).containsExactly(true);
    }

    private static void failLongAgo(ReturnRequest request) {
        JdbcTemplate sql = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
        await().untilAsserted(() -> assertThat(sql.queryForList("SELECT DISTINCT STATE FROM RTN_MAIL WHERE MAIL_ID IN"
            + " (SELECT MAIL_ID FROM RTN_JOURNAL_ENTRY WHERE REQUEST_ID = ?)", String.class, request.getId())).containsExactly("SENT"));
        sql.update("UPDATE RTN_MAIL SET STATE = 'FAILED', LAST_ERROR = '550 john@example.com unknown', QUEUED_AT = ? WHERE MAIL_ID IN"
            + " (SELECT MAIL_ID FROM RTN_JOURNAL_ENTRY WHERE REQUEST_ID = ?)", Timestamp.from(Instant.parse("2020-01-01T00:00:00Z")),
            request.getId());
    }
}
