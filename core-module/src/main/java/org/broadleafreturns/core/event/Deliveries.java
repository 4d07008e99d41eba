package org.broadleafreturns.core.event;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.waiting.Backlog;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Who is still to be told what: a row in RTN_EVENT_DELIVERY for each listener in RTN_EVENT_LISTENER and each event that it has
 * not heard yet. Rows and no cursor, since identifiers follow no order of commits: one that is committed late would be jumped
 * over.
 *
 * <p>Moments of attempts are milliseconds, which no time zone moves; 0 is at once. What is written takes part in the caller's
 * transaction.
 */
class Deliveries {

    private static final int FAILURE_LENGTH = 200;
    private static final int MESSAGE_LENGTH = 500;

    private final JdbcTemplate database;
    private final JdbcTemplate first;
    private final NamedParameterJdbcTemplate named;
    private final DataSource dataSource;

    Deliveries(DataSource dataSource) {
        this.dataSource = dataSource;
        this.database = new JdbcTemplate(dataSource);
        this.first = upTo(1);
        this.named = new NamedParameterJdbcTemplate(database);
    }

    private JdbcTemplate upTo(int rows) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setMaxRows(rows);
        return template;
    }

    /**
     * The oldest event of a return that a listener has not heard.
     *
     * @param attempts how often it was tried
     * @param due from when on it may be tried again, in milliseconds
     */
    record Pending(Long eventId, int number, int attempts, long due) {
    }

    boolean knows(String listener) {
        return database.queryForObject("SELECT COUNT(*) FROM RTN_EVENT_LISTENER WHERE LISTENER_NAME = ?", Integer.class, listener) > 0;
    }

    /** Fails if another node is faster. */
    void register(String listener, Instant when) {
        database.update("INSERT INTO RTN_EVENT_LISTENER (LISTENER_NAME, REGISTERED_AT) VALUES (?, ?)", listener, Timestamp.from(when));
    }

    /** Notes that all listeners are to be told some events, which are in the database already. */
    void add(Collection<Long> events) {
        named.update("INSERT INTO RTN_EVENT_DELIVERY (LISTENER_NAME, REQUEST_ID, EVENT_NUMBER, EVENT_ID, ATTEMPTS, DUE_AT)"
            + " SELECT L.LISTENER_NAME, E.REQUEST_ID, E.EVENT_NUMBER, E.EVENT_ID, 0, 0"
            + " FROM RTN_EVENT_LISTENER L, RTN_EVENT E WHERE E.EVENT_ID IN (:events)", Map.of("events", events));
    }

    /** Returns of which a listener may be told something now; who has waited longest comes first. One can be there twice. */
    List<Long> returnsDue(String listener, Instant now, int atMost) {
        return upTo(atMost).queryForList("SELECT REQUEST_ID FROM RTN_EVENT_DELIVERY WHERE LISTENER_NAME = ? AND DUE_AT <= ?"
            + " ORDER BY DUE_AT, EVENT_ID", Long.class, listener, now.toEpochMilli());
    }

    Optional<Pending> next(String listener, Long returnId) {
        return first.query("SELECT EVENT_ID, EVENT_NUMBER, ATTEMPTS, DUE_AT FROM RTN_EVENT_DELIVERY"
            + " WHERE LISTENER_NAME = ? AND REQUEST_ID = ? ORDER BY EVENT_NUMBER",
            (row, count) -> new Pending(row.getLong(1), row.getInt(2), row.getInt(3), row.getLong(4)), listener, returnId)
            .stream().findFirst();
    }

    /**
     * Lets all events of a return wait for the oldest of them. Row by row: a range would wait for rows beside it that others have not
     * committed yet.
     */
    void putOff(String listener, Long returnId, long due) {
        List<Object[]> earlier = database.query("SELECT EVENT_NUMBER FROM RTN_EVENT_DELIVERY"
            + " WHERE LISTENER_NAME = ? AND REQUEST_ID = ? AND DUE_AT < ?",
            (row, count) -> new Object[] {due, listener, returnId, row.getInt(1)}, listener, returnId, due);
        database.batchUpdate("UPDATE RTN_EVENT_DELIVERY SET DUE_AT = ? WHERE LISTENER_NAME = ? AND REQUEST_ID = ? AND EVENT_NUMBER = ?",
            earlier);
    }

    void done(String listener, Long returnId, int number) {
        database.update("DELETE FROM RTN_EVENT_DELIVERY WHERE LISTENER_NAME = ? AND REQUEST_ID = ? AND EVENT_NUMBER = ?",
            listener, returnId, number);
    }

    void failed(String listener, Long returnId, int number, int attempts, Throwable failure) {
        database.update("UPDATE RTN_EVENT_DELIVERY SET ATTEMPTS = ?, FAILURE = ?, FAILURE_MESSAGE = ?"
            + " WHERE LISTENER_NAME = ? AND REQUEST_ID = ? AND EVENT_NUMBER = ?", attempts,
            Characters.beginning(failure.getClass().getName(), FAILURE_LENGTH),
            failure.getMessage() == null ? null : Characters.beginning(Characters.replaced(failure.getMessage()), MESSAGE_LENGTH),
            listener, returnId, number);
    }

    List<TroubledDelivery> triedAtLeast(int attempts, int atMost) {
        return upTo(atMost).query("SELECT D.LISTENER_NAME, E.RETURN_NUMBER, E.EVENT_NUMBER, E.EVENT_KIND, E.HAPPENED_AT,"
            + " D.ATTEMPTS, D.DUE_AT, D.FAILURE, D.FAILURE_MESSAGE FROM RTN_EVENT_DELIVERY D JOIN RTN_EVENT E ON E.EVENT_ID = D.EVENT_ID"
            + " WHERE D.ATTEMPTS >= ? ORDER BY D.ATTEMPTS DESC, D.EVENT_ID, D.LISTENER_NAME",
            (row, count) -> new TroubledDelivery(row.getString(1), row.getString(2), row.getInt(3), row.getString(4),
                row.getTimestamp(5).toInstant(), row.getInt(6), Instant.ofEpochMilli(row.getLong(7)), row.getString(8),
                row.getString(9)), attempts);
    }

    List<String> listeners() {
        return database.queryForList("SELECT LISTENER_NAME FROM RTN_EVENT_LISTENER ORDER BY LISTENER_NAME", String.class);
    }

    /** What a listener has not heard; the oldest of those that are counted. */
    Backlog untold(String listener) {
        return backlog("SELECT EVENT_ID FROM RTN_EVENT_DELIVERY WHERE LISTENER_NAME = ? ORDER BY DUE_AT, EVENT_ID", listener);
    }

    Backlog countTriedAtLeast(int attempts) {
        return backlog("SELECT EVENT_ID FROM RTN_EVENT_DELIVERY WHERE ATTEMPTS >= ?", attempts);
    }

    private Backlog backlog(String deliveries, Object value) {
        return database.queryForObject("SELECT C.HOW_MANY, (SELECT E.HAPPENED_AT FROM RTN_EVENT E WHERE E.EVENT_ID = C.FIRST_ID)"
            + " FROM (SELECT COUNT(*) AS HOW_MANY, MIN(D.EVENT_ID) AS FIRST_ID FROM (" + deliveries + " LIMIT " + (Backlog.COUNTED + 1)
            + ") D) C", (row, number) -> Backlog.of(row.getInt(1), row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant()),
            value);
    }

    /** Forgets what failures of some returns said, which may be personal. The names let an index find them. */
    void blankMessages(Collection<Long> returnIds) {
        named.update("UPDATE RTN_EVENT_DELIVERY SET FAILURE_MESSAGE = NULL WHERE FAILURE_MESSAGE IS NOT NULL AND REQUEST_ID IN (:returns)"
            + " AND LISTENER_NAME IN (SELECT LISTENER_NAME FROM RTN_EVENT_LISTENER)", Map.of("returns", returnIds));
    }
}
