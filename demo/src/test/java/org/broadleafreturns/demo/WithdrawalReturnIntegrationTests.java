package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadleafreturns.core.request.Correction;
import org.broadleafreturns.core.request.CorrectionService;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.core.withdrawal.MakeReturn;
import org.broadleafreturns.core.withdrawal.ReturnsOfStatements;
import org.broadleafreturns.core.withdrawal.StateWithdrawal;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.WithdrawalDesk;
import org.broadleafreturns.core.withdrawal.WithdrawalOffer;
import org.broadleafreturns.core.withdrawal.Withdrawals;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of returns that follow a statement of withdrawal, and of the statement with them. */
class WithdrawalReturnIntegrationTests {

    private static final long FERN = 1;

    private final String email = "withdrawn-" + UUID.randomUUID() + "@example.com";
    private String order;

    /** Mail, card and page say the same as the acknowledgement did: the goods are sent, and nobody is to keep them. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whoeverHasWithdrawnIsToldByWhenToSendTheGoodsAndNotToKeepThem(String language) {
        Words words = new Words(language);
        String statement = stated(language, 2);
        LocalDate last = bean(ShopCalendar.class).dayOf(new Date()).plusDays(14);
        String day = bean(ShopCalendar.class).day(last, Locale.forLanguageTag(language));

        TestSettings.with(Map.of("returnAddress", "Leaf & Root, 1 Garden Row"), () -> {
            ReturnRequest made = made(statement, 1);
            String mail = mailAbout(made);
            assertThat(mail).contains(language.equals("fr") ? "Vous avez renoncé au contrat" : "You have withdrawn from the contract", day,
                "1 Garden Row", "Boston fern").doesNotContain(language.equals("fr") ? "Conservez" : "keep the articles")
                .doesNotContain("/withdrawal");
            assertKeepsNothing(made, words, language);
            assertThat(page("/account/returns/" + made.getNumber(), language).select(".rtn-way").text()).contains(day,
                words.get("rtn.site.way.withdrawn"), words.get("rtn.site.way.review.withdrawal"))
                .doesNotContain(words.get("rtn.site.way.asked"), words.get("rtn.site.way.review") + " ");
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aReturnThatIsOneByWithdrawalOnlyLaterDoesNotSayToKeepTheArticlesEither(String language) {
        ordered(language, 1);
        ReturnRequest request = TestShop.request(order, 0, 1);
        bean(LegalBasisService.class).state(request.getNumber(), request.getVersion(), Map.of("basis", "WITHDRAWAL", "basis.day",
            bean(ShopCalendar.class).dayOf(new Date()).toString(), "basis.channel", "LETTER"), TestShop.ADMIN);

        assertKeepsNothing(request, new Words(language), language);
    }

    private void assertKeepsNothing(ReturnRequest request, Words words, String language) {
        String said = bean(ReturnsSettings.class).statusDescription("REQUESTED", Locale.forLanguageTag(language)).orElseThrow();
        String keep = said.substring(said.indexOf('.') + 2);
        Document list = page("/account/returns", language);
        assertThat(list.getElementById("rtn-card-" + request.getNumber()).text()).contains(words.get("rtn.status.REQUESTED"))
            .doesNotContain(keep);
        assertThat(page("/account/returns/" + request.getNumber(), language).text()).doesNotContain(keep);
    }

    /** Of what never went out nothing comes back: no label, but the decision at once. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void ofWhatHasNotLeftTheShopNothingIsToBeSentAndTheDecisionIsNext(String language) {
        Words words = new Words(language);
        String statement = stated(language, 2);
        Long id = TestShop.orderId(order);
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP set STATUS = 'PROCESSING' where ORDER_ID = ?", id);

        ReturnRequest made = made(statement, 2);

        assertThat(mailAbout(made)).contains(language.equals("fr") ? "Vous n’avez rien à renvoyer." : "There is nothing for you to send.")
            .doesNotContain(language.equals("fr") ? "au plus tard" : "at the latest");
        Document panel = Jsoup.parse(HttpVisitor.merchant("admin").get("/order/" + id + "?blLocaleCode=" + language).body());
        assertThat(panel.select("#return-" + made.getNumber() + " .rtn-next-step").attr("data-next")).isEqualTo("ACCEPTED");
        assertThat(panel.select("#return-" + made.getNumber() + " .rtn-next-step").text())
            .isIn(words.get("rtn.admin.next.ACCEPTED"), new Words("en").get("rtn.admin.next.ACCEPTED"));

        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP set STATUS = 'FULFILLED' where ORDER_ID = ?", id);
        assertThat(Jsoup.parse(HttpVisitor.merchant("admin").get("/order/" + id).body())
            .select("#return-" + made.getNumber() + " .rtn-next-step").attr("data-next")).isEqualTo("LABEL_SENT");
    }

    /** That somebody has withdrawn stands, whoever calls the return off: the question says so, and a merchant sees it again. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aStatementWhoseReturnIsCalledOffByTheShopperIsNewAgain(String language) {
        Words words = new Words(language);
        String statement = stated(language, 2);
        ReturnRequest made = made(statement, 2);
        assertThat(isNew(statement)).isFalse();
        HttpVisitor shopper = HttpVisitor.shopper(email);
        String address = "/account/returns/" + made.getNumber();

        Document question = Jsoup.parse(shopper.get(address + "/cancel?blLocaleCode=" + language).body());
        assertThat(question.select("main").text()).contains(words.get("rtn.site.cancel.withdrawal").replace('\u00a0', ' '))
            .doesNotContain(words.get("rtn.site.cancel.text").substring(0, 30));
        Map<String, String> fields = question.select("#rtn-cancel-form [name]").stream()
            .collect(Collectors.toMap(input -> input.attr("name"), input -> input.val(), (one, same) -> one));
        assertThat(shopper.post(address + "/cancel", fields).statusCode()).isEqualTo(302);

        assertThat(isNew(statement)).isTrue();
        Document cancelled = Jsoup.parse(shopper.get(address + "?blLocaleCode=" + language).body());
        assertThat(cancelled.select(".rtn-banner").text()).contains(words.get("rtn.site.cancelled.withdrawal.text"));
        assertThat(cancelled.select(".rtn-way-said")).isEmpty();
        assertThat(await().until(() -> ReceivedMails.about(made.getNumber()).stream().map(ReceivedMails::text)
            .filter(text -> text.contains(language.equals("fr") ? "Votre rétractation reste valable" : "still stands")).toList(),
            some -> !some.isEmpty())).singleElement().asString().doesNotContain(language.equals("fr") ? "vous conservez" : "stay with you");
    }

    /** The merchant who calls it off reads so before. */
    @Test
    void aStatementWhoseReturnsAreAllCalledOffByTheShopIsNewAgain() {
        String statement = stated("en", 2);
        ReturnRequest first = made(statement, 1);
        ReturnRequest second = made(statement, 1);

        assertThat(saidOfCancelling(first)).isEmpty();
        TestShop.change(current(first), ReturnStatus.CANCELLED, false);
        assertThat(isNew(statement)).as("while another return follows it").isFalse();
        assertThat(saidOfCancelling(second)).containsExactly("Withdrawal " + statement + " stands and is new again.");
        bean(CorrectionService.class).execute(new Correction(second.getNumber(), current(second).getVersion(),
            List.of(new Correction.Line(second.getLines().get(0).getId(), 0, "OTHER", null)), List.of(), null, "A call", null), false,
            TestShop.ADMIN);

        assertThat(current(second).getStatus()).isEqualTo(ReturnStatus.CANCELLED);
        assertThat(isNew(statement)).isTrue();
        assertThat(Jsoup.parse(HttpVisitor.merchant("admin").get("/return-withdrawals?view=NEW&q=" + statement).body())
            .select("tr[data-number=" + statement + "]")).hasSize(1);
    }

