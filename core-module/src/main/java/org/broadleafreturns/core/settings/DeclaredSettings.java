package org.broadleafreturns.core.settings;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** Settings that a feature has. Every bean of this type is found; one {@link Setting} is such a bean by itself. */
@ForIntegrators
public interface DeclaredSettings {

    /** In no particular order; each name is there once in the whole shop. */
    List<Setting<?>> settings();
}
