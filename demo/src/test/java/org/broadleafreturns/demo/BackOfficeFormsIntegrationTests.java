package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.demo.HttpVisitor.Upload;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What the back office's dialogs send, as somebody sends it who means no good: too much of it, or in the wrong form. */
class BackOfficeFormsIntegrationTests {

    private static final int MADE_UP = 9_000;
    private static final int SMALL = 4_000;
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 3)), 0, 2);
    private final Long order = TestShop.orderId(request.getOrderNumber());
    private final HttpVisitor merchant = HttpVisitor.merchant("csr");
    private final String csrf = merchant.token("/order/" + order);
    private final String preview = "/returns/" + request.getNumber() + "/status/preview";

    @Test
    void quantitiesOfMadeUpLinesAreNotLookedAt() {
        HttpResponse<String> answer = merchant.post(preview, inputs("accepted[%d]",
            Map.of("status", "PARTIALLY_ACCEPTED", "refused.reason", "USED")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).hasSizeLessThan(SMALL);
        assertThat(Jsoup.parse(answer.body()).text()).isEqualTo(new Words("en").say("rtn.objection.accepted.none"));
    }

    @Test
    void articlesThatTheOrderDoesNotHaveAreNotLookedAt() {
        HttpResponse<String> answer = merchant.post("/returns/orders/" + order + "/new", inputs("lines[%d].quantity", Map.of()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).hasSizeLessThan(SMALL);
        assertThat(Jsoup.parse(answer.body()).text()).contains(new Words("en").say("rtn.objection.lines.none"));
    }

    @Test
    void aFormWithFilesCarriesNoLines() {
        Map<String, String> inputs = new HashMap<>(Map.of("version", version(), "status", "PARTIALLY_ACCEPTED"));
        inputs.put("accepted[" + lineId() + "]", "1");
        refused(inputs, List.of());
        refused(inputs, List.of(label("label")));
    }

    @Test
    void noOtherFormHasFiles() {
        int before = ReturnTables.count("RTN_REQUEST");
        Long item = TestShop.wish(request.getOrderNumber(), 0, 1, null).lines().get(0).orderItemId();
        Map<String, String> inputs = Map.of("lines[" + item + "].quantity", "1", "lines[" + item + "].reason", "OTHER",
            "refundType", "ORIGINAL_PAYMENT");
        for (String address : List.of("/returns/orders/" + order + "/new", "/returns/" + request.getNumber() + "/status/apply",
                "/returns/" + request.getNumber() + "/correction/preview", "/returns/" + request.getNumber() + "/correction/apply")) {
            HttpResponse<String> answer = merchant.upload(address, csrf, inputs, List.of());
            assertThat(answer.statusCode()).as(address).isEqualTo(415);
            assertThat(answer.body()).isEqualTo(new Words("en").say("rtn.objection.form.unreadable"));
        }
        assertThat(ReturnTables.count("RTN_REQUEST")).isEqualTo(before);
    }

    @Test
    void aFormWithFilesHasTenPartsAtMost() {
        Map<String, String> inputs = Map.of("version", version(), "status", "LABEL_SENT");
        refused(inputs, Collections.nCopies(9, label("label")));
        refused(inputs, Collections.nCopies(2_000, label("another")));
    }

    @Test
    void aFormForALabelHasOne() {
        int before = ReturnTables.count("RTN_STATUS_PREVIEW");
        HttpResponse<String> answer = merchant.upload(preview, csrf, Map.of("version", version(), "status", "LABEL_SENT"), List.of());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("[data-field=label]").text()).isEqualTo(new Words("en").say("rtn.objection.label.missing"));
        assertThat(ReturnTables.count("RTN_STATUS_PREVIEW")).isEqualTo(before);
    }

    private void refused(Map<String, String> inputs, List<Upload> files) {
        int before = ReturnTables.count("RTN_DOCUMENT") + ReturnTables.count("RTN_STATUS_PREVIEW");
        HttpResponse<String> answer = merchant.upload(preview, csrf, inputs, files);

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.body()).hasSizeLessThan(SMALL);
        assertThat(ReturnTables.count("RTN_DOCUMENT") + ReturnTables.count("RTN_STATUS_PREVIEW")).isEqualTo(before);
    }

    private Map<String, String> inputs(String made, Map<String, String> others) {
        Map<String, String> inputs = new HashMap<>(others);
        inputs.put("version", version());
        inputs.put("csrfToken", csrf);
        for (int line = 1; line <= MADE_UP; line++) {
            inputs.put(String.format(made, 1_000_000_000L + line), "x");
        }
        return inputs;
    }

    private String version() {
        return Integer.toString(request.getVersion());
    }

    private Long lineId() {
        return request.getLines().get(0).getId();
    }

    private static Upload label(String field) {
        return new Upload(field, "label.pdf", "application/pdf", PDF);
    }
}
