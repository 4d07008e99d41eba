package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.mail.BodyPart;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails through a real SMTP conversation. */
class MailIntegrationTests {

    private static final String MARIE = "marie@example.com";
    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;

    @Test
    void whatIsSentIsWhatWasPreviewedWithTheLabelByteForByte() throws Exception {
        ReturnRequest request = TestShop.request(TestShop.newOrder(MARIE, Map.of(FERN, 2)), 0, 2);
        byte[] label = pdf(700_000);
        StatusPreview preview = TestShop.preview(request, ReturnStatus.LABEL_SENT, "Merci & <b>à bientôt</b>\nMarie",
            new StatusChange.LabelFile("étiquette retour.pdf", () -> new ByteArrayInputStream(label)));

        bean(StatusChangeService.class).apply(preview.getToken(), true, TestShop.ADMIN);

        MimeMessage mail = received(request.getNumber(), "étiquette de retour");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(MARIE);
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Broadleaf Plants <returns@plants.example>");
        assertThat(mail.getSubject()).isEqualTo(preview.getMail().subject());
        assertThat(part(mail, "text/html").getContent()).isEqualTo(preview.getMail().html());
        assertThat(part(mail, "text/plain").getContent()).isEqualTo(preview.getMail().text());
        assertThat(preview.getMail().html()).contains("Merci &amp; &lt;b&gt;à bientôt&lt;/b&gt;").doesNotContain("<b>à");
        assertThat(preview.getMail().text()).contains("Merci & <b>à bientôt</b>\r\nMarie");
        Part attachment = part(mail, "application/pdf");
        assertThat(MimeUtility.decodeText(attachment.getFileName())).isEqualTo("étiquette retour.pdf");
        assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(label);
    }

    @Test
    void aLabelOfPlainTextArrivesWithItsOwnLineEnds() throws Exception {
        ReturnRequest request = TestShop.request(TestShop.newOrder(MARIE, Map.of(FERN, 1)), 0, 1);
        byte[] label = "%PDF-1.4\nunix\r\nwindows\rmac\n%%EOF".getBytes();
        String token = TestShop.preview(request, ReturnStatus.LABEL_SENT, null,
            new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream(label))).getToken();

        bean(StatusChangeService.class).apply(token, true, TestShop.ADMIN);

