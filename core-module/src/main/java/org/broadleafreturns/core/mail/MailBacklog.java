package org.broadleafreturns.core.mail;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.Tally;
import org.springframework.jdbc.core.JdbcTemplate;

/** Mails that did not go out, without what they say and to whom. */
public class MailBacklog {

    private final Tally tally;
    private final JdbcTemplate database;

    MailBacklog(DataSource dataSource) {
        this.tally = new Tally(dataSource);
        this.database = new JdbcTemplate(dataSource);
    }

    /**
     * @param about the number of what a mail to the shop tells of; null for mails to customers
     * @param failure why it did not go out when it was tried last; null if it was not tried yet
     */
    public record Unsent(Long id, String about, Instant queuedAt, MailFailure failure) {
    }

    /** How many mails are in a state, since when. */
    public Backlog in(MailState state) {
        return tally.of("QUEUED_AT", "RTN_MAIL WHERE STATE = ?", state.name());
    }

    /** Those of them that were queued first. */
    public List<Unsent> oldest(MailState state, int limit) {
        return database.query("SELECT MAIL_ID, ABOUT, QUEUED_AT, FAILURE, LAST_ERROR FROM RTN_MAIL WHERE STATE = ? ORDER BY QUEUED_AT LIMIT "
            + limit, (row, number) -> new Unsent(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant(),
                OutgoingMail.failure(row.getString(4) == null ? null : MailFailure.valueOf(row.getString(4)), row.getString(5))),
            state.name());
    }
}
