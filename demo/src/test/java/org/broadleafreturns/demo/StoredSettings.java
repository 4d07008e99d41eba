package org.broadleafreturns.demo;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is left of tests that save settings: nothing, so that the properties hold again. */
final class StoredSettings {

    private StoredSettings() {
    }

    static void forget() {
        JdbcTemplate database = database();
        database.update("delete from RTN_SETTING where SETTING_NAME not like 'configured.%'");
        database.update("delete from RTN_SETTING_VERSION");
    }

    /** As if what is saved now had been so for ever: no order was promised anything else. */
    static void haveAlwaysHeld() {
        JdbcTemplate database = database();
        for (Map<String, Object> latest : database.queryForList("select SETTING_NAME, max(HELD_FROM) as LATEST from RTN_SETTING"
                + " where SITE_ID = 0 group by SETTING_NAME having max(HELD_FROM) > 0")) {
            database.update("delete from RTN_SETTING where SITE_ID = 0 and SETTING_NAME = ? and HELD_FROM < ?", latest.get("SETTING_NAME"),
                latest.get("LATEST"));
            database.update("update RTN_SETTING set HELD_FROM = 0 where SITE_ID = 0 and SETTING_NAME = ?", latest.get("SETTING_NAME"));
        }
    }

    private static JdbcTemplate database() {
        return new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
    }
}
