package org.broadleafreturns.admin.menu;

import org.broadleafreturns.core.schema.ChangeLogs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Adds the module's menu entries, permissions and grants to the platform's, step by step like the tables: each step is made
 * once and noted, so that what an administrator removes afterwards stays removed.
 */
class MenuSteps {

    static final String CHANGE_LOG = "classpath:config/bc/rtn/admin/changelog.xml";

    private static final Logger LOG = LoggerFactory.getLogger(MenuSteps.class);

    private final ChangeLogs changeLogs;
    private final JdbcTemplate database;

    MenuSteps(ChangeLogs changeLogs, JdbcTemplate database) {
        this.changeLogs = changeLogs;
        this.database = database;
    }

    void run() {
        if (changeLogs.areTheShops()) {
            return;
        }
        if (hasRoles()) {
            changeLogs.run(CHANGE_LOG);
        } else {
            LOG.warn("The back office has no roles yet, so the menu entries and permissions of returns wait for the next start");
        }
    }

    /** Without the platform's roles nobody could be granted anything, for good. */
    private boolean hasRoles() {
        try {
            return database.queryForObject("SELECT COUNT(*) FROM BLC_ADMIN_ROLE", Integer.class) > 0;
        } catch (DataAccessException e) {
            return false;
        }
    }
}
