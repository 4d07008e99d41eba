package org.broadleafreturns.core.background;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.Tally;
import org.springframework.jdbc.core.JdbcTemplate;

/** How the background work stands, of all applications and nodes of the shop. */
public class ScheduledWork {

    /** Whoever takes work looks for it more often than that. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final String OVERDUE = BackgroundTasks.TABLE + " WHERE EXECUTION_TIME < ? AND PICKED = ?";

    private final JdbcTemplate database;
    private final JdbcCustomization inUtc;
    private final Clock clock;

    ScheduledWork(DataSource dataSource, Clock clock) {
        this.database = new JdbcTemplate(dataSource);
        this.inUtc = BackgroundTasks.inUtc(dataSource);
        this.clock = clock;
    }

    /**
     * A kind of work that is done again and again.
     *
     * @param name the name of the task
     * @param due when it is done next
     * @param running whether a node is at it
     * @param lastSuccess when it was done last without a failure; null if never
     * @param failures how often it failed since
     */
    public record Kind(String name, Instant due, boolean running, Instant lastSuccess, int failures) {
    }

    /** @param due when it should have been begun */
    record Late(String name, String instance, Instant due) {
    }

    Backlog overdue() {
        return database.query(Tally.counting("EXECUTION_TIME", OVERDUE), this::setOverdue, (ResultSet rows) ->
            rows.next() ? Backlog.of(rows.getInt(1), inUtc.getInstant(rows, "OLDEST")) : Backlog.NONE);
    }

    List<Late> longestOverdue(int limit) {
        return database.query("SELECT TASK_NAME, TASK_INSTANCE, EXECUTION_TIME FROM " + OVERDUE + " ORDER BY EXECUTION_TIME LIMIT " + limit,
            this::setOverdue, (row, number) -> new Late(row.getString(1), row.getString(2), inUtc.getInstant(row, "EXECUTION_TIME")));
    }

    private void setOverdue(PreparedStatement statement) throws SQLException {
        inUtc.setInstant(statement, 1, clock.instant().minus(GRACE));
        statement.setBoolean(2, false);
    }

    /** All kinds of work that are done again and again, by their names. */
    public List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        // From one name to the next by the key: there can be any number of mails in between.
        String name = nameAfter("");
        while (name != null) {
            kinds.addAll(database.query("SELECT TASK_NAME, EXECUTION_TIME, PICKED, LAST_SUCCESS, CONSECUTIVE_FAILURES FROM "
                + BackgroundTasks.TABLE + " WHERE TASK_NAME = ? AND TASK_INSTANCE = 'recurring'", (row, number) ->
                    new Kind(row.getString(1), inUtc.getInstant(row, "EXECUTION_TIME"), row.getBoolean(3),
                        inUtc.getInstant(row, "LAST_SUCCESS"), row.getInt(5)), name));
            name = nameAfter(name);
        }
        return kinds;
    }

    private String nameAfter(String name) {
        return database.queryForObject("SELECT MIN(TASK_NAME) FROM " + BackgroundTasks.TABLE + " WHERE TASK_NAME > ?", String.class, name);
    }
}
