package org.broadleafreturns.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PieceOfWorkUnitTests {

    private final AtomicInteger readings = new AtomicInteger();
    private final NoDatabase database = new NoDatabase();
    private final TransactionTemplate transaction = new TransactionTemplate(database);
    private final TransactionTemplate another = new TransactionTemplate(database);

    @AfterEach
    void endTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void outsideOfAPieceOfWorkNothingIsKept() {
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void aTransactionReadsOnceAndTheNextOneAnew() {
        transaction.executeWithoutResult(status -> {
            assertThat(read()).isEqualTo(1);
            assertThat(read()).isEqualTo(1);
        });
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(2));
        assertThat(read()).isEqualTo(3);
    }

    @Test
    void aTransactionWithinKnowsNothingOfTheOneAround() {
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            assertThat(read()).isEqualTo(1);
            another.executeWithoutResult(within -> assertThat(read()).isEqualTo(2));
            assertThat(read()).isEqualTo(1);
        });
    }

    @Test
    void whatIsForgottenIsReadAnew() {
        transaction.executeWithoutResult(status -> {
            assertThat(read()).isEqualTo(1);
            PieceOfWork.forget("counted");
            assertThat(read()).isEqualTo(2);
        });
    }

    @Test
    void aRequestReadsOnceForAllItsTransactions() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));

        assertThat(read()).isEqualTo(1);
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(1));
        PieceOfWork.forget("counted");
        assertThat(read()).isEqualTo(2);
    }

    private int read() {
        return PieceOfWork.recall("counted", readings::incrementAndGet);
    }

    /** Transactions of nothing. */
    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;
        private int open;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object found) {
            return open > 0;
        }

        @Override
        protected Object doSuspend(Object found) {
            return open--;
        }

        @Override
        protected void doResume(Object found, Object suspended) {
            open++;
        }

        @Override
        protected void doBegin(Object found, TransactionDefinition definition) {
            open++;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            open--;
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            open--;
        }
    }
}
