package org.broadleafreturns.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.ByteArrayInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.platform.RequestConnection;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps documents in the shop's database, in pieces. Writing takes part in the caller's transaction, if there is one;
 * reading holds no connection between two pieces, however slow the reader is.
 */
class DatabaseDocumentStore implements DocumentStore {

    private final DocumentChunks chunks;
    private final EntityManager entityManager;
    private final RequestConnection connection;
    private final FewAtOnce adding = new FewAtOnce();
    private final TransactionTemplate transaction;

    DatabaseDocumentStore(DocumentChunks chunks, EntityManager entityManager, RequestConnection connection,
            PlatformTransactionManager transactionManager) {
        this.chunks = chunks;
        this.entityManager = entityManager;
        this.connection = connection;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public void write(String key, InputStream content) throws IOException {
        try {
            adding.run(() -> transaction.execute(status -> {
                try {
                    writeChunks(key, content);
                    return null;
                } catch (IOException e) {
                    throw new ContentFailure(e);
                }
            }));
        } catch (ContentFailure e) {
            throw e.cause;
        }
    }

    private void writeChunks(String key, InputStream content) throws IOException {
        byte[] piece = content.readNBytes(DocumentChunk.SIZE);
        for (int number = 0; piece.length > 0; number++) {
            DocumentChunk chunk = chunks.save(new DocumentChunk(key, number, piece));
            entityManager.flush();
            entityManager.detach(chunk);
            piece = content.readNBytes(DocumentChunk.SIZE);
        }
    }

    @Override
    public InputStream read(String key) throws IOException {
        byte[] first = piece(key, 0);
        if (first == null) {
            throw new IOException("No document under " + key);
        }
        return new SequenceInputStream(new Pieces(key, first));
    }

    @Override
    public void delete(String key) {
        transaction.executeWithoutResult(status -> chunks.deleteAll(key));
    }

    private byte[] piece(String key, int number) {
        byte[] piece = transaction.execute(status -> chunks.find(key, number).map(chunk -> {
            entityManager.detach(chunk);
            return chunk.bytes();
        }).orElse(null));
        connection.giveBackBetweenTransactions();
        return piece;
    }

    /** One stream a piece, each read from the database when the one before is used up. */
    private final class Pieces implements Enumeration<InputStream> {

        private final String key;
        private byte[] next;
        private int nextNumber;

        Pieces(String key, byte[] first) {
            this.key = key;
            this.next = first;
        }

        @Override
        public boolean hasMoreElements() {
            if (next == null && nextNumber >= 0) {
                next = piece(key, nextNumber);
                if (next == null) {
                    nextNumber = -1;
                }
            }
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            InputStream stream = new ByteArrayInputStream(next);
            next = null;
            nextNumber++;
            return stream;
        }
    }

    /** Carries an I/O failure out of the transaction, which it rolls back. */
    private static final class ContentFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient IOException cause;

        ContentFailure(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
