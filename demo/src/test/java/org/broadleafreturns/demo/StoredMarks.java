package org.broadleafreturns.demo;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The marks on products and categories of the demo shop. */
final class StoredMarks {

    private StoredMarks() {
    }

    static void forget() {
        database().update("delete from RTN_EXCLUSION");
        database().update("delete from RTN_EXCLUSION_PAST");
    }

    /** As if what is said now had been said for ever: no order was promised anything else. */
    static void haveAlwaysHeld() {
        database().update("update RTN_EXCLUSION set HELD_FROM = null");
        database().update("delete from RTN_EXCLUSION_PAST");
    }

    /** As if all that merchants have done had been done an hour before. */
    static void wereWrittenAnHourAgo() {
        database().update("update RTN_EXCLUSION set HELD_FROM = HELD_FROM - 3600000");
        database().update("update RTN_EXCLUSION_PAST set HELD_FROM = HELD_FROM - 3600000, HELD_UNTIL = HELD_UNTIL - 3600000");
    }

    private static JdbcTemplate database() {
        return new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
    }
}
