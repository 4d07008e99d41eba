package org.broadleafreturns.admin.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafcommerce.openadmin.server.security.domain.AdminPermission;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.refund.RefundLimits;
import org.broadleafreturns.core.request.ReturnRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the logged-in back-office user may do to returns. */
public class ReturnAccess extends PermittedAccess {

    /** The name of the permission to take back a decision, as in {@code config/bc/rtn/admin}. */
    static final String REOPEN_PERMISSION = "PERMISSION_REOPEN_RETURN";

    /** The same of the permission to refund. */
    static final String REFUND_PERMISSION = "PERMISSION_REFUND_RETURN";

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
        Set<String> held = namesOfPermissions(user);
        return address.locate(Actor.merchant(user.getId(), user.getName(), held.contains(REOPEN_PERMISSION))
            .allowed(held.contains(REFUND_PERMISSION) ? refunding(user) : Set.of()));
    }

    /** The name that the user has logged in with, without asking the database. */
    public String login() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest().getRemoteUser();
    }

    /** And by which of the user's roles, which may have limits. */
    private static Set<String> refunding(AdminUser user) {
        return Stream.concat(Stream.of(RefundLimits.PERMISSION), user.getAllRoles().stream()
            .filter(role -> names(role.getAllPermissions().stream()).contains(REFUND_PERMISSION))
            .map(role -> RefundLimits.ROLE + role.getName())).collect(Collectors.toSet());
    }

    private static Set<String> namesOfPermissions(AdminUser user) {
        return names(Stream.concat(user.getAllRoles().stream().flatMap(role -> role.getAllPermissions().stream()),
            user.getAllPermissions().stream()));
    }

    private static Set<String> names(Stream<AdminPermission> permissions) {
        return permissions.flatMap(permission -> Stream.concat(Stream.of(permission), permission.getAllChildPermissions() == null
            ? Stream.of() : permission.getAllChildPermissions().stream())).map(AdminPermission::getName).collect(Collectors.toSet());
    }
}
