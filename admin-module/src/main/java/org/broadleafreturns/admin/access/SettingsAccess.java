package org.broadleafreturns.admin.access;

import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.settings.ReturnsSettings;

/**
 * What the logged-in back-office user may do to the settings of returns. The permissions are those of an interface and not
 * of the stored record, so that the platform's generic forms and lists have nothing to show or to change.
 */
public class SettingsAccess {

    private final SecurityVerifier security;

    SettingsAccess(SecurityVerifier security) {
        this.security = security;
    }

    public boolean mayRead() {
        return ReturnAccess.may(security, ReturnsSettings.class, EntityOperationType.FETCH);
    }

    public boolean mayChange() {
        return mayRead() && ReturnAccess.may(security, ReturnsSettings.class, EntityOperationType.UPDATE);
    }

    /** @throws NoAccessException if the user may not see the settings */
    public void requireRead() {
        if (!mayRead()) {
            throw new NoAccessException();
        }
    }

    /** @throws NoAccessException if the user may not change the settings */
    public void requireChange() {
        if (!mayChange()) {
            throw new NoAccessException();
        }
    }

    /**
     * The user's name.
     *
     * @throws NoAccessException if nobody is logged in
     */
    public String userName() {
        AdminUser user = security.getPersistentAdminUser();
        if (user == null) {
            throw new NoAccessException();
        }
        return user.getName();
    }
}
