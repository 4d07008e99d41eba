package org.broadleafreturns.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicEntityController;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;

class RefusalResolverUnitTests {

    private final SettingsAccess access = mock(SettingsAccess.class);
    private final RefusalResolver resolver = new RefusalResolver(access);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void answersForbiddenToThoseWithoutAccess() {
        assertThat(page("/returns/1", null, new NoAccessException())).isEqualTo("rtn/noAccess");
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void answersForbiddenWhenThePlatformRefusesReturns() {
        Exception wrapped = new ServiceException("wrapped", new SecurityServiceException("no"));
        assertThat(page("/returns", null, wrapped)).isEqualTo("rtn/noAccess");
        assertThat(page("/org.broadleafreturns.core.request.ReturnRequest/5", null, wrapped)).isEqualTo("rtn/noAccess");
        assertThat(page("/return-settings", null, wrapped)).isEqualTo("rtn/noAccess");
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void answersNotFoundToUnknownReturns() {
        assertThat(page("/returns/R7KM-2QXP", null, new ReturnNotFoundException())).isEqualTo("rtn/notFound");
        assertThat(response.getStatus()).isEqualTo(404);
    }

    @Test
    void answersNotFoundWhereOnlyThePlatformsCatchAllWasAsked() {
        HandlerMethod catchAll = new HandlerMethod(new AdminBasicEntityController(),
            ReflectionUtils.findMethod(AdminBasicEntityController.class, "saveEntity", (Class<?>[]) null));
        assertThat(page("/returns/1/nothing/here", catchAll, new NullPointerException())).isEqualTo("rtn/notFound");
        assertThat(page("/return-settings/1", catchAll, new NullPointerException())).isEqualTo("rtn/notFound");
        assertThat(page("/order/1/nothing/here", catchAll, new NullPointerException())).isNull();
    }

    @Test
    void answersForTheListsThatMerchantsKeep() {
        HandlerMethod generic = new HandlerMethod(new AdminBasicEntityController(),
            ReflectionUtils.findMethod(AdminBasicEntityController.class, "saveEntity", (Class<?>[]) null));

        assertThat(page("/return-reasons", null, new SecurityServiceException("no"))).isEqualTo("rtn/noAccess");
        assertThat(page("/return-exclusions/7", generic, new ArrayIndexOutOfBoundsException())).isEqualTo("rtn/entryNotFound");
        assertThat(response.getStatus()).isEqualTo(404);
    }

    @Test
    void refusesFormsForTheListsOfThoseWhoMayNotChangeThemAndWhatThePlatformCannotRead() {
        HandlerMethod generic = new HandlerMethod(new AdminBasicEntityController(),
            ReflectionUtils.findMethod(AdminBasicEntityController.class, "saveEntity", (Class<?>[]) null));
        MockHttpServletRequest post = new MockHttpServletRequest("POST", "/refund-types/7");

        resolver.resolveException(post, response, generic, new NullPointerException());
        assertThat(response.getStatus()).isEqualTo(403);

        when(access.mayChange()).thenReturn(true);
        resolver.resolveException(post, response, generic, new NullPointerException());
        assertThat(response.getStatus()).isEqualTo(400);

        Exception broken = new ServiceException("wrapped", new DataAccessResourceFailureException("The database is gone"));
        assertThat(resolver.resolveException(post, response, generic, broken)).isNull();
    }

    @Test
    void findsNothingWhereAnAddressHasBlanksOnly() {
        Exception blank = new MissingPathVariableException("id", mock(MethodParameter.class));

        assertThat(page("/returns/%01/status", null, blank)).isEqualTo("rtn/notFound");
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(page("/order/%01", null, blank)).isNull();
    }

    @Test
    void takesNoNoticeOfPathParameters() {
        assertThat(page("/returns;a=b/1", null, new SecurityServiceException("no"))).isEqualTo("rtn/noAccess");
    }

    @Test
    void leavesTheRestToThePlatform() {
        assertThat(page("/order/1", null, new SecurityServiceException("no"))).isNull();
        assertThat(page("/returns", null, new IllegalStateException())).isNull();
        assertThat(page("/returnsomething", null, new SecurityServiceException("no"))).isNull();
    }

    private String page(String path, Object handler, Exception exception) {
        ModelAndView answer = resolver.resolveException(new MockHttpServletRequest("GET", path), response, handler, exception);
        return answer == null ? null : (String) answer.getModel().get("viewType");
    }
}
