package org.broadleafreturns.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class FileSystemDocumentStoreUnitTests {

    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    private Path directory;
    private FileSystemDocumentStore store;
    private final TransactionTemplate transaction = new TransactionTemplate(new NoDatabase());

    @BeforeEach
    void setUp() {
        store = new FileSystemDocumentStore(directory.resolve("labels"));
    }

    @Test
    void keepsWhatIsWrittenInATransactionThatSucceeds() throws IOException {
        transaction.executeWithoutResult(status -> write("a"));

        assertKept("a");
    }

    @Test
    void forgetsWhatIsWrittenInATransactionThatFails() {
        transaction.executeWithoutResult(status -> {
            write("a");
            status.setRollbackOnly();
        });

        assertGone("a");
    }

    @Test
    void deletesOnlyWhenTheTransactionSucceeds() throws IOException {
        write("a");
        write("b");
        transaction.executeWithoutResult(status -> {
            delete("a");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> delete("b"));

        assertKept("a");
        assertGone("b");
    }

    @Test
    void deletesAtOnceWithoutATransaction() throws IOException {
        write("a");
        store.delete("a");
        store.delete("a");

        assertGone("a");
    }

    private void write(String key) {
        try {
            store.write(key, new ByteArrayInputStream(BYTES));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void delete(String key) {
        try {
            store.delete(key);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertKept(String key) throws IOException {
        try (InputStream kept = store.read(key)) {
            assertThat(kept.readAllBytes()).isEqualTo(BYTES);
        }
    }

    private void assertGone(String key) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.read(key));
    }

    /** Transactions without anything behind them. */
    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object begun, TransactionDefinition definition) {
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
        }
    }
}
