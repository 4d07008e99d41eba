package org.broadleafreturns.core.settings;

import java.util.Locale;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** How the values of a setting are written: stored, typed and shown. */
@ForIntegrators
public interface ValueForm<T> {

    /** As it is stored. Equal values are written alike. */
    String write(T value);

    /**
     * What is stored.
     *
     * @throws IllegalArgumentException if it is nothing that was ever written; then what is configured holds
     */
    T read(String stored);

    /** What somebody typed, whatever it is; the empty text where nothing came. */
    Entry<T> enter(String typed);

    /** As an input has it for a reader of this language; entered again, it is the same. */
    default String show(T value, Locale reader) {
        return write(value);
    }
}
