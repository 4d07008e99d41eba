package org.broadleafreturns.core.waiting;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts rows that wait, without reading more of them than {@link Backlog#COUNTED} and one. */
@ForIntegrators
public final class Tally {

    private final JdbcTemplate database;

    public Tally(DataSource dataSource) {
        this.database = new JdbcTemplate(dataSource);
    }

    /**
     * @param since the column that says since when a row waits, which follows those of the condition in an index
     * @param rows a table and a condition, {@code RTN_MAIL WHERE STATE = ?}
     * @param values of the condition
     */
    public Backlog of(String since, String rows, Object... values) {
        return database.queryForObject(counting(since, rows), (row, number) ->
            Backlog.of(row.getInt(1), instant(row.getTimestamp(2))), values);
    }

    /** A statement that answers with how many rows there are, as far as is counted, and with OLDEST. */
    public static String counting(String since, String rows) {
        return "SELECT COUNT(*), MIN(T.WAITS_SINCE) AS OLDEST FROM (SELECT " + since + " AS WAITS_SINCE FROM " + rows
            + " ORDER BY " + since + " LIMIT " + (Backlog.COUNTED + 1) + ") T";
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
