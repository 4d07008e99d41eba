package org.broadleafreturns.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps documents as files of a directory, which all nodes of the shop must share. Files know nothing of transactions, so a
 * file that was written in one that fails is deleted after it, and one is deleted only after the transaction that wants it.
 */
class FileSystemDocumentStore implements DocumentStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileSystemDocumentStore.class);

    private final Path directory;

    FileSystemDocumentStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public void write(String key, InputStream content) throws IOException {
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, "upload", ".part");
        try {
            Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file(key), StandardCopyOption.ATOMIC_MOVE);
            afterTransaction(false, key);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public InputStream read(String key) throws IOException {
        return Files.newInputStream(file(key));
    }

    @Override
    public void delete(String key) throws IOException {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            afterTransaction(true, key);
        } else {
            Files.deleteIfExists(file(key));
        }
    }

    /** Deletes a file once the running transaction, if there is one, has ended as given. */
    private void afterTransaction(boolean committed, String key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (committed == (status == STATUS_COMMITTED)) {
                    try {
                        Files.deleteIfExists(file(key));
                    } catch (IOException e) {
                        LOG.warn("Document {} is no longer needed and cannot be deleted: {}", key, e.toString());
                    }
                }
            }
        });
    }

    private Path file(String key) {
        return directory.resolve(key);
    }
}
