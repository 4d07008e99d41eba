package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.demo.ScriptedMailServer.Manner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail servers that refuse, hang, cut the line or take their time; and changes that were never made. */
@Tag("long")
class MailServerIntegrationTests {

    private static final String TIMEOUT = "mail.smtp.timeout";

    private final JdbcTemplate sql = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));

    @ParameterizedTest
    @EnumSource(value = Manner.class, names = {"REFUSE_FOR_NOW", "CUT", "NO_GREETING"})
    void aMailThatWasNotTakenStaysQueuedAndGoesOutOnceTheServerIsWell(Manner manner) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(manner)) {
            withServer(server, () -> {
                ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
                server.awaitReached();
                await().until(() -> attempts(request) > 0);
                assertThat(state(request)).isEqualTo("QUEUED");
                assertThat(lastError(request)).isNotBlank();
                assertThat(server.messageIds()).doesNotContain(messageId(request));

                server.behave(Manner.ACCEPT);

                await().until(() -> state(request), "SENT"::equals);
                assertThat(timesReceived(server, request)).isEqualTo(1);
                assertThat(lastError(request)).isNull();
            });
        }
    }

    @Test
    void whatTheServerRefusesForGoodFailsAtOnceAndGoesOutWhenItIsSentAgain() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Manner.REFUSE_FOR_GOOD)) {
            withServer(server, () -> {
                ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
                await().until(() -> state(request), "FAILED"::equals);
                assertThat(attempts(request)).isEqualTo(1);

                server.behave(Manner.ACCEPT);
                TestShop.bean(StatusChangeService.class).sendMailAgain(request.getNumber(), sql.queryForObject(
                    "select MAIL_ID from RTN_MAIL where MESSAGE_ID = ?", Long.class, messageId(request)));

                await().until(() -> state(request), "SENT"::equals);
                assertThat(timesReceived(server, request)).isEqualTo(1);
            });
        }
    }

    @Test
    void aLateAnswerIsStillAnAnswer() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Manner.LATE)) {
            withServer(server, () -> {
                ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);

                await().until(() -> state(request), "SENT"::equals);
                assertThat(timesReceived(server, request)).isEqualTo(1);
                assertThat(attempts(request)).isEqualTo(1);
            });
        }
    }

    @Test
    void aServerThatForgetsToAnswerMakesOneRepetitionOfTheSameMessage() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Manner.NO_ANSWER)) {
            withServer(server, () -> {
                ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
                await().until(() -> state(request), "SENT"::equals);
                assertThat(timesReceived(server, request)).isEqualTo(2);
                assertThat(attempts(request)).isEqualTo(2);
            });
        }
    }

    @Test
    void noMailIsQueuedForAChangeThatWasRolledBack() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        await().until(() -> ReceivedMails.about(request.getNumber()).size(), received -> received == 1);
        String token = TestShop.preview(request, ReturnStatus.ACCEPTED, null, null).getToken();
        int mails = sql.queryForObject("SELECT COUNT(*) FROM RTN_MAIL", Integer.class);

        PlatformTransactionManager manager =
            TestShop.get().siteContext().getBean("blTransactionManager", PlatformTransactionManager.class);
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            bean(StatusChangeService.class).apply(token, true, TestShop.ADMIN);
            status.setRollbackOnly();
        });

        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_MAIL", Integer.class)).isEqualTo(mails);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_SCHEDULED_TASK T WHERE T.TASK_NAME = 'rtn-mail' AND NOT EXISTS"
            + " (SELECT 1 FROM RTN_MAIL M WHERE CAST(M.MAIL_ID AS VARCHAR(100)) = T.TASK_INSTANCE)", Integer.class)).isZero();
        // The same change, made for real: its mail is the only one.
        bean(StatusChangeService.class).apply(token, true, TestShop.ADMIN);
        await().until(() -> ReceivedMails.about(request.getNumber()).size(), received -> received > 1);
        assertThat(ReceivedMails.about(request.getNumber())).hasSize(2);
    }

    interface Work {
        void run() throws Exception;
    }

    /** Sends the mails of the whole shop there meanwhile, with patience for a second. */
    static void withServer(ScriptedMailServer server, Work work) throws Exception {
        List<JavaMailSenderImpl> senders = Stream.of(TestShop.get().siteContext(), TestShop.get().adminContext())
            .map(context -> context.getBean("blMailSender", JavaMailSenderImpl.class)).toList();
        int port = senders.get(0).getPort();
        String timeout = senders.get(0).getSession().getProperty(TIMEOUT);
        assertThat(timeout).isNotNull();
        set(senders, server.port(), "3000");
        try {
            work.run();
        } finally {
            set(senders, port, timeout);
        }
    }

    private static void set(List<JavaMailSenderImpl> senders, int port, String timeout) {
        for (JavaMailSenderImpl sender : senders) {
            sender.setPort(port);
            Properties session = sender.getSession().getProperties();
            session.setProperty(TIMEOUT, timeout);
        }
    }

    private static long timesReceived(ScriptedMailServer server, ReturnRequest request) {
        String messageId = new MailServerIntegrationTests().messageId(request);
        return server.messageIds().stream().filter(messageId::equals).count();
    }

    private String state(ReturnRequest request) {
        return mail(request, "STATE", String.class);
    }

    private int attempts(ReturnRequest request) {
        return mail(request, "ATTEMPTS", Integer.class);
    }

    private String lastError(ReturnRequest request) {
        return mail(request, "LAST_ERROR", String.class);
    }

    private String messageId(ReturnRequest request) {
        return mail(request, "MESSAGE_ID", String.class);
    }

    private <T> T mail(ReturnRequest request, String column, Class<T> type) {
        return sql.queryForObject("SELECT M." + column + " FROM RTN_MAIL M JOIN RTN_JOURNAL_ENTRY J ON J.MAIL_ID = M.MAIL_ID"
            + " WHERE J.REQUEST_ID = ?", type, request.getId());
    }
}
