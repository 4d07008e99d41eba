package org.broadleafreturns.core.settings;

import java.util.List;

/** Settings that a feature has. Every bean of this type is found; one {@link Setting} is such a bean by itself. */
public interface DeclaredSettings {

    /** In no particular order; each name is there once in the whole shop. */
    List<Setting<?>> settings();
}
