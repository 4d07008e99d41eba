package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shoppers read of their returns: what happens next and by when, on cards, on the page of a return and on that of its order. */
class ShopperReturnsIntegrationTests {

    private static final long FERN = 1;
    private static final long FIG = 4;

    private String email;
    private HttpVisitor shopper;

    @BeforeEach
    void somebodyNew() {
        email = "cards-" + UUID.randomUUID() + "@example.com";
        TestShop.newCustomer(email, "Carla", "Leaf");
        shopper = HttpVisitor.shopper(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aCardShowsItsArticlesAndTheNextStepIsItsButton(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 3)), 0, 2);
        TestShop.sendLabel(request);

        Element card = page("/account/returns", language).getElementById("rtn-card-" + request.getNumber());

        assertThat(card.select("h3").text()).isEqualTo(words.say("rtn.site.detail.title", request.getNumber()));
        assertThat(card.select(".rtn-picture img").attr("src")).contains("boston-fern");
        assertThat(card.select(".rtn-card-articles .rtn-article-name").text())
            .isEqualTo(words.say("rtn.site.quantityOf", 2, request.getLines().get(0).getArticleName()));
        assertThat(card.select(".rtn-status").text()).isEqualTo(words.get("rtn.status.LABEL_SENT"));
        assertThat(card.select(".rtn-card-next > a").eachText()).containsExactly(words.get("rtn.site.way.sendWithLabel"));
        assertThat(card.select(".rtn-card-next > a").attr("href")).endsWith("/account/returns/" + request.getNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whereTheShopIsNextItSaysSo(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        ReturnRequest over = TestShop.change(TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1),
            ReturnStatus.REFUSED, false);

        Document list = page("/account/returns", language);

        Element card = list.getElementById("rtn-card-" + request.getNumber());
        assertThat(card.select("strong").text()).isEqualTo(words.get("rtn.site.way.review"));
        assertThat(card.select(".rtn-card-next > a").text()).isEqualTo(words.get("rtn.site.card.see"));
        assertThat(list.select(".rtn-over-title ~ .rtn-cards .rtn-card").eachAttr("id")).containsExactly("rtn-card-" + over.getNumber());
        assertThat(list.getElementById("rtn-card-" + over.getNumber()).text()).contains(words.get("rtn.site.way.REFUSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void thePageSaysWhatHappensNextWithTheAddressAndTheLabelInTheStepThatNeedsThem(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        TestShop.sendLabel(request);

        Document detail = page("/account/returns/" + request.getNumber(), language);

        assertThat(detail.select("#rtn-next-title").text()).isEqualTo(words.get("rtn.site.way"));
        assertThat(detail.select(".rtn-way > li > .rtn-way-text").eachText()).containsExactly(words.get("rtn.site.way.asked"),
            words.get("rtn.site.way.labelSent"), words.get("rtn.site.way.sendWithLabel"), words.get("rtn.site.way.check"),
            words.get("rtn.site.way.money.back"));
        Element step = detail.select(".rtn-way [aria-current=step]").first();
        assertThat(step.select(".rtn-label-download").attr("href")).endsWith("/label");
        assertThat(step.select("#rtn-sent-form")).hasSize(1);
        assertThat(detail.select(".rtn-item .rtn-picture img").attr("src")).contains("boston-fern");
    }

    /** A decision that is taken back brings no goods. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void ofWhatHasNotComeNobodySaysThatItHas(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        TestShop.change(request, ReturnStatus.REFUSED, false);
        String arrived = bean(ReturnsSettings.class).statusDescription("RECEIVED", Locale.forLanguageTag(language)).orElseThrow();

        TestSettings.with(Map.of("returnAddress", "Leaf & Root, 1 Garden Row"), () -> {
            StatusPreview preview = bean(StatusChangeService.class).preview(new StatusChange(request.getNumber(), versionOf(request),
                ReturnStatus.RECEIVED, "Sorry!", "Counted again", Map.of(), null), TestShop.ADMIN);
            assertThat(preview.getMail().subject()).isEqualTo("Your return " + request.getNumber() + " for order "
                + request.getOrderNumber() + ": we are looking at it again");
            assertThat(preview.getMail().text()).contains("We are looking at your return again", "Sorry!", "1 Garden Row", "Boston fern")
                .doesNotContain("arrived");
            bean(StatusChangeService.class).apply(preview.getToken(), false, TestShop.ADMIN);

            Element card = page("/account/returns", language).getElementById("rtn-card-" + request.getNumber());
            assertThat(card.select(".rtn-card-words").text()).isEqualTo(words.get("rtn.site.way.again"));
            Document detail = page("/account/returns/" + request.getNumber(), language);
            assertThat(detail.text()).doesNotContain(arrived.substring(0, arrived.indexOf('.')));
            assertThat(detail.select(".rtn-way-said")).isEmpty();
            Element step = detail.select(".rtn-way [aria-current=step]").first();
            assertThat(step.select(".rtn-way-text").text()).isEqualTo(words.get("rtn.site.way.again"));
            assertThat(step.select(".rtn-address").text()).contains("Leaf & Root, 1 Garden Row");
            assertThat(detail.select(".rtn-history .rtn-status").eachText()).containsExactly(words.get("rtn.status.REQUESTED"),
                words.get("rtn.status.REFUSED"), words.get("rtn.site.history.reopened"));
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whoHasSentTheParcelIsNotToldToSendItNorToKeepTheArticles(String language) {
        Words words = new Words(language);
        ReturnRequest asked = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        ReturnRequest labelled = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        TestShop.sendLabel(labelled);

        for (ReturnRequest request : List.of(asked, labelled)) {
            String address = "/account/returns/" + request.getNumber();
            Document before = page(address, language);
            assertThat(shopper.post(address + "/sent", Map.of("csrfToken", before.select("#rtn-sent-form [name=csrfToken]").val(),
                "day", bean(ShopCalendar.class).dayOf(new Date()).toString())).statusCode()).isEqualTo(302);

            Document detail = page(address, language);
            assertThat(detail.select(".rtn-way-said")).isEmpty();
            assertThat(detail.select(".rtn-way [aria-current=step] > .rtn-way-text").text()).isEqualTo(words.get("rtn.site.way.wait"));
        }
    }

    /** Who has withdrawn from the contract sends the goods within fourteen days, and has the money back within as many. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void daysThatBindAreSaid(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        LocalDate today = bean(ShopCalendar.class).dayOf(new Date());
        bean(LegalBasisService.class).state(request.getNumber(), request.getVersion(),
            Map.of("basis", "WITHDRAWAL", "basis.day", today.toString(), "basis.channel", "LETTER"), TestShop.ADMIN);
        TestShop.sendLabel(TestShop.inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow()));
        String last = bean(ShopCalendar.class).day(today.plusDays(14), Locale.forLanguageTag(language));

        assertThat(page("/account/returns", language).getElementById("rtn-card-" + request.getNumber()).select(".rtn-card-next > a").text())
            .isEqualTo(words.say("rtn.site.way.sendWithLabel.by", last));
        assertThat(page("/account/returns/" + request.getNumber(), language).select(".rtn-way > li:last-child").text()).contains(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void anOrdersPageHasItsReturnsAndSaysUntilWhenItCouldHaveBeenReturned(String language) {
        Words words = new Words(language);
        String order = TestShop.newOrder(email, Map.of(FERN, 2));
        ReturnRequest request = TestShop.request(order, 0, 1);

        Document page = page("/account/orders/" + order, language);
        assertThat(page.select(".rtn-order-returns a").eachAttr("href")).singleElement()
            .satisfies(address -> assertThat(address).endsWith("/account/returns/" + request.getNumber()));
        assertThat(page.select(".rtn-order-step").text()).contains(words.get("rtn.site.way.review"));
        assertThat(page.select(".rtn-order-link").text()).isEqualTo(words.get("rtn.site.orderLink"));
        assertThat(page.select(".rtn-missed")).isEmpty();

        String old = TestShop.newOrder(email, 100, Map.of(FIG, 1));
        String missed = words.get("rtn.site.missed").replaceAll("\\s*\\{0}.*", "");
        assertThat(page("/account/orders/" + old, language).select(".rtn-missed").text()).startsWith(missed).matches(".*\\d{4}.*");
        assertThat(page("/account/orders/" + old, language).select(".rtn-order-link, .rtn-order-returns")).isEmpty();
        assertThat(page("/account/orders", language).select(".shop-order:contains(" + old + ") .rtn-missed").text()).startsWith(missed);
    }

    @Test
    void whatIsInReturnsIsNotCalledTooLate() {
        String order = TestShop.newOrder(email, Map.of(FERN, 1));
        TestShop.request(order, 0, 1);

        assertThat(page("/account/orders/" + order, "en").select(".rtn-order-link, .rtn-missed")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void oncePostedALabelCancellingAsksOnceMore(String language) {
        Words words = new Words(language);
        ReturnRequest request = TestShop.request(TestShop.newOrder(email, Map.of(FERN, 1)), 0, 1);
        String early = Integer.toString(request.getVersion());
        TestShop.sendLabel(request);
        String address = "/account/returns/" + request.getNumber();
        Document question = page(address + "/cancel", language);
        assertThat(question.select(".rtn-cancel-again, [name=sure]")).isEmpty();
        String csrf = question.select("#rtn-cancel-form [name=csrfToken]").val();
        String version = question.select("#rtn-cancel-form [name=version]").val();

        HttpResponse<String> again = shopper.post(address + "/cancel", Map.of("csrfToken", csrf, "version", version));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(again.body()).select(".rtn-cancel-again strong").text())
            .isEqualTo(words.get("rtn.site.cancel.again").replace('\u00a0', ' '));
        assertThat(statusOf(request)).isEqualTo(ReturnStatus.LABEL_SENT);
        // Who was asked before the label was sent is told that it was, and not asked as if they knew.
        assertThat(shopper.post(address + "/cancel", Map.of("csrfToken", csrf, "version", early)).statusCode()).isEqualTo(409);

        assertThat(shopper.post(address + "/cancel", Map.of("csrfToken", csrf, "version", version, "sure", "true")).statusCode())
            .isEqualTo(302);
        assertThat(statusOf(request)).isEqualTo(ReturnStatus.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whoCannotBeWrittenToIsPromisedNoMail(String language) {
        Words words = new Words(language);
        assertThat(saidWhileAskingAndCancelling(language)).containsExactly(said(words, "rtn.site.summary.mail"),
            said(words, "rtn.site.confirmed.text"), said(words, "rtn.site.cancelled.text"));

        ReturnTables.database().update("update BLC_CUSTOMER set EMAIL_ADDRESS = 'no address' where EMAIL_ADDRESS = ?", email);
        assertThat(saidWhileAskingAndCancelling(language)).containsExactly(said(words, "rtn.site.summary.unmailed"),
            said(words, "rtn.site.confirmed.unmailed"), said(words, "rtn.site.cancelled.unmailed"));
    }

    /** As it is read from a page. */
    private static String said(Words words, String code) {
        return words.get(code).replace('\u00a0', ' ');
    }

    private List<String> saidWhileAskingAndCancelling(String language) {
        String order = TestShop.newOrder(email, Map.of(FERN, 1));
        Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
        String form = FormAddresses.form(order);
        String csrf = shopper.token(form);
        shopper.get("/account/returns?blLocaleCode=" + language);
        String summary = location(shopper.post(form, Map.of("csrfToken", csrf,
            "quantity[" + item + "]", "1", "reason[" + item + "]", "OTHER", "comment", "Too green", "refundType", "ORIGINAL_PAYMENT")));
        Document asking = Jsoup.parse(shopper.get(summary).body());
        String detail = location(shopper.post(FormAddresses.below(summary, "/send"), Map.of("csrfToken", csrf)));
        Document asked = Jsoup.parse(shopper.get(detail).body());
        String version = Jsoup.parse(shopper.get(detail + "/cancel").body()).select("#rtn-cancel-form [name=version]").val();
        Document cancelled = Jsoup.parse(shopper.get(
            location(shopper.post(detail + "/cancel", Map.of("csrfToken", csrf, "version", version)))).body());
        return List.of(asking.select("#rtn-after-title + p").text(), asked.select(".rtn-banner span").text(),
            cancelled.select(".rtn-banner span").text());
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "").replaceAll("[;#].*", "");
    }

    @Test
    void manyReturnsTakeAsManyQueriesAsOne() {
        String order = TestShop.newOrder(email, Map.of(FERN, 9));
        TestShop.change(TestShop.change(TestShop.request(order, 0, 1), ReturnStatus.RECEIVED, false), ReturnStatus.ACCEPTED, false);
        TestShop.request(order, 0, 1);
        ships(order, "CANCELLED");
        long one = statements("/account/returns");
        long oneOfOrder = statements("/account/orders/" + order);
        ships(order, null);
        for (int i = 0; i < 7; i++) {
            TestShop.request(order, 0, 1);
        }
        ships(order, "CANCELLED");

        assertThat(statements("/account/returns")).isLessThanOrEqualTo(one);
        assertThat(statements("/account/orders/" + order)).isLessThanOrEqualTo(oneOfOrder);
    }

    private static void ships(String order, String status) {
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP set STATUS = ? where ORDER_ID ="
            + " (select ORDER_ID from BLC_ORDER where ORDER_NUMBER = ?)", status, order);
    }

    private long statements(String address) {
        return Queries.of(() -> page(address, "en"));
    }

    private static int versionOf(ReturnRequest request) {
        return TestShop.inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getVersion());
    }

    private static ReturnStatus statusOf(ReturnRequest request) {
        return TestShop.inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getStatus());
    }

    private Document page(String address, String language) {
        HttpResponse<String> answer = shopper.get(address + "?blLocaleCode=" + language);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
