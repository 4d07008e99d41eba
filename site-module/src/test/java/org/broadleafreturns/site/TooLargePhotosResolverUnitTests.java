package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class TooLargePhotosResolverUnitTests {

    /** A parameter without a value gets lost behind the XSS wrapper of the platform. */
    @Test
    void leadsBackWithAParameterThatHasAValueAndWithoutTheToken() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/shop/account/returns/new/0f-1/photos");
        request.setQueryString("csrfToken=x");
        request.setContextPath("/shop");
        MockHttpServletResponse response = new MockHttpServletResponse();

        new TooLargePhotosResolver().resolveException(request, response, null, new MaxUploadSizeExceededException(1));

        assertThat(response.getRedirectedUrl()).isEqualTo("/shop/account/returns/new/0f-1/photos?tooLarge=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", ""})
    void understandsTheParameterWithAndWithoutAValue(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addParameter("tooLarge", value);

        assertThat(TooLargePhotosResolver.sentBack(emptyIsNull(request))).isTrue();
    }

    @Test
    void nobodyElseWasSentBack() {
        assertThat(TooLargePhotosResolver.sentBack(new MockHttpServletRequest())).isFalse();
    }

    /** As Broadleaf 7.0's XSS wrapper does. */
    private static HttpServletRequest emptyIsNull(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getParameter(String name) {
                String value = super.getParameter(name);
                return value == null || value.isEmpty() ? null : value;
            }

            @Override
            public String[] getParameterValues(String name) {
                String value = getParameter(name);
                return super.getParameterValues(name) == null ? null : new String[] {value};
            }
        };
    }
}
