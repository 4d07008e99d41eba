package org.broadleafreturns.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.broadleafcommerce.openadmin.server.security.domain.AdminUserImpl;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.junit.jupiter.api.Test;

class SettingsAccessUnitTests {

    private final SecurityVerifier security = mock(SecurityVerifier.class);
    private final SettingsAccess access = new SettingsAccess(security);

    @Test
    void theNameIsTheUsers() {
        AdminUserImpl user = new AdminUserImpl();
        user.setName("Camille");
        when(security.getPersistentAdminUser()).thenReturn(user);

        assertThat(access.userName()).isEqualTo("Camille");
    }

    @Test
    void nobodyHasNoName() {
        assertThatThrownBy(access::userName).isInstanceOf(NoAccessException.class);
    }
}
