package org.broadleafreturns.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import org.broadleafcommerce.openadmin.server.security.domain.AdminPermission;
import org.broadleafcommerce.openadmin.server.security.domain.AdminPermissionImpl;
import org.broadleafcommerce.openadmin.server.security.domain.AdminRole;
import org.broadleafcommerce.openadmin.server.security.domain.AdminRoleImpl;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUserImpl;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturnAccessUnitTests {

    private final SecurityVerifier security = mock(SecurityVerifier.class);
    private final ReturnAccess access = new ReturnAccess(security, new ClientAddress(false));
    private final AdminUserImpl user = new AdminUserImpl();

    @BeforeEach
    void somebodyIsLoggedIn() {
        user.setId(7L);
        user.setName("Camille");
        when(security.getPersistentAdminUser()).thenReturn(user);
    }

    @Test
    void nobodyIsNoMerchant() {
        when(security.getPersistentAdminUser()).thenReturn(null);

        assertThatThrownBy(access::merchant).isInstanceOf(NoAccessException.class);
    }

    @Test
    void theMerchantIsTheUser() {
        assertThat(access.merchant()).isEqualTo(Actor.merchant(7L, "Camille", false));
    }

    @Test
    void aRoleCanLetReopen() {
        AdminRole role = new AdminRoleImpl();
        role.getAllPermissions().addAll(List.of(permission("PERMISSION_OTHER"), permission(ReturnAccess.REOPEN_PERMISSION)));
        user.setAllRoles(Set.of(role));

        assertThat(access.merchant().mayReopen()).isTrue();
    }

    @Test
    void aPermissionOfTheUserCanLetReopen() {
        user.setAllPermissions(Set.of(permission(ReturnAccess.REOPEN_PERMISSION)));

        assertThat(access.merchant().mayReopen()).isTrue();
    }

    @Test
    void aPermissionInsideAnotherCanLetReopen() {
        AdminPermission whole = mock(AdminPermission.class);
        AdminPermission part = permission(ReturnAccess.REOPEN_PERMISSION);
        when(whole.getAllChildPermissions()).thenReturn(List.of(part));
        user.setAllPermissions(Set.of(whole));

        assertThat(access.merchant().mayReopen()).isTrue();
    }

    private static AdminPermission permission(String name) {
        AdminPermission permission = new AdminPermissionImpl();
        permission.setName(name);
        return permission;
    }
}
