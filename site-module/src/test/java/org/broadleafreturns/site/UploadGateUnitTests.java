package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UploadGateUnitTests {

    private static final int LIMIT = 100;

    @ParameterizedTest
    @CsvSource({
        "/, multipart/form-data; boundary=x, 101, 413",
        "/, multipart/form-data; boundary=x, 100, 200",
        "/, MULTIPART/mixed, 101, 413",
        "/, multipart/form-data; boundary=x, -1, 411",
        "/, application/x-www-form-urlencoded, 101, 200",
        "/, , 101, 200",
        "/account/returns/new, multipart/form-data, 101, 413",
        "/account/returns/new/0f-1/photos, multipart/form-data, 101, 200",
        "/returns/new/0f-1/photos, multipart/form-data, 101, 200",
        "/other/returns/new/0f-1/photos, multipart/form-data, 101, 413",
        "/account/returns/new/0f-1/photos, multipart/form-data, -1, 200",
        "/account/returns/new/0f-1/photos/7, multipart/form-data, 101, 413"})
    void largeFormsWithFilesComeThroughWherePhotosAreAdded(String path, String type, int length, int status) throws Exception {
        assertThat(answer(LIMIT, path, type, length)).isEqualTo(status);
    }

    @Test
    void aShopCanLetThroughWhatItsServerDoes() throws Exception {
        assertThat(answer(0, "/", "multipart/form-data", 1_000_000)).isEqualTo(200);
    }

    private static int answer(long limit, String path, String type, int length) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/shop" + path);
        request.setContextPath("/shop");
        request.setContentType(type);
        request.setContent(length < 0 ? null : new byte[length]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        new UploadGate(limit, messages).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
