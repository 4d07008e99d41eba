package org.broadleafreturns.admin.access;

import java.util.Collection;
import java.util.stream.Stream;
import org.broadleafcommerce.openadmin.server.security.domain.AdminPermission;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.request.ReturnRequest;

/** What the logged-in back-office user may do to returns. */
public class ReturnAccess extends PermittedAccess {

    /** The name of the permission to take back a decision, as in {@code config/bc/rtn/admin}. */
    static final String REOPEN_PERMISSION = "PERMISSION_REOPEN_RETURN";

    private final ClientAddress address;

    ReturnAccess(SecurityVerifier security, ClientAddress address) {
        super(security, ReturnRequest.class);
        this.address = address;
    }

    /**
     * The user as the core knows them.
     *
     * @throws NoAccessException if nobody is logged in
     */
    public Actor merchant() {
        AdminUser user = user();
        return address.locate(Actor.merchant(user.getId(), user.getName(), mayReopen(user)));
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
