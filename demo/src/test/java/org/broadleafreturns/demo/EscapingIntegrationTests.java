package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.mail.internet.MimeMessage;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** What people typed is text and nothing else, wherever it is shown: on every page, in mails, in headers. */
class EscapingIntegrationTests {

    /** Markup, ends of attributes and comments, template expressions of each kind, and characters that end a header. */
    private static final String HOSTILE = "<i class=\"hostile\">'\"--></script>[[${98765*43211}]]__${98765*43211}__#{98765*43211}&lt;b&gt;\r\nX-Hostile: 1";
    /** As a name, for which the platform's column is shorter, and as a piece to look for. */
    private static final String EXPRESSION = "[[${98765*43211}]]";
    private static final String EVALUATED = "4267734415";
    private static final byte[] LABEL = "%PDF-1.4\nlabel\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final String unique = "esc" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = unique + "@example.com";
    private final ReturnDraftService drafts = bean(ReturnDraftService.class);
    private Customer customer;
    private String order;
    private HttpVisitor shopper;

    @BeforeEach
    void aCustomerWhoseNameIsMarkup() {
        customer = TestShop.newCustomer(email, "F<i class=\"hostile\">" + EXPRESSION, "L'\"></td><i class='hostile'>" + EXPRESSION);
        order = TestShop.newOrder(email, Map.of(1L, 3));
        shopper = HttpVisitor.shopper(email);
    }

    @Test
    void onNoPageOfTheStorefrontIsItMarkup() {
        String address = FormAddresses.draft(order, draft());
        checkPage(shopper.get(address));
        checkPage(shopper.get(FormAddresses.below(address, "/edit")));
        String csrf = shopper.token(FormAddresses.form(order));
        Map<String, String> refused = Map.of("csrfToken", csrf, "comment", HOSTILE, "refundType", HOSTILE, "quantity[" + item() + "]", HOSTILE,
            "reason[" + item() + "]", HOSTILE);
        checkPage(shopper.post(FormAddresses.form(order), refused));
        shopper.upload(FormAddresses.below(address, "/photos"), csrf, Map.of(),
            List.of(new HttpVisitor.Upload("photos", "<i class='hostile'>" + EXPRESSION + ".png", "image/png", new byte[] {1})));
        checkPage(shopper.get(FormAddresses.below(address, "/photos")));

        ReturnRequest request = returnWithALabel();

        checkPage(shopper.get("/account/returns/" + request.getNumber()));
        assertThat(Jsoup.parse(shopper.get("/account/returns/" + request.getNumber()).body()).text()).contains("<i class=\"hostile\">", EXPRESSION);
        checkPage(shopper.get("/account/returns/" + request.getNumber() + "/cancel"));
        checkPage(shopper.get("/account/returns"));
    }

    @Test
    void onNoPageOfTheBackOfficeIsItMarkup() {
        ReturnRequest request = returnWithALabel();
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        String page = "/order/" + TestShop.orderId(order);

        checkPage(merchant.get("/returns?view=all"));
        checkPage(merchant.get(page));
        assertThat(Jsoup.parse(merchant.get(page).body()).getElementById("return-" + request.getNumber()).text())
            .contains("<i class=\"hostile\">", EXPRESSION);
        HttpResponse<String> preview = merchant.post("/returns/" + request.getNumber() + "/status/preview",
            Map.of("csrfToken", merchant.token(page), "version", Integer.toString(request.getVersion()), "status", "RECEIVED", "message", HOSTILE));
        assertThat(preview.statusCode()).isEqualTo(200);
        checkPage(preview);

        Long line = ReturnTables.database().queryForObject("select LINE_ID from RTN_LINE where REQUEST_ID = ?", Long.class, request.getId());
        HttpResponse<String> correction = merchant.post("/returns/" + request.getNumber() + "/correction/preview",
            Map.of("csrfToken", merchant.token(page), "version", Integer.toString(request.getVersion()), "note", HOSTILE,
                "message", HOSTILE, "lines[" + line + "].quantity", "2", "lines[" + line + "].reason", "OTHER"));
        assertThat(correction.statusCode()).isEqualTo(200);
        checkPage(correction);
        String token = Jsoup.parse(correction.body()).select("[name=token]").attr("value");
        assertThat(merchant.post("/returns/" + request.getNumber() + "/correction/apply",
            Map.of("csrfToken", merchant.token(page), "token", token)).statusCode()).isEqualTo(200);
        checkPage(merchant.get(page));
        checkPage(shopper.get("/account/returns/" + request.getNumber()));
    }

