package org.broadleafreturns.demo;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is left of tests that save settings: nothing, so that the properties hold again. */
final class StoredSettings {

    private StoredSettings() {
    }

    static void forget() {
        JdbcTemplate database = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
        database.update("delete from RTN_SETTINGS_TEXT");
        database.update("delete from RTN_SETTINGS");
    }
}
