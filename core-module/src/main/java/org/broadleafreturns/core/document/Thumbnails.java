package org.broadleafreturns.core.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadleafreturns.core.platform.RequestConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of photos, each made when somebody first looks at it, in no transaction and without a connection of the web request's,
 * and kept beside the photo under a key that follows from the photo's. It goes with the photo. That none can be made is kept as well, so
 * that a photo is looked into once. Of WebP the Java platform reads nothing: such a photo stands for itself, if it is not large.
 */
public class Thumbnails {

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

    /** Kept in the place of one that cannot be made. No picture begins like that. */
    private static final byte[] NONE = {0};
    /** More than any shop takes; what is longer is no photo that anybody would look at as one of many. */
    private static final int LARGEST = 32 * 1024 * 1024;
    /** Of a photo that is sent as it is, in bytes. */
    private static final int LARGEST_AS_IT_IS = 4 * 1024 * 1024;
    /** Pictures unfold: few at once. */
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final ReturnDocuments documents;
    private final DocumentStore store;
    private final RequestConnection connection;
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    Thumbnails(ReturnDocuments documents, DocumentStore store, RequestConnection connection) {
        this.documents = documents;
        this.store = store;
        this.connection = connection;
    }

    /** The key under which the small picture of a document is kept. */
    static String keyOf(String storageKey) {
        return UUID.nameUUIDFromBytes(("thumbnail of " + storageKey).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whether there can be one: of a page there is none. */
    static boolean canBeOf(ReturnDocument document) {
        return !DocumentType.PDF.contentType().equals(document.getContentType());
    }

    /**
     * A small picture.
     *
     * @param type what it is served as
     */
    public record Small(byte[] content, DocumentType type) {
    }

    /**
     * A JPEG of at most {@value SmallPicture#SIDE} pixels on each side; of a WebP photo, that photo.
     *
     * @return empty if the document is no picture, cannot be read as one, or has more pixels than anybody would want to decode
     * @throws IOException if the store has lost it or fails
     */
    public Optional<Small> of(ReturnDocument photo) throws IOException {
        if (!canBeOf(photo)) {
            return Optional.empty();
        }
        connection.giveBackBetweenTransactions();
        if (DocumentType.WEBP.contentType().equals(photo.getContentType())) {
            return asItIs(photo);
        }
        byte[] small = kept(photo);
        if (small == null) {
            small = made(photo);
        }
        return small.length <= NONE.length ? Optional.empty() : Optional.of(new Small(small, DocumentType.JPEG));
    }

    private Optional<Small> asItIs(ReturnDocument photo) throws IOException {
        if (photo.getSize() > LARGEST_AS_IT_IS) {
            return Optional.empty();
        }
        try (InputStream content = store.read(photo.getStorageKey())) {
            byte[] whole = content.readNBytes(LARGEST_AS_IT_IS);
            return WebpSize.of(whole).filter(size -> !SmallPicture.isTooLarge(size.width(), size.height(), true))
                .map(size -> new Small(whole, DocumentType.WEBP));
        }
    }

    private byte[] kept(ReturnDocument photo) {
        try (InputStream found = store.read(keyOf(photo.getStorageKey()))) {
            byte[] small = found.readNBytes(LARGEST);
            return small.length == 0 ? null : small;
        } catch (IOException notThere) {
            return null;
        }
    }

    private byte[] made(ReturnDocument photo) throws IOException {
        boolean entered = false;
        try {
            entered = room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!entered) {
                return NONE;
            }
            byte[] small = shrunk(photo);
            keep(photo, small);
            return small;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        } finally {
            if (entered) {
                room.release();
            }
        }
    }

    private byte[] shrunk(ReturnDocument photo) throws IOException {
        byte[] bytes;
        try (InputStream content = store.read(photo.getStorageKey())) {
            bytes = content.readNBytes(LARGEST);
        }
        return SmallPicture.of(bytes, photo.getContentType()).orElse(NONE);
    }

    /** Somebody else may have made it meanwhile, or have thrown the photo away. */
    private void keep(ReturnDocument photo, byte[] small) {
        String key = keyOf(photo.getStorageKey());
        try {
            connection.giveBackBetweenTransactions();
            store.write(key, new ByteArrayInputStream(small));
            if (documents.findById(photo.getId()).isEmpty()) {
                store.delete(key);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("The small picture of document {} is not kept", photo.getStorageKey(), e);
        }
    }
}
