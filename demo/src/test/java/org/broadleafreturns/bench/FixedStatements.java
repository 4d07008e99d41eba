package org.broadleafreturns.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * What submit, preview and apply cannot do without, by hand over JDBC, in one transaction each: the yardstick of these
 * commands.
 * The mails' texts are ready-made. {@code docs/performance.md} lists the statements.
 */
final class FixedStatements {

    /** Where nothing else counts. */
    private static final AtomicLong IDS = new AtomicLong(5_000_000_000L);
    private static final String TEXT = "Hello, we have your return. It is in good hands, and you will hear of us. ".repeat(20);
    /** Nobody sends these mails. */
    private static final Timestamp NEVER = Timestamp.valueOf("2100-01-01 00:00:00");

    private final DataSource dataSource;

    FixedStatements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An order with a return of it. */
    record Subject(long order, String orderNumber, long customer, long item, long request, long line) {
    }

    /** A shopper asks for one unit of one line. */
    void submit(Subject subject) throws SQLException {
        inTransaction(connection -> {
            lock(connection, subject);
            String key = subject.customer + ":" + UUID.randomUUID();
            read(connection, "SELECT REQUEST_ID FROM RTN_REQUEST WHERE SUBMISSION_KEY = ?", key);
            read(connection, "SELECT I.ORDER_ITEM_ID, I.NAME, I.QUANTITY, I.PRICE, D.SKU_ID, D.PRODUCT_ID FROM BLC_ORDER_ITEM I"
                + " JOIN BLC_DISCRETE_ORDER_ITEM D ON D.ORDER_ITEM_ID = I.ORDER_ITEM_ID WHERE I.ORDER_ID = ?", subject.order);
            read(connection, "SELECT L.ORDER_ITEM_ID, R.STATUS, L.QUANTITY_REQUESTED, L.QUANTITY_ACCEPTED FROM RTN_LINE L"
                + " JOIN RTN_REQUEST R ON R.REQUEST_ID = L.REQUEST_ID WHERE R.ORDER_ID = ?", subject.order);
            read(connection, "SELECT CHOICE_ID, ACTIVE FROM RTN_REASON WHERE CODE = ?", "CHANGED_MIND");
            read(connection, "SELECT CHOICE_ID, ACTIVE FROM RTN_REFUND_TYPE WHERE CODE = ?", "ORIGINAL_PAYMENT");
            long request = IDS.incrementAndGet();
            String number = "RB" + request;
            read(connection, "SELECT COUNT(*) FROM RTN_REQUEST WHERE RETURN_NUMBER = ?", number);
            Timestamp now = now();
            long mail = mail(connection, null);
            write(connection,
                "INSERT INTO RTN_REQUEST (REQUEST_ID, RETURN_NUMBER, ORDER_NUMBER, CUSTOMER_FIRST_NAME, CUSTOMER_LAST_NAME,"
                + " STATUS, SUBMITTED_AT, ARTICLE_COUNT, ORDER_ID, CUSTOMER_ID, REFUND_TYPE, LANGUAGE_TAG, STATUS_CHANGED_AT,"
                + " SUBMISSION_KEY, VERSION)"
                + " VALUES (?, ?, ?, 'Bench', 'commands', 'REQUESTED', ?, 1, ?, ?, 'ORIGINAL_PAYMENT', 'en', ?, ?, 0)",
                request, number, subject.orderNumber, now, subject.order, subject.customer, now, key);
            write(connection, "INSERT INTO RTN_LINE (LINE_ID, REQUEST_ID, ORDER_ITEM_ID, ARTICLE_NAME, QUANTITY_REQUESTED,"
                + " QUANTITY_RECEIVED, QUANTITY_ACCEPTED, QUANTITY_ANNOUNCED, REASON_CODE)"
                + " VALUES (?, ?, ?, 'Boston fern', 1, 0, 0, 0, 'CHANGED_MIND')",
                IDS.incrementAndGet(), request, subject.item);
            entry(connection, request, "CUSTOMER", "STOREFRONT", null, "REQUESTED", mail);
            mail(connection, number);
        });
    }

    /**
     * A merchant enters that the goods have come.
     *
     * @return the preview's token
     */
    String preview(Subject subject) throws SQLException {
        String token = UUID.randomUUID().toString();
        inTransaction(connection -> {
            lock(connection, subject);
            readReturn(connection, subject);
            write(connection,
                "INSERT INTO RTN_STATUS_PREVIEW (PREVIEW_ID, TOKEN, REQUEST_ID, REQUEST_VERSION, MERCHANT_ID, TO_STATUS,"
                + " RECIPIENT, SUBJECT, HTML_BODY, TEXT_BODY, CREATED_AT)"
                + " VALUES (?, ?, ?, 1, -1, 'RECEIVED', 'bench@example.com',"
                + " 'Your return', ?, ?, ?)", IDS.incrementAndGet(), token, subject.request, TEXT, TEXT, now());
        });
        return token;
    }