    private static List<String> saidOfCancelling(ReturnRequest request) {
        StatusPreview preview = TestShop.preview(current(request), ReturnStatus.CANCELLED, null, null);
        return bean(StatusChangeService.class).said(preview, bean(ReturnLookup.class).shown(preview, Locale.ENGLISH), TestShop.ADMIN,
            Locale.ENGLISH);
    }

    private static ReturnRequest current(ReturnRequest request) {
        return bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
    }

    private void ordered(String language, int units) {
        bean(DemoOrders.class).customer(email, "Carla", "Leaf", language);
        order = TestShop.newOrder(email, Map.of(FERN, units));
    }

    /** From a whole order, and compared with it. */
    private String stated(String language, int units) {
        ordered(language, units);
        String number = bean(Withdrawals.class).state(new StateWithdrawal(WithdrawalContent.typed("Carla Leaf", order, email, "",
            Locale.forLanguageTag(language)), UUID.randomUUID().toString(), false, null)).number();
        await().until(() -> ReturnTables.count("RTN_WITHDRAWAL where ORDER_ID is not null and MAIL_ID is not null and WITHDRAWAL_NUMBER = '"
            + number + "'") == 1);
        return number;
    }

    /** As the merchants' page does it. */
    private static ReturnRequest made(String statement, int units) {
        ReturnsOfStatements returns = bean(ReturnsOfStatements.class);
        WithdrawalOffer.Line line = returns.offer(statement, Locale.ENGLISH).lines().get(0);
        String number = returns.make(statement, new MakeReturn(Map.of(line.orderItemId(), units), "OTHER", "ORIGINAL_PAYMENT",
            "Withdrawal " + statement, true, UUID.randomUUID().toString()), TestShop.ADMIN).number();
        bean(WithdrawalDesk.class).handle(statement, "Alex");
        return TestShop.inTransaction(() -> {
            ReturnRequest made = bean(ReturnLookup.class).byNumber(number).orElseThrow();
            made.getLines().size();
            return made;
        });
    }

    private static boolean isNew(String statement) {
        return bean(WithdrawalDesk.class).row(statement).isNew();
    }

    private static String mailAbout(ReturnRequest request) {
        return ReceivedMails.text(await().until(() -> ReceivedMails.about(request.getNumber()).stream().findFirst().orElse(null),
            mail -> mail != null));
    }

    private Document page(String address, String language) {
        return Jsoup.parse(HttpVisitor.shopper(email).get(address + "?blLocaleCode=" + language).body());
    }
}
