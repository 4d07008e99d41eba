package org.broadleafreturns.core.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.broadleafreturns.core.document.UnacceptableDocumentException.Fault;
import org.broadleafreturns.core.platform.RequestConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes files in, gives them out again, forgets them.
 *
 * <p>A store can be slow, and so can be what a file is read from. So a file is kept before the lock is taken under which it is
 * decided what becomes of it, in no transaction and without a connection of the web request's, and attached under the lock. Its
 * record is there before its bytes: whatever is interrupted in between is found by it and thrown away. One that goes is released under
 * the lock and thrown away after it.
 */
public class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private static final int AT_ONCE = 100;
    private static final int UNKNOWN_SIZE = 1;
    /** Since when what was released counts as unattached: before whatever is being kept. */
    private static final Date RELEASED = Date.from(Instant.parse("2000-01-01T00:00:00Z"));

    private final ReturnDocuments documents;
    private final DocumentStore store;
    private final Clock clock;
    private final RequestConnection connection;
    private final FewAtOnce adding = new FewAtOnce();
    private final Tika tika = new Tika();

    Documents(ReturnDocuments documents, DocumentStore store, Clock clock, RequestConnection connection) {
        this.documents = documents;
        this.store = store;
        this.clock = clock;
        this.connection = connection;
    }

    /**
     * Checks and keeps a label.
     *
     * @see #keep(String, InputStream, long, Set)
     */
    public ReturnDocument keep(String givenName, InputStream content, long maximumSize)
            throws UnacceptableDocumentException, IOException {
        return keep(givenName, content, maximumSize, DocumentType.LABELS);
    }

    /**
     * Checks and keeps a file, for as long as an unconfirmed change is kept unless it is attached. What it is, its first bytes
     * tell, never its name or what the sender called it.
     *
     * @param givenName the file's name as the sender gave it; it is cleaned
     * @param content the file; read once, not closed
     * @param maximumSize in bytes
     * @param accepted the kinds of file that are kept
     * @throws UnacceptableDocumentException if the file is empty, of no accepted kind, or too large; nothing is kept
     * @throws IOException if reading or storing fails; nothing is kept
     */
    public ReturnDocument keep(String givenName, InputStream content, long maximumSize, Set<DocumentType> accepted)
            throws UnacceptableDocumentException, IOException {
        BufferedInputStream file = new BufferedInputStream(content, 64 * 1024);
        DocumentType type = typeOf(file, accepted);
        connection.giveBackBetweenTransactions();
        ReturnDocument document = adding.run(() -> documents.save(new ReturnDocument(UUID.randomUUID().toString(),
            FileName.clean(givenName, type), type, UNKNOWN_SIZE, Date.from(clock.instant()))));
        boolean kept = false;
        try {
            connection.giveBackBetweenTransactions();
            MeasuredStream bounded = new MeasuredStream(file, maximumSize + 1);
            store.write(document.getStorageKey(), bounded);
            if (bounded.count() > maximumSize) {
                throw new UnacceptableDocumentException(Fault.TOO_LARGE);
            }
            document.measure(bounded.count());
            kept = true;
            return document;
        } finally {
            if (!kept) {
                throwAway(document);
            }
        }
    }

    /** Says in the caller's transaction that something has the document now. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void attach(ReturnDocument kept) {
        kept.attach();
        documents.save(kept);
    }

    /**
     * Says in the caller's transaction that nothing has the document any more. After its end it is to be {@linkplain #discard thrown
     * away}; one that nobody throws away goes with the next {@link #discardReleased}.
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void release(ReturnDocument document) {
        documents.findById(document.getId()).ifPresent(found -> found.release(RELEASED));
    }

    /** Throws away what was released. What fails is done later. */
    public void discardReleased() {
        discardUnattached(Date.from(RELEASED.toInstant().plusSeconds(1)));
    }

    /** Throws a document away that was kept and is not attached; nothing happens to another. What fails is done later. */
    public void discard(ReturnDocument kept) {
        if (documents.countUnattached(kept.getId()) > 0) {
            throwAway(kept);
        }
    }

    /** Throws away what was kept before a moment and never attached. */
    void discardUnattached(Date before) {
        long gone;
        do {
            gone = documents.findUnattachedBefore(before, PageRequest.of(0, AT_ONCE)).stream().filter(this::throwAway).count();
        } while (gone == AT_ONCE);
    }

    /** The bytes first: by the record they are found again. Its small picture may have been made until the record was gone. */
    private boolean throwAway(ReturnDocument document) {
        try {
            connection.giveBackBetweenTransactions();
            store.delete(document.getStorageKey());
            deleteThumbnail(document);
            documents.delete(document);
            deleteThumbnail(document);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("Document {} is not wanted and is thrown away later: {}", document.getStorageKey(), e.toString());
            return false;
        }
    }

    private void deleteThumbnail(ReturnDocument document) throws IOException {
        if (Thumbnails.canBeOf(document)) {
            store.delete(Thumbnails.keyOf(document.getStorageKey()));
        }
    }

    /** A file's name as its sender gave it, without anything that could be a path or a trick, for a message about it. */
    public static String printable(String givenName) {
        return FileName.printable(givenName);
    }

    private DocumentType typeOf(BufferedInputStream file, Set<DocumentType> accepted)
            throws IOException, UnacceptableDocumentException {
        file.mark(1);
        if (file.read() < 0) {
            throw new UnacceptableDocumentException(Fault.EMPTY);
        }
        file.reset();
        return DocumentType.of(tika.detect(file)).filter(accepted::contains)
            .orElseThrow(() -> new UnacceptableDocumentException(Fault.WRONG_TYPE));
    }

    /**
     * The bytes of a document, read piece by piece. The caller closes the stream.
     *
     * @throws IOException if the store has lost them or fails
     */
    public InputStream open(ReturnDocument document) throws IOException {
        connection.giveBackBetweenTransactions();
        return store.read(document.getStorageKey());
    }
}
