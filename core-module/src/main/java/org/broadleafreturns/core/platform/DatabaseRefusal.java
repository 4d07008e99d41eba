package org.broadleafreturns.core.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/**
 * Why a database did not do what it was told, if nothing is wrong with what it was told. Neither persistence providers nor
 * Spring tell these apart on all databases: Hibernate calls whatever fails at a lock a lock that was not obtained.
 *
 * <p>By SQL states where a database has one for it; MySQL and MariaDB often have but numbers of their own, and state
 * {@code HY000}.
 */
public enum DatabaseRefusal {

    /** It gave this transaction up, since others could not go on, or had changed the same rows at the same time. */
    DEADLOCK,
    /** It waited for others for as long as it waits. */
    BUSY,
    /** It takes no changes at all. */
    READ_ONLY,
    /** Anything else, which is a fault. */
    NONE;

    /** SQL standard and PostgreSQL; H2's own, for a row that somebody else has changed. */
    private static final Set<String> DEADLOCKS = Set.of("40001", "40P01", "90131");
    /** PostgreSQL's lock timeout, its statement timeout, and H2's lock timeout. */
    private static final Set<String> TIMEOUTS = Set.of("55P03", "57014", "HYT00");
    /** SQL standard, which PostgreSQL and HSQLDB keep to; H2. */
    private static final Set<String> READ_ONLY_STATES = Set.of("25006", "90097");

    private static final String NO_STATE = "HY000";
    private static final int MYSQL_CHANGED_SINCE_READ = 1020;
    private static final int MYSQL_LOCK_TIMEOUT = 1205;
    private static final int MYSQL_DEADLOCK = 1213;
    private static final int MYSQL_READ_ONLY_OPTION = 1290;
    private static final int MYSQL_READ_ONLY_TRANSACTION = 1792;
    private static final int MYSQL_READ_ONLY_MODE = 1836;
    private static final int MYSQL_NOT_WAITED = 3572;

    private static final int DEEPEST = 20;

    /** What the database said, whatever the exception that it came in. */
    public static DatabaseRefusal of(Throwable failure) {
        return Stream.iterate(original(failure), cause -> cause != null, Throwable::getCause).limit(DEEPEST)
            .filter(SQLException.class::isInstance).map(SQLException.class::cast)
            .map(DatabaseRefusal::of).filter(refusal -> refusal != NONE).findFirst().orElse(NONE);
    }

    /** H2 tells of a timeout in a way that makes pools close the connection, on which nothing can be rolled back then. */
    private static Throwable original(Throwable failure) {
        return failure instanceof TransactionSystemException ending && ending.getApplicationException() != null
            ? ending.getApplicationException() : failure;
    }

    private static DatabaseRefusal of(SQLException failure) {
        String state = failure.getSQLState() == null ? NO_STATE : failure.getSQLState();
        if (DEADLOCKS.contains(state)) {
            return DEADLOCK;
        }
        if (TIMEOUTS.contains(state)) {
            return BUSY;
        }
        if (READ_ONLY_STATES.contains(state)) {
            return READ_ONLY;
        }
        return state.equals(NO_STATE) ? ofMysql(failure.getErrorCode()) : NONE;
    }

    private static DatabaseRefusal ofMysql(int number) {
        return switch (number) {
            case MYSQL_DEADLOCK, MYSQL_CHANGED_SINCE_READ -> DEADLOCK;
            case MYSQL_LOCK_TIMEOUT, MYSQL_NOT_WAITED -> BUSY;
            case MYSQL_READ_ONLY_OPTION, MYSQL_READ_ONLY_TRANSACTION, MYSQL_READ_ONLY_MODE -> READ_ONLY;
            default -> NONE;
        };
    }
}
