package org.broadleafreturns.core.installation;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Looks at the shop that the modules are installed in. Every bean of this kind is asked at the start of the application and
 * whenever the settings page is shown; an integrator may add some.
 */
@ForIntegrators
public interface InstallationCheck {

    /** What is missing or unfit now; empty if all is well. */
    List<Finding> findings();
}
