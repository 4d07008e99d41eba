package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.core.platform.DatabaseRefusal.DEADLOCK;
import static org.broadleafreturns.core.platform.DatabaseRefusal.NONE;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

class DatabaseRefusalUnitTests {

    @ParameterizedTest
    @CsvSource({"40P01,0,DEADLOCK", "40001,1213,DEADLOCK", "40001,0,DEADLOCK", "90131,90131,DEADLOCK", "HY000,1020,DEADLOCK",
        "55P03,0,BUSY", "57014,0,BUSY", "HY000,1205,BUSY", "HYT00,50200,BUSY",
        "25006,0,READ_ONLY", "HY000,1290,READ_ONLY", "25006,1792,READ_ONLY", "90097,90097,READ_ONLY",
        "23505,0,NONE", "HY000,1064,NONE", "08006,0,NONE", "42000,1205,NONE"})
    void knowsWhatDatabasesSay(String state, int number, DatabaseRefusal refusal) {
        assertThat(DatabaseRefusal.of(new PersistenceException(new SQLException("no", state, number)))).isEqualTo(refusal);
    }

    @Test
    void takesNothingElseForARefusal() {
        assertThat(DatabaseRefusal.of(new IllegalStateException())).isEqualTo(NONE);
        assertThat(DatabaseRefusal.of(new SQLException())).isEqualTo(NONE);
    }

    @Test
    void knowsWhatWasSaidBeforeTheConnectionWasClosed() {
        TransactionSystemException ending = new TransactionSystemException("Could not roll back", new SQLException("closed", "08003"));
        ending.initApplicationException(new PersistenceException(new SQLException("no", "HYT00")));

        assertThat(DatabaseRefusal.of(ending)).isEqualTo(DatabaseRefusal.BUSY);
        assertThat(DatabaseRefusal.of(new TransactionSystemException("no"))).isEqualTo(NONE);
    }

    @Test
    void looksDeepAndNotForEver() {
        IllegalStateException circle = new IllegalStateException();
        circle.initCause(new ExecutionException(circle));

        assertThat(DatabaseRefusal.of(circle)).isEqualTo(NONE);
        assertThat(DatabaseRefusal.of(new SQLException("batch", new SQLException("no", "40P01")))).isEqualTo(DEADLOCK);
    }
}
