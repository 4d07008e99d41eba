package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.demo.HttpVisitor.Upload;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels as somebody sends them who has no script that looks at them first. */
class LabelUploadIntegrationTests {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MEGABYTE = 1024 * 1024;

    private final ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
    private final HttpVisitor merchant = HttpVisitor.merchant("csr");
    private final String csrf = merchant.token("/order/" + TestShop.orderId(request.getOrderNumber()));

    @Test
    void aPdfIsKept() {
        int before = ReturnTables.count("RTN_DOCUMENT");

        assertThat(send(PDF).statusCode()).isEqualTo(200);
        assertThat(ReturnTables.count("RTN_DOCUMENT")).isEqualTo(before + 1);
    }

    static Stream<Arguments> wrong() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0};
        return Stream.of(
            Arguments.of("too large", Arrays.copyOf(PDF, 10 * MEGABYTE + 1), "rtn.objection.label.tooLarge"),
            Arguments.of("too large for the server to read", Arrays.copyOf(PDF, 70 * MEGABYTE), "rtn.objection.label.tooLarge"),
            Arguments.of("a page", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                "rtn.objection.label.wrongType"),
            Arguments.of("an archive", zip, "rtn.objection.label.wrongType"),
            Arguments.of("empty", new byte[0], "rtn.objection.label.empty"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatIsNoLabelIsObjectedToAndNotKept(String what, byte[] content, String objection) {
        int before = ReturnTables.count("RTN_DOCUMENT");

        HttpResponse<String> answer = send(content);

        assertThat(answer.statusCode()).isEqualTo(422);
        Element said = Jsoup.parse(answer.body()).selectFirst(".rtn-objections li");
        assertThat(said.attr("data-field")).isEqualTo("label");
        assertThat(said.text()).isEqualTo(new Words("en").say(objection, 10));
        assertThat(ReturnTables.count("RTN_DOCUMENT")).isEqualTo(before);
    }

    private HttpResponse<String> send(byte[] content) {
        return merchant.upload("/returns/" + request.getNumber() + "/status/preview", csrf,
            Map.of("version", Integer.toString(request.getVersion()), "status", "LABEL_SENT"),
            List.of(new Upload("label", "label.pdf", "application/pdf", content)));
    }
}