        Part attachment = part(received(request.getNumber(), "étiquette"), "application/pdf");
        assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(label);
    }

    @Test
    void theLanguageIsTheCustomersWhoeverTheMerchantIs() throws Exception {
        ReturnRequest french = TestShop.request(TestShop.newOrder(MARIE, Map.of(FERN, 1)), 0, 1);
        ReturnRequest english = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);

        assertThat(received(french.getNumber(), "").getSubject())
            .isEqualTo("Votre retour " + french.getNumber() + " pour la commande " + french.getOrderNumber() + "\u00a0: demande reçue");
        assertThat(received(english.getNumber(), "").getSubject())
            .isEqualTo("Your return " + english.getNumber() + " for order " + english.getOrderNumber() + ": request received");
    }

    @Test
    void theShopIsToldOfANewRequestAtEveryAddress() throws Exception {
        String order = TestShop.newOrder(MARIE, Map.of(FERN, 2));
        SubmitReturn wish = TestShop.wish(order, 0, 2, null);
        ReturnRequest request = bean(ReturnSubmissionService.class).submit(new SubmitReturn(order, wish.customerId(), wish.lines(),
            wish.refundType(), "Cassé <b>&</b>\nmerci", Locale.FRENCH, null));

        List<MimeMessage> mails = await()
            .until(() -> ReceivedMails.toShop(request.getNumber()), received -> received.size() == 2);

        assertThat(mails).extracting(ReceivedMails::recipient)
            .containsExactlyInAnyOrder("returns@plants.example", "warehouse@plants.example");
        MimeMessage mail = mails.get(0);
        assertThat(mail.getSubject()).isEqualTo("New return request " + request.getNumber() + " for order " + order);
        String html = (String) part(mail, "text/html").getContent();
        assertThat(html).contains("Marie", "Another reason", "Refund to the original payment method", "Boston fern × 2",
            "Cassé &lt;b&gt;&amp;&lt;/b&gt;<br>merci",
            "href=\"" + TestShop.get().adminUrl() + "/returns/" + request.getNumber() + "\"").doesNotContain("{{");
        assertThat((String) part(mail, "text/plain").getContent()).contains("Cassé <b>&</b>\r\nmerci");
    }

    @Test
    void theShopIsNotToldOfARequestThatIsRefused() throws Exception {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 1));
        SubmitReturn tooMany = TestShop.wish(order, 0, 2, null);

        assertThatExceptionOfType(ReturnRefusedException.class)
            .isThrownBy(() -> bean(ReturnSubmissionService.class).submit(tooMany));

        assertThat(queuedAbout(order)).isZero();
        TestShop.request(order, 0, 1);
        assertThat(queuedAbout(order)).isEqualTo(3);
    }

    private static long queuedAbout(String order) {
        return inTransaction(() -> TestShop.entityManager()
            .createQuery("select count(m.id) from OutgoingMail m where m.subject like :order", Long.class)
            .setParameter("order", "%" + order + "%").getSingleResult());
    }

    @Test
    void everyStatusHasItsMailInBothLanguages() {
        for (String customer : List.of(MARIE, JOHN)) {
            for (ReturnStatus status : List.of(ReturnStatus.LABEL_SENT, ReturnStatus.RECEIVED, ReturnStatus.ACCEPTED,
                    ReturnStatus.REFUSED, ReturnStatus.CANCELLED)) {
                ReturnRequest request = TestShop.request(TestShop.newOrder(customer, Map.of(FERN, 2)), 0, 2);
                StatusPreview preview = TestShop.preview(request, status, null, status != ReturnStatus.LABEL_SENT ? null
                    : new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes())));
                assertThat(preview.getMail().html()).doesNotContain("??").doesNotContain("rtn.mail").contains(request.getNumber());
                assertThat(preview.getMail().text()).contains("Boston fern");
                assertThat(preview.getMail().subject()).contains(request.getNumber()).doesNotContain("rtn.");
            }
        }
    }

    @Test
    void statusOnlySendsNothing() {
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        received(request.getNumber(), "request received");

        TestShop.change(request, ReturnStatus.RECEIVED, false);

        assertThat(stateOfLastMail(request)).isNull();
        assertThat(ReceivedMails.about(request.getNumber())).hasSize(1);
    }

    @Test
    void noMailGoesOutForAChangeThatWasNotMade() throws Exception {
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        received(request.getNumber(), "request received");
        String stale = TestShop.preview(request, ReturnStatus.ACCEPTED, null, null).getToken();
        TestShop.change(request, ReturnStatus.RECEIVED, false);

        assertThatExceptionOfType(StaleReturnException.class)
            .isThrownBy(() -> bean(StatusChangeService.class).apply(stale, true, TestShop.ADMIN));
        assertThat(current(request).getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        Thread.sleep(1500);
        assertThat(ReceivedMails.about(request.getNumber())).hasSize(1);
    }

    @Test
    void aDeadMailServerLosesNeitherTheChangeNorTheMail() throws Exception {
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        received(request.getNumber(), "request received");
        int port = TestShop.get().mailServer().getSmtp().getPort();
        setPort(closedPort());
        try {
            TestShop.change(request, ReturnStatus.ACCEPTED, true);

            assertThat(current(request).getStatus()).isEqualTo(ReturnStatus.ACCEPTED);
            await().until(() -> lastMail(request).getAttempts() > 0);
            assertThat(lastMail(request).getState()).isEqualTo(MailState.QUEUED);
            assertThat(lastMail(request).getLastError()).contains("Couldn't connect");
            String page = HttpVisitor.merchant("csr").get("/order/" + request.getOrder().getId()).body();
            assertThat(Jsoup.parse(page).select(".rtn-journal-mail .rtn-mail-error").text())
                .isEqualTo("The mail server could not be reached. It will be tried again automatically.");
            assertThat(page).doesNotContain("MailSendException").doesNotContain("Couldn't connect");
        } finally {
            setPort(port);
        }
        assertThat(received(request.getNumber(), "accepted").getMessageID()).isEqualTo(lastMail(request).getMessageId());
        await().until(() -> lastMail(request).getState() == MailState.SENT);
        assertThat(ReceivedMails.about(request.getNumber())).hasSize(2);
    }

    @Test
    void aGuestIsSentToTheReturnItselfAndNotToAnAccountThatDoesNotExist() throws Exception {
        String guests = bean(DemoOrders.class).submitAsGuest("gina@example.com", 1, Map.of(FERN, 2));
        ReturnRequest ofGuest = created(guests);
        ReturnRequest ofMarie = created(TestShop.newOrder(MARIE, Map.of(FERN, 2)));

        MimeMessage toGuest = received(ofGuest.getNumber(), ofGuest.getNumber());
        assertThat(ReceivedMails.recipient(toGuest)).isEqualTo("gina@example.com");
        assertThat((String) part(toGuest, "text/html").getContent()).doesNotContain("/account")
            .contains("href=\"" + TestShop.get().siteUrl() + "/returns/mail/" + ofGuest.getNumber() + "/");
        assertThat((String) part(toGuest, "text/plain").getContent()).contains("See this return").doesNotContain("Contact the shop");
        assertThat((String) part(received(ofMarie.getNumber(), ofMarie.getNumber()), "text/html").getContent())
            .contains("href=\"" + TestShop.get().siteUrl() + "/account/returns/" + ofMarie.getNumber() + "\"").doesNotContain("Contactez");

        String label = TestShop.preview(ofGuest, ReturnStatus.LABEL_SENT, null,
            new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream(pdf(2000)))).getMail().text();
        assertThat(label).contains("attached to this email, and you can also download it where you see your return. Print it")
            .doesNotContain("account");
    }

    private static ReturnRequest created(String order) {
        SubmitReturn wish = TestShop.wish(order, 0, 1, null);
        return bean(ReturnSubmissionService.class).create(new CreateReturn(TestShop.orderId(order), wish.lines(), wish.refundType(),
            null, null, true, null), TestShop.ADMIN);
    }

    @Test
    void aFailedMailToTheShopIsToldInPlainWordsAndCanBeSentAgain() {
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        await().until(() -> ReceivedMails.toShop(request.getNumber()).size() == 2);
        JdbcTemplate database = ReturnTables.database();
        await().until(() -> database.queryForObject(
            "select count(*) from RTN_MAIL where ABOUT = ? and STATE = 'SENT'", Integer.class, request.getNumber()) == 2);
        String page = "/order/" + request.getOrder().getId();
        HttpVisitor csr = HttpVisitor.merchant("csr");
        assertThat(Jsoup.parse(csr.get(page).body()).select(".rtn-shop-mails")).isEmpty();

        for (String[] failure : new String[][] {
            {"UNREACHABLE", "could not be reached", "n\u2019a pas r\u00e9pondu"}, {"LOGIN", "password", "mot de passe"},
            {"UNWRITABLE_ADDRESS", "Correct the address in the return settings", "n\u2019en comprennent pas tous"},
            {"ADDRESS", "Check the addresses in the settings", "V\u00e9rifiez les adresses"}, {"MESSAGE", "refused this email", "a refus\u00e9 cet e-mail"},
            {"UNKNOWN", "could not be sent", "n\u2019a pas pu \u00eatre envoy\u00e9"}}) {
            fail(request, failure[0]);
            assertThat(shopMails(csr, page, "fr").text()).contains(failure[2]).doesNotContain("??").doesNotContain("IOException");
            assertThat(shopMails(csr, page, "en").text()).contains(failure[1], "Failed", "warehouse@plants.example")
                .doesNotContain("??").doesNotContain("IOException");
        }
        HttpVisitor viewer = HttpVisitor.merchant("viewer");
        assertThat(shopMails(viewer, page, "en").select("form")).isEmpty();

        Element form = shopMails(csr, page, "en").select("form").first();
        String token = csr.token(page);
        assertThat(viewer.post(form.attr("action"), Map.of("csrfToken", viewer.token(page))).statusCode()).isEqualTo(403);
        assertThat(csr.post("/returns/" + TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1).getNumber()
            + form.attr("action").replaceFirst(".*(?=/mails/)", ""), Map.of("csrfToken", token)).statusCode()).isEqualTo(404);
        assertThat(csr.post(form.attr("action"), Map.of("csrfToken", token)).statusCode()).isEqualTo(302);

        await().until(() -> ReceivedMails.toShop(request.getNumber()).size() == 3);
        await().until(() -> shopMails(csr, page, "en").select("form").isEmpty());
    }

    @Test
    void aMailThatHasNotFailedIsNotSentAgainAndThePageSaysSo() {
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        await().until(() -> stateOfLastMail(request), MailState.SENT::equals);
        String page = "/order/" + request.getOrder().getId();
        HttpVisitor csr = HttpVisitor.merchant("csr");

        HttpResponse<String> answer = csr.post("/returns/" + request.getNumber() + "/mails/" + lastMail(request).getId() + "/send-again",
            Map.of("csrfToken", csr.token(page)));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(csr.get(page).body()).contains(new Words("en").get("rtn.admin.mail.notFailed"));
        assertThat(lastMail(request).getAttempts()).isEqualTo(1);
        assertThat(ReceivedMails.about(request.getNumber())).hasSize(1);
    }

    private static void fail(ReturnRequest request, String failure) {
        ReturnTables.database().update("update RTN_MAIL set STATE = 'FAILED', FAILURE = ?, LAST_ERROR = 'java.io.IOException: 550 at host'"
            + " where ABOUT = ? and RECIPIENT = 'warehouse@plants.example'", failure, request.getNumber());
    }

    private static Element shopMails(HttpVisitor merchant, String page, String language) {
        Element found = new Element("div");
        Jsoup.parse(merchant.get(page + "?blLocaleCode=" + language).body()).select(".rtn-shop-mails").forEach(found::appendChild);
        return found;
    }

    private static void setPort(int port) {
        TestShop.get().siteContext().getBean("blMailSender", JavaMailSenderImpl.class).setPort(port);
        TestShop.get().adminContext().getBean("blMailSender", JavaMailSenderImpl.class).setPort(port);
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static MailState stateOfLastMail(ReturnRequest request) {
        OutgoingMail mail = lastMail(request);
        return mail == null ? null : mail.getState();
    }

    private static OutgoingMail lastMail(ReturnRequest request) {
        return inTransaction(() -> {
            var journal = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getJournal();
            OutgoingMail mail = journal.get(journal.size() - 1).getMail();
            if (mail != null) {
                mail.getState();
                mail.getMessageId();
            }
            return mail;
        });
    }

    private static ReturnRequest current(ReturnRequest request) {
        return bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
    }

    private static MimeMessage received(String number, String words) {
        return await().until(
            () -> ReceivedMails.about(number).stream().filter(mail -> ReceivedMails.subject(mail).contains(words)).findFirst().orElse(null),
            mail -> mail != null);
    }

    static Part part(Part mail, String type) throws Exception {
        if (mail.isMimeType(type)) {
            return mail;
        }
        if (mail.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Part found = part(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static byte[] pdf(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        System.arraycopy("%PDF-1.4\n".getBytes(), 0, bytes, 0, 9);
        return bytes;
    }
}
