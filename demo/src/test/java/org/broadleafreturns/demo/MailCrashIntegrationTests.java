package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.broadleafreturns.demo.ScriptedMailServer.Manner;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The queue of mails when a node is killed at the worst moments. */
@OwnShops
class MailCrashIntegrationTests {

    private static final int HEARTBEAT_SECONDS = 2;

    private final TestDatabase database = RealShop.newDatabase(TestDatabase.Server.POSTGRESQL);
    private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());

    @Test
    void aKilledNodesMailGoesOutOnceAndAtMostTwiceInTheOneMomentWhereNobodyCanTell() throws Exception {
        try (ScriptedMailServer mails = new ScriptedMailServer(Manner.NO_GREETING)) {
            // Killed after the commit, before the mail server has got anything.
            String before;
            try (ShopNode node = ShopNode.startStorefront(database, mails.port(), HEARTBEAT_SECONDS).awaitReady()) {
                before = node.ask("request PL-2001 0 1");
                mails.awaitReached();
                node.kill();
            }
            assertThat(state(before)).isEqualTo("QUEUED");

            // Killed after the mail server has got the mail, before that could be noted.
            String between;
            try (ShopNode node = ShopNode.start(database, false, mails.port(), HEARTBEAT_SECONDS).awaitReady()) {
                mails.behave(Manner.ACCEPT);
                RealShop.awaitAllSent(sql);
                assertThat(mails.messageIds()).doesNotHaveDuplicates().contains(messageId(before))
                    .containsExactlyInAnyOrderElementsOf(allMessageIds());
                mails.behave(Manner.NO_ANSWER);
                between = node.ask("request PL-2001 1 1");
                mails.awaitReached();
                node.kill();
            }
            assertThat(state(between)).isEqualTo("QUEUED");

            mails.behave(Manner.ACCEPT);
            try (ShopNode node = ShopNode.start(database, false, mails.port(), HEARTBEAT_SECONDS).awaitReady()) {
                RealShop.awaitAllSent(sql);
                assertThat(state(between)).isEqualTo("SENT");
                List<String> received = mails.messageIds();
                assertThat(new HashSet<>(received)).containsExactlyInAnyOrderElementsOf(allMessageIds());
                // Those that were under way when the node was killed: one a connection, and each recipient has one.
                List<String> repeated = new ArrayList<>(received);
                new HashSet<>(received).forEach(repeated::remove);
                assertThat(repeated).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(messageIdsOf(between));
            }
        }
    }

    private List<String> allMessageIds() {
        return sql.queryForList("SELECT MESSAGE_ID FROM RTN_MAIL", String.class);
    }

    private List<String> messageIdsOf(String number) {
        List<String> ids = sql.queryForList("SELECT MESSAGE_ID FROM RTN_MAIL WHERE ABOUT = ?", String.class, number);
        ids.add(messageId(number));
        return ids;
    }

    private String state(String number) {
        return mail(number, "STATE");
    }

    private String messageId(String number) {
        return mail(number, "MESSAGE_ID");
    }

    private String mail(String number, String column) {
        return sql.queryForObject("SELECT M." + column + " FROM RTN_MAIL M JOIN RTN_JOURNAL_ENTRY J ON J.MAIL_ID = M.MAIL_ID"
            + " JOIN RTN_REQUEST R ON R.REQUEST_ID = J.REQUEST_ID WHERE R.RETURN_NUMBER = ?", String.class, number);
    }
}