    @Test
    void inNoMailIsItMarkupOrAHeader() throws Exception {
        ReturnRequest request = returnWithALabel();
        await().until(() -> ReceivedMails.about(request.getNumber()).size() == 2);
        await().until(() -> !ReceivedMails.toShop(request.getNumber()).isEmpty());

        for (List<MimeMessage> mails : List.of(ReceivedMails.about(request.getNumber()), ReceivedMails.toShop(request.getNumber()))) {
            for (MimeMessage mail : mails) {
                assertThat(mail.getHeader("X-Hostile")).isNull();
                assertThat(mail.getSubject()).doesNotContain("\r", "\n", EVALUATED);
            }
        }
        List<String> bodies = ReturnTables.database().queryForList("select HTML_BODY from RTN_MAIL natural join RTN_MAIL_BODY"
            + " where RECIPIENT = ?", String.class, email);
        assertThat(bodies).hasSize(2).allSatisfy(body -> checkHtml(Jsoup.parse(body)));
        assertThat(bodies).anySatisfy(body -> assertThat(Jsoup.parse(body).text()).contains("<i class=\"hostile\">", EXPRESSION));
    }

    @Test
    void inNoHeaderOfADownloadIsItAnythingButAName() {
        ReturnRequest request = returnWithALabel();

        HttpResponse<String> label = shopper.get("/account/returns/" + request.getNumber() + "/label");

        assertThat(label.statusCode()).isEqualTo(200);
        assertThat(label.headers().firstValue("X-Hostile")).isEmpty();
        assertThat(label.headers().firstValue("Content-Disposition").orElse("")).matches("attachment; filename\\*=UTF-8''[A-Za-z0-9%._~-]+");
    }

    private Long item() {
        return TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
    }

    private String draft() {
        String token = drafts.save(order, customer.getId(), null,
            new DraftInput(Map.of(item(), "1"), Map.of(item(), "OTHER"), "ORIGINAL_PAYMENT", HOSTILE)).getToken();
        drafts.addPhotos(order, customer.getId(), token, List.of(new PhotoFile("p<i class='hostile'>" + HOSTILE + ".png",
            new ByteArrayResource(TestShop.PNG))));
        return token;
    }

    private ReturnRequest returnWithALabel() {
        ReturnRequest request = drafts.send(order, customer.getId(), draft(), Locale.ENGLISH);
        String token = TestShop.preview(request, ReturnStatus.LABEL_SENT, HOSTILE,
            new StatusChange.LabelFile(HOSTILE + ".pdf", () -> new ByteArrayInputStream(LABEL))).getToken();
        bean(StatusChangeService.class).apply(token, true, TestShop.ADMIN);
        return inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow());
    }

    private static void checkPage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + "\n" + answer.body()).isIn(200, 422);
        assertThat(answer.headers().firstValue("X-Hostile")).isEmpty();
        Document page = Jsoup.parse(answer.body());
        checkHtml(page);
        // Mails are shown in frames whose whole content is an attribute.
        page.select("[srcdoc]").forEach(frame -> checkHtml(Jsoup.parse(frame.attr("srcdoc"))));
    }

    private static void checkHtml(Element page) {
        assertThat(page.select(".hostile")).as(page.outerHtml()).isEmpty();
        assertThat(page.outerHtml()).doesNotContain(EVALUATED);
    }
}
