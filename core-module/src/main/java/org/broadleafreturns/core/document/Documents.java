package org.broadleafreturns.core.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.broadleafreturns.core.document.UnacceptableDocumentException.Fault;
import org.springframework.transaction.annotation.Transactional;

/** Takes files in, gives them out again, forgets them. */
public class Documents {

    private final ReturnDocuments documents;
    private final DocumentStore store;
    private final Clock clock;
    private final Tika tika = new Tika();

    Documents(ReturnDocuments documents, DocumentStore store, Clock clock) {
        this.documents = documents;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Checks and keeps a label.
     *
     * @see #keep(String, InputStream, long, Set)
     */
    @Transactional(value = "blTransactionManager", rollbackFor = Exception.class)
    public ReturnDocument keep(String givenName, InputStream content, long maximumSize)
            throws UnacceptableDocumentException, IOException {
        return keep(givenName, content, maximumSize, DocumentType.LABELS);
    }

    /**
     * Checks and keeps a file. What it is, its first bytes tell, never its name or what the sender called it.
     *
     * @param givenName the file's name as the sender gave it; it is cleaned
     * @param content the file; read once, not closed
     * @param maximumSize in bytes
     * @param accepted the kinds of file that are kept
     * @throws UnacceptableDocumentException if the file is empty, of no accepted kind, or too large; nothing is kept
     * @throws IOException if reading or storing fails; nothing is kept
     */
    @Transactional(value = "blTransactionManager", rollbackFor = Exception.class)
    public ReturnDocument keep(String givenName, InputStream content, long maximumSize, Set<DocumentType> accepted)
            throws UnacceptableDocumentException, IOException {
        BufferedInputStream file = new BufferedInputStream(content, 64 * 1024);
        DocumentType type = typeOf(file, accepted);
        String key = UUID.randomUUID().toString();
        MeasuredStream bounded = new MeasuredStream(file, maximumSize + 1);
        store.write(key, bounded);
        if (bounded.count() > maximumSize) {
            store.delete(key);
            throw new UnacceptableDocumentException(Fault.TOO_LARGE);
        }
        return documents.save(new ReturnDocument(key, FileName.clean(givenName, type), type, bounded.count(),
            Date.from(clock.instant())));
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
        return store.read(document.getStorageKey());
    }

    /**
     * Forgets a document that nothing refers to any more.
     *
     * @throws IOException if the store fails
     */
    @Transactional(value = "blTransactionManager", rollbackFor = Exception.class)
    public void forget(ReturnDocument document) throws IOException {
        documents.findById(document.getId()).ifPresent(documents::delete);
        store.delete(document.getStorageKey());
    }
}
