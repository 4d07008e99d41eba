package org.broadleafreturns.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUserImpl;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The same for returns and for their settings. */
class PermittedAccessUnitTests {

    private final SecurityVerifier security = mock(SecurityVerifier.class);

    @ParameterizedTest
    @EnumSource
    void whoMayUpdateMayChange(Area area) {
        PermittedAccess access = loggedIn(area);

        assertThat(access.mayRead()).isTrue();
        assertThat(access.mayChange()).isTrue();
        access.requireRead();
        access.requireChange();
    }

    @ParameterizedTest
    @EnumSource
    void whoMayOnlyFetchMayNotChange(Area area) throws Exception {
        PermittedAccess access = loggedIn(area);
        refuse(area, EntityOperationType.UPDATE);

        assertThat(access.mayRead()).isTrue();
        assertThat(access.mayChange()).isFalse();
        assertThatThrownBy(access::requireChange).isInstanceOf(NoAccessException.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotFetchMayNothing(Area area) throws Exception {
        PermittedAccess access = loggedIn(area);
        refuse(area, EntityOperationType.FETCH);

        assertThat(access.mayRead()).isFalse();
        assertThat(access.mayChange()).isFalse();
        assertThatThrownBy(access::requireRead).isInstanceOf(NoAccessException.class);
        assertThatThrownBy(access::requireChange).isInstanceOf(NoAccessException.class);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMayNothing(Area area) {
        PermittedAccess access = area.access(security);

        assertThat(access.mayRead()).isFalse();
        assertThat(access.mayChange()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aPageAsksOnceAndTheNextOneAgain(Area area) throws Exception {
        PermittedAccess access = loggedIn(area);
        try {
            for (int page = 1; page <= 2; page++) {
                RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
                assertThat(access.mayRead() && access.mayChange() && access.mayRead()).isTrue();
                verify(security, times(page)).securityCheck(area.what.getName(), EntityOperationType.FETCH);
            }
            refuse(area, EntityOperationType.FETCH);
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
            assertThat(access.mayRead()).isFalse();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private PermittedAccess loggedIn(Area area) {
        when(security.getPersistentAdminUser()).thenReturn(new AdminUserImpl());
        return area.access(security);
    }

    private void refuse(Area area, EntityOperationType operation) throws Exception {
        doThrow(new SecurityServiceException("no")).when(security).securityCheck(area.what.getName(), operation);
    }

    enum Area {
        RETURNS(ReturnRequest.class) {
            @Override
            PermittedAccess access(SecurityVerifier security) {
                return new ReturnAccess(security, new ClientAddress(false));
            }
        },
        SETTINGS(ReturnsSettings.class) {
            @Override
            PermittedAccess access(SecurityVerifier security) {
                return new SettingsAccess(security);
            }
        };

        private final Class<?> what;

        Area(Class<?> what) {
            this.what = what;
        }

        abstract PermittedAccess access(SecurityVerifier security);
    }
}
