package org.broadleafreturns.core.settings;

import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;

/**
 * What was typed for a setting.
 *
 * @param value what it says, or null if it says nothing that can be
 * @param objection why it cannot be, without the input's name; null if it can
 */
@ForIntegrators
public record Entry<T>(T value, Objection objection) {

    /** What can be set. */
    public static <T> Entry<T> of(T value) {
        return new Entry<>(value, null);
    }

    /** What cannot. */
    public static <T> Entry<T> refused(String code, Object... arguments) {
        return new Entry<>(null, Objection.general(code, arguments));
    }
}
