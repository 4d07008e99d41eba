package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ShopDatabaseUnitTests {

    @Test
    void aStartTakesBackTheWorkOfWhoeverWasKilled(@TempDir Path directory) {
        try (ShopDatabase before = ShopDatabase.at(directory)) {
            JdbcTemplate sql = sql(before);
            sql.execute("CREATE TABLE RTN_SCHEDULED_TASK (TASK_INSTANCE VARCHAR(100) PRIMARY KEY, PICKED BOOLEAN NOT NULL,"
                + " PICKED_BY VARCHAR(50), LAST_HEARTBEAT TIMESTAMP(6), VERSION BIGINT NOT NULL)");
            sql.update("INSERT INTO RTN_SCHEDULED_TASK VALUES ('1', TRUE, 'rtn-killed', CURRENT_TIMESTAMP, 3)");
            sql.update("INSERT INTO RTN_SCHEDULED_TASK VALUES ('2', FALSE, NULL, NULL, 7)");
            before.filled();
        }

        try (ShopDatabase after = ShopDatabase.at(directory)) {
            assertThat(after.isNew()).isFalse();
            assertThat(sql(after).queryForList("SELECT TASK_INSTANCE || PICKED || COALESCE(PICKED_BY, '-') || VERSION"
                + " FROM RTN_SCHEDULED_TASK ORDER BY 1", String.class)).containsExactly("1FALSE-4", "2FALSE-7");
        }
    }

    private static JdbcTemplate sql(ShopDatabase database) {
        return new JdbcTemplate(new DriverManagerDataSource(database.url(), "sa", ""));
    }
}
