package org.broadleafreturns.core.document;

import java.io.IOException;
import java.io.InputStream;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Where the bytes of documents are kept, and those of the small pictures that are made of them. Every node of a shop must see the same
 * store. Keys are made by the modules, random or from random ones; an implementation need not check them.
 */
@ForIntegrators
public interface DocumentStore {

    /**
     * Keeps everything that the stream gives under a new key. Nothing stays behind if the stream or the store fails.
     *
     * @throws IOException if reading or writing fails
     */
    void write(String key, InputStream content) throws IOException;

    /**
     * The bytes kept under a key, read piece by piece as they are asked for. The caller closes the stream.
     *
     * @throws IOException if nothing is kept under that key, or reading fails
     */
    InputStream read(String key) throws IOException;

    /**
     * Forgets what is kept under a key; nothing happens if there is nothing.
     *
     * @throws IOException if the store fails
     */
    void delete(String key) throws IOException;
}
