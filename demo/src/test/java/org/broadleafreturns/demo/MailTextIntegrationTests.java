package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.mailtext.EffectiveText;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailText;
import org.broadleafreturns.core.mailtext.MailTextEdit;
import org.broadleafreturns.core.mailtext.MailTexts;
import org.broadleafreturns.core.mailtext.StaleMailTextException;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What merchants write is what customers read, and only those who may write it. */
class MailTextIntegrationTests {

    private static final MailKind RECEIVED = ReturnMailKinds.of(ReturnStatus.RECEIVED);
    private static final String MARIE = "marie@example.com";
    private static final String JOHN = "john@example.com";
    private static final String EDITOR = "/return-mails/received/fr";

    @AfterEach
    void backToDefault() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            EffectiveText text = bean(MailTexts.class).inForce(RECEIVED, language);
            bean(MailTexts.class).backToShipped(RECEIVED, language, text.version());
        }
    }

    @Test
    void theNextMailHasTheMerchantsTextInItsLanguageOnly() {
        save("Colis {{number}} arrivé", "<p>Merci {{firstName}} & à bientôt</p>{{articles}}");

        StatusPreview french = received(MARIE);
        StatusPreview english = received(JOHN);

        String number = french.getRequest().getNumber();
        assertThat(french.getMail().subject()).isEqualTo("Colis " + number + " arrivé");
        assertThat(french.getMail().text()).contains("Bonjour Marie,", "Merci Marie & à bientôt", "- Boston fern", "1 reçu sur 1");
        assertThat(english.getMail().text()).contains("Your parcel has arrived.").doesNotContain("bientôt");

        bean(StatusChangeService.class).apply(french.getToken(), true, TestShop.ADMIN);
        assertThat(await().until(() -> ReceivedMails.about(number).stream()
            .filter(mail -> ReceivedMails.subject(mail).equals("Colis " + number + " arrivé")).count(), count -> count > 0)).isEqualTo(1);
    }

    @Test
    void aPreviewThatWaitsIsSentAsItWasShown() {
        StatusPreview waiting = received(MARIE);
        save("Autre chose", "<p>Autre chose</p>");

        bean(StatusChangeService.class).apply(waiting.getToken(), true, TestShop.ADMIN);

        String number = waiting.getRequest().getNumber();
        assertThat(await().until(() -> ReceivedMails.about(number).stream()
            .filter(mail -> ReceivedMails.subject(mail).endsWith("produits reçus")).count(), count -> count > 0)).isEqualTo(1);
    }

    @Test
    void backToTheDefaultIsTheShippedTextAgain() {
        save("Mien", "<p>Mien</p>");
        EffectiveText own = bean(MailTexts.class).inForce(RECEIVED, Locale.FRENCH);
        assertThat(own.own()).isTrue();

        assertThatExceptionOfType(StaleMailTextException.class)
            .isThrownBy(() -> bean(MailTexts.class).backToShipped(RECEIVED, Locale.FRENCH, own.version() + 1));
        bean(MailTexts.class).backToShipped(RECEIVED, Locale.FRENCH, own.version());

        EffectiveText text = bean(MailTexts.class).inForce(RECEIVED, Locale.FRENCH);
        assertThat(text.own()).isFalse();
        assertThat(text.text().body()).contains("Votre colis est arrivé.");
        assertThat(received(MARIE).getMail().text()).contains("Votre colis est arrivé.");
    }

    @Test
    void theEditorShowsSavesAndRefuses() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        Map<String, String> form = form(admin, "Reçu {{number}}", "<p>Un</p>\n<p>{{secret}} <b>gras</b></p>");

        HttpResponse<String> refused = admin.post(EDITOR, form);
        Document page = Jsoup.parse(refused.body());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page.select("#rtn-body").text()).isEqualTo("<p>Un</p>\n<p>{{secret}} <b>gras</b></p>");
        assertThat(page.select("#rtn-body-faults").text()).contains("Line 2: {{secret}}");
        assertThat(bean(MailTexts.class).inForce(RECEIVED, Locale.FRENCH).own()).isFalse();

        form.put("body", "<p onclick=\"x()\">Un</p><script>alert(1)</script>");
        HttpResponse<String> preview = admin.post(EDITOR + "/preview", form);
        assertThat(preview.statusCode()).isEqualTo(200);
        String shown = Jsoup.parse(preview.body()).select("#rtn-mail-preview-body").attr("srcdoc");
        assertThat(Jsoup.parse(shown).select("p").eachText()).contains("Un", "Bonjour Marie,");
        assertThat(shown).doesNotContain("script").doesNotContain("onclick");
        assertThat(Jsoup.parse(preview.body()).select("#rtn-mail-preview-subject").text()).startsWith("Reçu R");
        assertThat(bean(MailTexts.class).inForce(RECEIVED, Locale.FRENCH).own()).isFalse();

        assertThat(admin.post(EDITOR, form).statusCode()).isEqualTo(302);
        assertThat(bean(MailTexts.class).inForce(RECEIVED, Locale.FRENCH).text()).isEqualTo(new MailText("Reçu {{number}}", "<p>Un</p>"));

        HttpResponse<String> stale = admin.post(EDITOR, form);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(stale.body()).select("#rtn-body").text()).contains("<script>alert(1)</script>");
    }

    @Test
    void onlyThoseWhoMayMaintainSettingsWriteMails() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        assertThat(admin.post(EDITOR, Map.of("subject", "x", "body", "x", "version", "-1")).statusCode()).as("without token")
            .isGreaterThanOrEqualTo(400);
        for (String login : List.of("catalog", "csr")) {
            HttpVisitor other = HttpVisitor.merchant(login);
            String csrf = other.token(login.equals("csr") ? "/order/" + orderId() : "/product/1");
            assertThat(csrf).isNotEmpty();
            for (String address : List.of("/return-mails", EDITOR, EDITOR + "/preview")) {
                assertThat(other.get(address).statusCode()).as(address).isEqualTo(403);
            }
            for (String address : List.of(EDITOR, EDITOR + "/preview", EDITOR + "/default")) {
                assertThat(other.post(address + "?csrfToken=" + csrf, Map.of("subject", "x", "body", "x", "version", "-1"))
                    .statusCode()).as(address).isEqualTo(403);
            }
        }
        HttpResponse<String> anonymous = HttpVisitor.inBackOffice().get(EDITOR);
        assertThat(anonymous.headers().firstValue("Location").orElseGet(anonymous::body)).contains("login");
        assertThat(bean(MailTexts.class).inForce(RECEIVED, Locale.FRENCH).own()).isFalse();
    }

    @Test
    void aMailThatThereIsNotIsNotFound() {
        HttpVisitor admin = HttpVisitor.merchant("admin");

        for (String address : List.of("/return-mails/nothing/fr", "/return-mails/received/xx", "/return-mails/RECEIVED/fr")) {
            HttpResponse<String> answer = admin.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(answer.body()).contains("There is no such email");
        }
    }

    private static Long orderId() {
        String number = TestShop.newOrder(JOHN, Map.of(1L, 1));
        return inTransaction(() -> bean(ShopOrders.class).findByNumber(number).orElseThrow().getId());
    }

    private static Map<String, String> form(HttpVisitor visitor, String subject, String body) {
        Map<String, String> form = new HashMap<>();
        form.put("csrfToken", visitor.token(EDITOR));
        form.put("version", "-1");
        form.put("subject", subject);
        form.put("body", body);
        return form;
    }

    private static void save(String subject, String body) {
        bean(MailTexts.class).save(new MailTextEdit(RECEIVED, Locale.FRENCH, new MailText(subject, body),
            EffectiveText.SHIPPED, "Alex Admin"));
    }

    private static StatusPreview received(String customer) {
        ReturnRequest request = TestShop.request(TestShop.newOrder(customer, Map.of(1L, 1)), 0, 1);
        return TestShop.preview(request, ReturnStatus.RECEIVED, null, null);
    }
}
