package org.broadleafreturns.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUserImpl;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsAccessUnitTests {

    private final SecurityVerifier security = mock(SecurityVerifier.class);
    private final SettingsAccess access = new SettingsAccess(security);

    @BeforeEach
    void somebodyIsLoggedIn() {
        AdminUserImpl user = new AdminUserImpl();
        user.setName("Camille");
        when(security.getPersistentAdminUser()).thenReturn(user);
    }

    @Test
    void whoMayUpdateMayChange() {
        assertThat(access.mayChange()).isTrue();
        access.requireRead();
        access.requireChange();
        assertThat(access.userName()).isEqualTo("Camille");
    }

    @Test
    void whoMayOnlyFetchMayNotChange() throws Exception {
        refuse(EntityOperationType.UPDATE);

        assertThat(access.mayRead()).isTrue();
        assertThat(access.mayChange()).isFalse();
        assertThatThrownBy(access::requireChange).isInstanceOf(NoAccessException.class);
    }

    @Test
    void whoMayNotFetchMayNothing() throws Exception {
        refuse(EntityOperationType.FETCH);

        assertThat(access.mayChange()).isFalse();
        assertThatThrownBy(access::requireRead).isInstanceOf(NoAccessException.class);
    }

    @Test
    void nobodyMayNothing() {
        when(security.getPersistentAdminUser()).thenReturn(null);

        assertThat(access.mayRead()).isFalse();
        assertThatThrownBy(access::userName).isInstanceOf(NoAccessException.class);
    }

    private void refuse(EntityOperationType operation) throws Exception {
        doThrow(new SecurityServiceException("no")).when(security).securityCheck(ReturnsSettings.class.getName(), operation);
    }
}
