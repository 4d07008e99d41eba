package org.broadleafreturns.admin.access;

import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.settings.ReturnsSettings;

/**
 * What the logged-in back-office user may do to the settings of returns. The permissions are those of an interface and not
 * of the stored record, so that the platform's generic forms and lists have nothing to show or to change.
 */
public class SettingsAccess extends PermittedAccess {

    SettingsAccess(SecurityVerifier security) {
        super(security, ReturnsSettings.class);
    }

    /**
     * The user's name.
     *
     * @throws NoAccessException if nobody is logged in
     */
    public String userName() {
        return user().getName();
    }
}
