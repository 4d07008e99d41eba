package org.broadleafreturns.core.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the module's tables up to date around the making of the persistence unit, which may make tables of its own: all of
 * them on a new database, all of them again at every start with {@code hbm2ddl.auto=create}.
 */
class SchemaMigration {

    static final String CHANGE_LOG = "classpath:config/bc/rtn/changelog.xml";

    /** The step with the reasons and refund types that a shop starts with. */
    private static final String FIRST_CHOICES = "first-choices";
    /** The same of conditions and reasons for refusals. */
    private static final String FIRST_GOODS_CHOICES = "first-goods-choices";

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

    private final DataSource dataSource;
    private final ChangeLogs changeLogs;
    private boolean returnsBefore;
    private Map<String, Long> identifiersBefore = Map.of();

    SchemaMigration(DataSource dataSource, ChangeLogs changeLogs) {
        this.dataSource = dataSource;
        this.changeLogs = changeLogs;
    }

    void beforeEntities() {
        if (changeLogs.areTheShops()) {
            return;
        }
        boolean here = in(tables -> {
            returnsBefore = tables.hasRows(Tables.REQUESTS);
            identifiersBefore = tables.sequences();
            boolean hibernates = tables.areHibernates();
            if (hibernates && returnsBefore && !tables.hasRows("RTN_REASON") && !tables.hasRows("RTN_REFUND_TYPE")) {
                tables.forget(FIRST_CHOICES, "RTN_REASON", "RTN_REFUND_TYPE");
            }
            if (hibernates && returnsBefore && !tables.hasRows("RTN_CONDITION") && !tables.hasRows("RTN_REFUSAL_REASON")) {
                tables.forget(FIRST_GOODS_CHOICES, "RTN_CONDITION", "RTN_REFUSAL_REASON");
            }
            return tables.exists("BLC_ORDER") && (returnsBefore || !hibernates);
        });
        if (here) {
            run();
        }
    }

    void afterEntities() {
        if (changeLogs.areTheShops()) {
            return;
        }
        boolean hibernates = in(tables -> {
            if (!tables.exists("BLC_ORDER")) {
                throw new IllegalStateException("There is no table BLC_ORDER, to which the returns module's tables refer");
            }
            return tables.areHibernates() || !tables.exists(ChangeLogs.NOTES);
        });
        if (hibernates && in(tables -> tables.hasRows(Tables.REQUESTS))) {
            // Returns that are there are worth more than indexes.
            LOG.error("The tables of the returns module were made by Hibernate and hold returns: they lack their checks and indexes, "
                + "which the module would add if they were empty");
        } else if (hibernates) {
            replace();
        }
    }

    private void replace() {
        if (returnsBefore) {
            LOG.error("Hibernate has dropped and created all tables at this start (hbm2ddl.auto=create): the returns are gone, "
                + "as the shop's orders are");
        }
        in(tables -> {
            tables.drop();
            return null;
        });
        run();
    }

    private void run() {
        changeLogs.run(CHANGE_LOG);
        // What another application of the shop has taken and not used yet is not given again.
        in(tables -> {
            tables.raise(identifiersBefore);
            tables.takeEveryCharacter();
            return null;
        });
    }

    private <T> T in(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.of(new Tables(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the returns module cannot be brought up to date", e);
        }
    }

    /** What is read of the tables or done to them. */
    private interface Reading<T> {

        T of(Tables tables) throws SQLException;
    }
}
