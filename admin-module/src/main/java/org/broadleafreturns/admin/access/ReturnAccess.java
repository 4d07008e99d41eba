package org.broadleafreturns.admin.access;

import java.util.Collection;
import java.util.stream.Stream;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.server.security.domain.AdminPermission;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.request.Actor;
import org.broadleafreturns.core.request.ClientAddress;
import org.broadleafreturns.core.request.ReturnRequest;

/** What the logged-in back-office user may do to returns. */
public class ReturnAccess {

    /** The name of the permission to take back a decision, as in {@code rtn_admin_security.sql}. */
    static final String REOPEN_PERMISSION = "PERMISSION_REOPEN_RETURN";

    private final SecurityVerifier security;
    private final ClientAddress address;

    ReturnAccess(SecurityVerifier security, ClientAddress address) {
        this.security = security;
        this.address = address;
    }

    public boolean mayRead() {
        return may(EntityOperationType.FETCH);
    }

    public boolean mayChange() {
        return mayRead() && may(EntityOperationType.UPDATE);
    }

    /** @throws NoAccessException if the user may not see returns */
    public void requireRead() {
        if (!mayRead()) {
            throw new NoAccessException();
        }
    }

    /** @throws NoAccessException if the user may not change returns */
    public void requireChange() {
        if (!mayChange()) {
            throw new NoAccessException();
        }
    }

    /**
     * The user as the core knows them.
     *
     * @throws NoAccessException if nobody is logged in
     */
    public Actor merchant() {
        AdminUser user = security.getPersistentAdminUser();
        if (user == null) {
            throw new NoAccessException();
        }
        return address.locate(Actor.merchant(user.getId(), user.getName(), mayReopen(user)));
    }

    private boolean may(EntityOperationType operation) {
        return may(security, ReturnRequest.class, operation);
    }

    /** Whether somebody is logged in who may do that to what the class stands for. */
    static boolean may(SecurityVerifier security, Class<?> what, EntityOperationType operation) {
        if (security.getPersistentAdminUser() == null) {
            return false;
        }
        try {
            security.securityCheck(what.getName(), operation);
            return true;
        } catch (ServiceException e) {
            return false;
        }
    }

    private static boolean mayReopen(AdminUser user) {
        Stream<AdminPermission> ofRoles = user.getAllRoles().stream().flatMap(role -> role.getAllPermissions().stream());
        return Stream.concat(ofRoles, user.getAllPermissions().stream())
            .anyMatch(permission -> isReopening(permission) || anyReopening(permission.getAllChildPermissions()));
    }

    private static boolean anyReopening(Collection<AdminPermission> permissions) {
        return permissions != null && permissions.stream().anyMatch(ReturnAccess::isReopening);
    }

    private static boolean isReopening(AdminPermission permission) {
        return REOPEN_PERMISSION.equals(permission.getName());
    }
}
