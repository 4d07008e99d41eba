package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.mail.internet.MimeMessage;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafreturns.core.refund.AmountWords;
import org.broadleafreturns.core.refund.ExpectedRefunds;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What shoppers read of money before anybody has decided. */
class ExpectedRefundIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final String MARIE = "marie@example.com";
    private static final long FERN = 1;
    private static final long POT = 5;
    private static final long BALCONY_SET = 12;
    private static final String DEPENDS = "What is refunded in the end depends on which articles arrive and in what condition.";

    private final HttpVisitor john = HttpVisitor.shopper(JOHN);
    private String location;
    private String csrf;

    /** Seven ferns for 104.30 with ten percent off: 93.87, and 18.77 of tax: 112.64, which seven does not divide. */
    @Test
    void theFormSaysWhatWasPaidAndTheSummaryWhatComesBack() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 7));
        assertThat(page(FormAddresses.form(order)).select(".rtn-line .rtn-paid").eachText()).containsExactly("€112.64 paid");

        Document summary = page(entered(order, "2", "ORIGINAL_PAYMENT"));

        assertThat(summary.select(".rtn-details dt").eachText()).contains("Expected refund");
        assertThat(summary.select(".rtn-expected strong").text()).isEqualTo("€32.18");
        assertThat(summary.select(".rtn-expected").text()).isEqualTo("€32.18 " + DEPENDS);
        String sent = location(john.post(FormAddresses.below(location, "/send"), Map.of("csrfToken", csrf)));
        assertThat(page(sent).select(".rtn-expected").text()).isEqualTo("€32.18 " + DEPENDS);
    }

    @Test
    void whoeverWantsNoMoneyIsToldOfNone() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 2));

        Document summary = page(entered(order, "2", "EXCHANGE"));

        assertThat(summary.select(".rtn-expected")).isEmpty();
        String sent = location(john.post(FormAddresses.below(location, "/send"), Map.of("csrfToken", csrf)));
        assertThat(page(sent).select(".rtn-expected")).isEmpty();
        assertThat(html(confirmation(sent.replaceAll(".*/", "")))).doesNotContain("Expected refund", "14.90", "29.80");
    }

    @Test
    void allIsSaidInFrenchToo() {
        HttpVisitor marie = HttpVisitor.shopper(MARIE);
        String order = TestShop.newOrder(MARIE, Map.of(FERN, 7));
        marie.get("/account/orders?blLocaleCode=fr");

        assertThat(Jsoup.parse(marie.get(FormAddresses.form(order)).body()).select(".rtn-line .rtn-paid").text().replace('\u00a0', ' '))
            .isEqualTo("payé : 112,64 €");
        ReturnRequest request = TestShop.request(order, 0, 3);
        Document own = Jsoup.parse(marie.get("/account/returns/" + request.getNumber()).body());
        assertThat(own.select(".rtn-expected").text().replace('\u00a0', ' ')).isEqualTo(
            "48,27 € Le montant remboursé dépend des articles qui nous parviennent et de leur état.");
        assertThat(own.select(".rtn-details dt").eachText()).contains("Remboursement prévu");
    }

    @Test
    void theConfirmationSaysItInTheCustomersLanguage() {
        String english = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 7)), 0, 2).getNumber();
        SubmitReturn wish = TestShop.wish(TestShop.newOrder(MARIE, Map.of(FERN, 7)), 0, 2, null);
        String french = TestShop.bean(ReturnSubmissionService.class).submit(new SubmitReturn(wish.orderNumber(), wish.customerId(),
            wish.lines(), wish.refundType(), null, Locale.FRENCH, null)).getNumber();

        assertThat(html(confirmation(english))).contains("Expected refund: €32.18. " + DEPENDS);
        assertThat(html(confirmation(french)).replace("&nbsp;", "\u00a0").replace('\u00a0', ' '))
            .contains("Remboursement prévu : 32,18 €. Le montant remboursé dépend des articles qui nous parviennent et de leur état.");
    }

    /** In the sequence in which they were made; one that was called off gives its units back. */
    @Test
    void allReturnsOfAnArticleBringWhatWasPaid() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 7));
        ReturnRequest calledOff = TestShop.request(order, 0, 1);
        List<ReturnRequest> returns = new ArrayList<>();
        for (int units : List.of(1, 2, 1, 2)) {
            returns.add(TestShop.request(order, 0, units));
        }
        TestShop.change(calledOff, ReturnStatus.CANCELLED, false);
        returns.add(TestShop.request(order, 0, 1));

        List<BigDecimal> expected = returns.stream().map(one -> expected(one).orElseThrow().getAmount()).toList();
        assertThat(expected).allMatch(amount -> amount.signum() > 0);
        assertThat(expected.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("112.64");
        assertThat(expected(calledOff)).isEmpty();
    }

    @Test
    void aPartOfASetBringsItsShare() {
        String order = TestShop.newOrder(JOHN, Map.of(BALCONY_SET, 1));

        assertThat(page(FormAddresses.form(order)).select(".rtn-line .rtn-paid").eachText())
            .containsExactlyInAnyOrder("€21.80 paid", "€29.58 paid");
        BigDecimal both = expected(TestShop.request(order, 0, 1)).orElseThrow().getAmount()
            .add(expected(TestShop.request(order, 1, 1)).orElseThrow().getAmount());
        assertThat(both).isEqualByComparingTo("40.48");
    }

    @Test
    void fromTheDecisionOnNothingIsExpected() {
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);
        String own = "/account/returns/" + request.getNumber();
        assertThat(page(own).select(".rtn-expected")).hasSize(1);

        TestShop.change(request, ReturnStatus.ACCEPTED, false);

        assertThat(page(own).select(".rtn-expected")).isEmpty();
    }

    /** Whatever was asked for instead, and with outward delivery once nothing of the order is left. */
    @Test
    void onAWithdrawalMoneyIsExpectedAndOutwardDeliveryFromTheWholeOrder() {
        String order = TestShop.bean(DemoOrders.class).submitPaidByCard(JOHN, Map.of(FERN, 2));
        ReturnRequest one = TestShop.request(order, 0, 1);
        BigDecimal voluntary = expected(one).orElseThrow().getAmount();
        withdrawn(one);
        assertThat(expected(one).orElseThrow().getAmount()).as("one is left").isEqualByComparingTo(voluntary);
        TestShop.change(TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(one.getNumber()).orElseThrow()),
            ReturnStatus.ACCEPTED, false);
        ReturnRequest other = TestShop.request(order, 0, 1);
        BigDecimal rest = expected(other).orElseThrow().getAmount();
        ReturnTables.database().update("update RTN_REQUEST set REFUND_TYPE = (select min(CODE) from RTN_REFUND_TYPE"
            + " where BEHAVIOUR = 'EXCHANGE') where REQUEST_ID = ?", other.getId());
        assertThat(expected(other)).isEmpty();

        withdrawn(other);

        BigDecimal delivery = TestShop.get().adminContext().getBean(RefundViews.class).proposal(shown(other), false).orElseThrow()
            .delivery().value();
        assertThat(delivery).isPositive();
        assertThat(expected(other).orElseThrow().getAmount()).isEqualByComparingTo(rest.add(delivery));
        assertThat(page("/account/returns/" + other.getNumber()).select(".rtn-expected").text())
            .contains(AmountWords.of(expected(other).orElseThrow(), Locale.ENGLISH));
    }

    private static void withdrawn(ReturnRequest request) {
        TestShop.get().adminContext().getBean(LegalBasisService.class).state(request.getNumber(), shown(request).version(), Map.of("basis",
            "WITHDRAWAL", "basis.day", TestShop.bean(ShopCalendar.class).dayOf(new Date()).toString(), "basis.channel", "EMAIL"),
            TestShop.ADMIN);
    }

    private static ReturnView shown(ReturnRequest request) {
        return TestShop.bean(ReturnViews.class).byNumber(request.getNumber(), Locale.ENGLISH).orElseThrow().shown();
    }

    @Test
    void aShopThatShowsNoAmountsShowsNone() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 2));
        withoutAmounts(() -> {
            assertThat(page(FormAddresses.form(order)).select(".rtn-line")).hasSize(1);
            assertThat(page(FormAddresses.form(order)).select(".rtn-paid")).isEmpty();
            assertThat(page(entered(order, "2", "ORIGINAL_PAYMENT")).select(".rtn-expected")).isEmpty();
            String sent = location(john.post(FormAddresses.below(location, "/send"), Map.of("csrfToken", csrf)));
            assertThat(page(sent).select(".rtn-expected")).isEmpty();
            assertThat(html(confirmation(sent.replaceAll(".*/", "")))).doesNotContain("Expected refund", "€");
            return null;
        });
    }

    /** A day is no amount. */
    @Test
    void whereAmountsAreSwitchedOffTheMailOfADecisionStillSaysByWhen() {
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1)), 0, 1);

        withoutAmounts(() -> {
            TestShop.change(request, ReturnStatus.ACCEPTED, true);
            return null;
        });

        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).last()
            .satisfies(mail -> assertThat(ReceivedMails.text(mail)).contains("We refund by ")));
    }

    @Test
    void merchantsSwitchItOffOnThePageOfTheSettings() {
        HttpVisitor merchant = HttpVisitor.merchant("admin");

        Document settings = Jsoup.parse(merchant.get("/return-settings").body());

        assertThat(settings.select("[name=amountsShown]")).isNotEmpty();
        assertThat(settings.text()).contains("Show shoppers what they paid and what they get back");
    }

    @Test
    void manyLinesAndReturnsTakeAsManyQueriesAsFew() {
        ReturnRequest few = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 1, BALCONY_SET, 1)), 0, 1);
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 20, POT, 20, 2L, 20, 3L, 20, BALCONY_SET, 5));
        for (int i = 0; i < 5; i++) {
            TestShop.request(order, i % 2, 1);
        }
        ReturnRequest many = TestShop.request(order, 0, 1);

        assertThat(queriesFor(many)).isEqualTo(queriesFor(few)).isPositive();
    }

    private long queriesFor(ReturnRequest request) {
        return Queries.of(() -> assertThat(page("/account/returns/" + request.getNumber()).select(".rtn-expected")).hasSize(1));
    }

    private static Optional<Money> expected(ReturnRequest request) {
        return TestShop.bean(ExpectedRefunds.class).of(shown(request));
    }

    /** The address of the summary. */
    private String entered(String order, String units, String refundType) {
        String form = FormAddresses.form(order);
        Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
        csrf = john.token(form);
        location = location(john.post(form, Map.of("csrfToken", csrf, "quantity[" + item + "]", units, "reason[" + item + "]", "OTHER",
            "comment", "Too green", "refundType", refundType)));
        return location;
    }

    private Document page(String address) {
        HttpResponse<String> answer = john.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "").replaceAll("[;#].*", "");
    }

    private static void withoutAmounts(Supplier<?> work) {
        BroadleafRequestContext.setBroadleafRequestContext(new BroadleafRequestContext());
        MerchantSettingsService backOffice = TestShop.get().adminContext().getBean(MerchantSettingsService.class);
        try {
            backOffice.save(backOffice.version(), new HashMap<>(Map.of("amountsShown", "false", "senderAddress", "returns@plants.example")),
                "Alex");
            work.get();
        } finally {
            StoredSettings.forget();
        }
    }

    private static MimeMessage confirmation(String number) {
        await().until(() -> !ReceivedMails.about(number).isEmpty());
        return ReceivedMails.about(number).get(0);
    }

    private static String html(MimeMessage mail) {
        try {
            return (String) MailIntegrationTests.part(mail, "text/html").getContent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
