package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.mail.internet.MimeMessage;
import javax.sql.DataSource;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.EffectiveText;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailText;
import org.broadleafreturns.core.mailtext.MailTextEdit;
import org.broadleafreturns.core.mailtext.MailTexts;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnMails;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.Step;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The mails of a feature are written, shown and sent like all others: {@link CardMails}. */
class ContributedMailIntegrationTests {

    private static final String MARIE = "marie@example.com";
    private static final String EDITOR = "/return-mails/card_sent/fr";
    private static final MailKind RECEIVED = ReturnMailKinds.of(ReturnStatus.RECEIVED);

    private final HttpVisitor admin = HttpVisitor.merchant("admin");
    private final JdbcTemplate database = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));

    @AfterEach
    void backToDefault() {
        for (MailKind kind : List.of(CardMails.CARD_SENT, RECEIVED)) {
            EffectiveText text = bean(MailTexts.class).inForce(kind, Locale.FRENCH);
            bean(MailTexts.class).backToShipped(kind, Locale.FRENCH, text.version());
        }
        database.update("DELETE FROM RTN_MAIL_TEXT WHERE MAIL_NAME = 'GONE'");
    }

    @Test
    void theListShowsItAtItsPlaceInEveryLanguage() {
        Document list = Jsoup.parse(admin.get("/return-mails").body());

        assertThat(list.select("td.rtn-mail-name").eachText()).containsSubsequence("Products received", "Card sent", "Accepted");
        assertThat(list.select("tr:has(td.rtn-mail-name:contains(Card sent)) a").eachText())
            .as("the French bundle has no subject").containsExactly("A card for your return {{number}}", "A card for your return {{number}}");
        assertThat(list.select("tr:has(td.rtn-mail-name:contains(Card sent)) a").eachAttr("href")).anyMatch(address -> address.endsWith(EDITOR));
    }

    @Test
    void itsTextIsWrittenWithItsPlaceholdersAndShownWithItsSample() {
        Map<String, String> form = form("Une carte : {{card}}", "<p>Voici {{card}}, {{firstName}}</p>{{stamps}}{{message}}");
        Document refused = Jsoup.parse(admin.post(EDITOR, form).body());
        assertThat(refused.select("#rtn-body-faults").text()).contains("Line 1: {{message}}");
        assertThat(refused.select(".rtn-placeholders dt").eachText()).containsExactly("{{number}}", "{{firstName}}", "{{card}}", "{{stamps}}");
        assertThat(refused.select(".rtn-placeholders dd").eachText()).contains("The card", "List of the stamps");
        assertThat(refused.select(".rtn-placeholders p")).as("it has neither a link nor a text that may be missing").isEmpty();

        form.put("body", "<p>Voici {{card}}, {{firstName}}</p>{{stamps}}");
        Document preview = Jsoup.parse(admin.post(EDITOR + "/preview", form).body());
        assertThat(preview.select("#rtn-mail-preview-subject").text()).isEqualTo("Une carte : une carte postale");
        Document shown = Jsoup.parse(preview.select("#rtn-mail-preview-body").attr("srcdoc"));
        assertThat(shown.select("p").eachText()).contains("Bonjour Marie,", "Voici une carte postale, Marie");
        assertThat(shown.select("li").eachText()).containsExactly("1", "2");

        assertThat(admin.post(EDITOR, form).statusCode()).isEqualTo(302);
        assertThat(bean(MailTexts.class).inForce(CardMails.CARD_SENT, Locale.FRENCH).text())
            .isEqualTo(new MailText("Une carte : {{card}}", "<p>Voici {{card}}, {{firstName}}</p>{{stamps}}"));
    }

    @Test
    void itIsComposedAndSentByWhoBringsIt() throws Exception {
        save(CardMails.CARD_SENT, "{{number}} : {{card}}", "<p>Voici {{card}}</p>");
        ReturnRequest request = TestShop.request(TestShop.newOrder(MARIE, Map.of(1L, 1)), 0, 1);
        String number = request.getNumber();

        bean(ReturnSteps.class).execute(number, new Step() {

            @Override
            public String name() {
                return "card";
            }

            @Override
            public List<Objection> objections(ReturnRequest of, Actor actor) {
                return List.of();
            }

            @Override
            public Optional<Letter> letter(ReturnRequest of) {
                return bean(ReturnMails.class).toCustomer(CardMails.CARD_SENT, of, Map.of(CardMails.CARD, "un <bouquet>"))
                    .map(content -> new Letter(content, null));
            }

            @Override
            public void perform(ReturnRequest of, Happening happening) {
                happening.note(of, happening.entry("CARD_SENT"));
            }
        }, TestShop.ADMIN);

        MimeMessage mail = await().until(() -> ReceivedMails.about(number).stream()
            .filter(sent -> ReceivedMails.subject(sent).equals(number + " : un <bouquet>")).findFirst().orElse(null), found -> found != null);
        assertThat(ReceivedMails.recipient(mail)).isEqualTo(MARIE);
    }

    @Test
    void aMailThatIsNotAboutAReturnSaysNothingOfOne() {
        MailContent mail = bean(MailComposer.class).compose(CardMails.CARD_SENT, MARIE, Locale.FRENCH, Map.of(CardMails.CARD, "une carte postale"));

        assertThat(mail.text()).contains("Bonjour,", "Nous vous envoyons une carte postale.").doesNotContain("null").doesNotContain("Retour");
    }

    @Test
    void aPlaceholderThatItAddsToAnotherMailIsFilledInThere() {
        save(RECEIVED, "{{number}}", "<p>Avec {{card}}</p>");
        ReturnRequest request = TestShop.request(TestShop.newOrder(MARIE, Map.of(1L, 1)), 0, 1);

        assertThat(TestShop.preview(request, ReturnStatus.RECEIVED, "Merci", null).getMail().text())
            .contains("Avec Merci <b>" + request.getNumber());

        Document editor = Jsoup.parse(admin.get("/return-mails/received/fr").body());
        assertThat(editor.select(".rtn-placeholders dt").eachText()).endsWith("{{card}}");
        Map<String, String> form = form("{{number}}", "<p>Avec {{card}}</p>");
        String preview = admin.post("/return-mails/received/fr/preview", form).body();
        assertThat(Jsoup.parse(preview).select("#rtn-mail-preview-body").attr("srcdoc")).contains("Avec une carte postale");
    }

    /** Of a feature that the shop had. */
    @Test
    void aTextWhoseMailIsGoneIsLeftAlone() {
        database.update("INSERT INTO RTN_MAIL_TEXT (MAIL_TEXT_ID, SITE_ID, MAIL_NAME, LANGUAGE_TAG, SUBJECT, BODY, CHANGED_BY, CHANGED_AT, VERSION) "
            + "VALUES (-7, -1, 'GONE', 'fr', 'Adieu', 'Adieu', 'Ann', CURRENT_TIMESTAMP, 0)");

        HttpResponse<String> list = admin.get("/return-mails");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("Card sent").doesNotContain("Adieu");
        assertThat(admin.get("/return-mails/gone/fr").statusCode()).isEqualTo(404);
        assertThat(database.queryForObject("SELECT SUBJECT FROM RTN_MAIL_TEXT WHERE MAIL_NAME = 'GONE'", String.class)).isEqualTo("Adieu");
    }

    private Map<String, String> form(String subject, String body) {
        Map<String, String> form = new HashMap<>();
        form.put("csrfToken", admin.token(EDITOR));
        form.put("version", "-1");
        form.put("subject", subject);
        form.put("body", body);
        return form;
    }

    private static void save(MailKind kind, String subject, String body) {
        bean(MailTexts.class).save(new MailTextEdit(kind, Locale.FRENCH, new MailText(subject, body), EffectiveText.SHIPPED, "Alex Admin"));
    }
}