    /** The merchant confirms it. */
    void apply(Subject subject, String token) throws SQLException {
        inTransaction(connection -> {
            lock(connection, subject);
            read(connection, "SELECT PREVIEW_ID, REQUEST_ID, TO_STATUS, SUBJECT, HTML_BODY, TEXT_BODY FROM RTN_STATUS_PREVIEW"
                + " WHERE TOKEN = ?", token);
            readReturn(connection, subject);
            read(connection, "SELECT L.ORDER_ITEM_ID, R.STATUS, L.QUANTITY_REQUESTED, L.QUANTITY_ACCEPTED FROM RTN_LINE L"
                + " JOIN RTN_REQUEST R ON R.REQUEST_ID = L.REQUEST_ID WHERE R.ORDER_ID = ?", subject.order);
            long mail = mail(connection, null);
            write(connection, "UPDATE RTN_REQUEST SET STATUS_CHANGED_AT = ?, VERSION = VERSION + 1 WHERE REQUEST_ID = ?",
                now(), subject.request);
            write(connection, "UPDATE RTN_LINE SET QUANTITY_RECEIVED = QUANTITY_REQUESTED WHERE LINE_ID = ?", subject.line);
            entry(connection, subject.request, "MERCHANT", "BACK_OFFICE", "REQUESTED", "RECEIVED", mail);
            write(connection, "UPDATE RTN_STATUS_PREVIEW SET APPLIED_AT = ? WHERE TOKEN = ?", now(), token);
        });
    }

    private static void lock(Connection connection, Subject subject) throws SQLException {
        read(connection, "SELECT CUSTOMER_ID FROM BLC_CUSTOMER WHERE CUSTOMER_ID = ? FOR UPDATE", subject.customer);
        read(connection, "SELECT ORDER_ID, ORDER_STATUS, SUBMIT_DATE FROM BLC_ORDER WHERE ORDER_ID = ? FOR UPDATE",
            subject.order);
    }

    private static void readReturn(Connection connection, Subject subject) throws SQLException {
        read(connection, "SELECT * FROM RTN_REQUEST WHERE REQUEST_ID = ?", subject.request);
        read(connection, "SELECT * FROM RTN_LINE WHERE REQUEST_ID = ?", subject.request);
    }

    private static long mail(Connection connection, String about) throws SQLException {
        long id = IDS.incrementAndGet();
        write(connection,
            "INSERT INTO RTN_MAIL (MAIL_ID, MESSAGE_ID, SENDER, RECIPIENT, SUBJECT, STATE, ATTEMPTS,"
            + " QUEUED_AT, VERSION, ABOUT)"
            + " VALUES (?, ?, 'returns@plants.example', 'bench@example.com', 'Your return', 'QUEUED', 0, ?, 0, ?)",
            id, "<bench." + id + "@plants.example>", now(), about);
        write(connection, "INSERT INTO RTN_MAIL_BODY (MAIL_ID, HTML_BODY, TEXT_BODY) VALUES (?, ?, ?)", id, TEXT, TEXT);
        write(connection, "INSERT INTO RTN_SCHEDULED_TASK (TASK_NAME, TASK_INSTANCE, EXECUTION_TIME, PICKED, VERSION)"
            + " VALUES ('rtn-mail', ?, ?, FALSE, 1)", Long.toString(id), NEVER);
        return id;
    }

    private static void entry(Connection connection, long request, String actor, String channel, String from, String to,
        long mail)
            throws SQLException {
        write(connection,
            "INSERT INTO RTN_JOURNAL_ENTRY (ENTRY_ID, REQUEST_ID, HAPPENED_AT, ACTOR_KIND, ACTOR_ID, ACTOR_NAME, CHANNEL,"
            + " FROM_STATUS, TO_STATUS, MAIL_ID) VALUES (?, ?, ?, ?, -1, 'Bench', ?, ?, ?, ?)",
            IDS.incrementAndGet(), request, now(), actor, channel, from, to, mail);
    }

    private static Timestamp now() {
        return new Timestamp(System.currentTimeMillis());
    }

    private interface Statements {

        void run(Connection connection) throws SQLException;
    }

    private void inTransaction(Statements statements) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                statements.run(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void read(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static void write(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, java.sql.Types.VARCHAR);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
