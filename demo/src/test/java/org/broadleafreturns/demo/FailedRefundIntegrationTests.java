package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.refund.RefundMeans;
import org.broadleafreturns.core.refund.RefundProposal;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.refund.RefundState;
import org.broadleafreturns.core.refund.RefundView;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.demo.gateway.DemoGateway;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of refunds that gateways have refused: tried again, recorded as made elsewhere, or made up for, and never paid twice. */
class FailedRefundIntegrationTests {

    private static final long POT = 5;
    private static final Actor LEA = Actor.merchant(-7L, "Lea Limit", false).allowed(Set.of("refund", "refund.role.ROLE_A"));

    private ReturnRequest request;

    @Test
    void whatHasFailedInPartIsPaidOnceWhateverIsClicked() {
        BigDecimal total = failsInPart();
        assertThat(refund().state()).isEqualTo(RefundState.FAILED);
        assertThat(refund().done()).isEqualByComparingTo("5.00");
        assertThat(page()).contains("Try again", "Paid back elsewhere");

        assertRefused("refund.goodwill", () -> refund(Map.of("refund.goodwill", "1")));
        service().tryAgain(request.getNumber(), failed().id(), TestShop.ADMIN);
        assertThat(refund().state()).as("declined once more").isEqualTo(RefundState.FAILED);
        Long part = failed().id();
        elsewhere(part, Map.of("refund.elsewhere.means", "SAME_WAY", "refund.elsewhere.reference", " CONSOLE-9 "));

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(refund().done()).isEqualByComparingTo(total);
        assertThat(paidBack()).isEqualByComparingTo(total);
        elsewhere(part, Map.of("refund.elsewhere.means", "SAME_WAY"));
        assertRefused("", () -> service().tryAgain(request.getNumber(), part, TestShop.ADMIN));
        assertThat(paidBack()).isEqualByComparingTo(total);
        assertThat(page()).contains("CONSOLE-9", "Refund recorded as paid back elsewhere");
        await().untilAsserted(() -> assertThat(mailState()).isEqualTo("SENT"));
        refund(Map.of("refund.goodwill", "1"));
        assertThat(paidBack()).isEqualByComparingTo(total.add(BigDecimal.ONE));
    }

    @Test
    void whatWasMadeUpForByGoodwillIsNotTriedAgain() {
        fails(accepted(paidByCard(), 2));
        Long part = failed().id();
        refund(Map.of("refund[" + line() + "]", "0", "refund.goodwill", "10"));
        assertThat(refund().state()).isEqualTo(RefundState.DONE);

        assertRefused("", () -> service().tryAgain(request.getNumber(), part, TestShop.ADMIN));
        assertRefused("", () -> elsewhere(part, Map.of("refund.elsewhere.means", "SAME_WAY")));

        assertThat(paidBack()).isEqualByComparingTo("10");
        refund(Map.of());
        assertThat(refund().state()).as("whoever refunds it anew has seen the goodwill").isEqualTo(RefundState.DONE);
    }

    @Test
    void goodwillThatHasFailedIsNotTriedAgainAfterWhatItWasToMakeUpFor() {
        fails(accepted(paidByCard(), 2));
        Long first = failed().id();
        refund(Map.of("refund[" + line() + "]", "0", "refund.goodwill", "10.05"));
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        Long goodwill = failed().id();
        service().tryAgain(request.getNumber(), first, TestShop.ADMIN);

        assertRefused("", () -> service().tryAgain(request.getNumber(), goodwill, TestShop.ADMIN));
        assertRefused("refund.goodwill", () -> refund(Map.of("refund[" + line() + "]", "0", "refund.goodwill", "10")));
    }

    @Test
    void itCountsForWhoTriesAgainAndNotForWhoHasDecided() {
        fails(accepted(paidByCard(), 3));
        BigDecimal total = refund().amounts().total();
        withLimit(total.add(new BigDecimal("0.50")), () -> {
            service().tryAgain(request.getNumber(), failed().id(), LEA);
            service().say(request.getNumber(), refund().payments().get(0).id(), true, TestShop.ADMIN);

            assertRefused("refund", () -> refund(Map.of("refund.goodwill", "1"), LEA));
            refund(Map.of("refund.goodwill", "1"), TestShop.ADMIN);
        });
    }

    @Test
    void itDoesNotCountForWhoHasDecidedOnceAnotherTriesAgain() {
        accepted(paidByCard(), 3);
        withLimit(new BigDecimal("100"), () -> {
            refund(toCents(".05"), LEA);
            service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        });
        withLimit(BigDecimal.ONE, () -> {
            assertRefused("", () -> service().tryAgain(request.getNumber(), failed().id(), LEA));
            assertRefused("", () -> elsewhere(failed().id(), Map.of("refund.elsewhere.means", "SAME_WAY"), LEA));
            service().tryAgain(request.getNumber(), failed().id(), TestShop.ADMIN);
            service().say(request.getNumber(), refund().payments().get(0).id(), true, TestShop.ADMIN);
            refund(Map.of("refund.goodwill", "0.50"), LEA);
        });
    }

    @Test
    void whatIsRecordedAsMadeElsewhereIsCheckedAndAnotherMeansIsToldOfAnew() {
        failsInPart();
        Map<String, String> before = ReturnTables.contents();
        assertRefused("refund.elsewhere.means", () -> elsewhere(failed().id(), Map.of()));
        assertRefused("refund.elsewhere.means", () -> elsewhere(failed().id(), Map.of("refund.elsewhere.means", "GATEWAY")));
        assertRefused("refund.elsewhere.agreement", () -> elsewhere(failed().id(), Map.of("refund.elsewhere.means", "BANK_TRANSFER")));
        assertRefused("refund.elsewhere.date", () -> elsewhere(failed().id(),
            Map.of("refund.elsewhere.means", "SAME_WAY", "refund.elsewhere.date", "2999-01-01")));
        assertRefused("refund.elsewhere.reference", () -> elsewhere(failed().id(),
            Map.of("refund.elsewhere.means", "SAME_WAY", "refund.elsewhere.reference", "x".repeat(101))));
        assertRefused("refund.elsewhere.agreement", () -> elsewhere(failed().id(),
            Map.of("refund.elsewhere.means", "CASH", "refund.elsewhere.agreement", "y".repeat(2001))));
        assertRefused("refund", () -> elsewhere(failed().id(), Map.of("refund.elsewhere.means", "SAME_WAY"),
            Actor.merchant(-5L, "Clara Clerk", false)));
        assertThat(ReturnTables.contents()).isEqualTo(before);

        elsewhere(failed().id(), Map.of("refund.elsewhere.means", "BANK_TRANSFER", "refund.elsewhere.reference", "SEPA-9",
            "refund.elsewhere.agreement", "By telephone on November 3"));

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(refund().payments()).extracting(RefundView.Part::means).contains(RefundMeans.BANK_TRANSFER);
        assertThat(mailState()).as("it says that the card gets it").isEqualTo("HELD");
        assertThat(page()).contains("SEPA-9", "Tell of the decision without the refund");
    }

    @Test
    void aMailOfADecisionThatWasTakenBackNeverGoesOut() {
        request = TestShop.request(paidByCard(), 0, 2);
        Map<String, String> inputs = new HashMap<>(toCents(".05", 1));
        inputs.putAll(Map.of("refund", "now", "refused.reason", "USED"));
        change(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(line(), 1), inputs, true);
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        assertThat(mailState()).isEqualTo("HELD");

        assertThat(change(ReturnStatus.RECEIVED, Map.of(), Map.of(), false)).contains("The email that waits for the refund will not be"
            + " sent any more.");
        decide(Map.of(), true);
        service().tryAgain(request.getNumber(), failed().id(), TestShop.ADMIN);
        service().say(request.getNumber(), refund().payments().get(0).id(), true, TestShop.ADMIN);

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(mailState()).as("it says that one was refused").isEqualTo("DROPPED");
        assertThat(Jsoup.parse(page()).select(".rtn-mail-DROPPED").eachText()).isNotEmpty().containsOnly("Not sent");
    }

    @Test
    void whoTellsOfTheDecisionLeavesTheMailOfARefundThatIsOnItsWay() {
        request = TestShop.request(paidByCard(), 0, 3);
        Map<String, String> inputs = new HashMap<>(toCents(".01", 1));
        inputs.putAll(Map.of("refund", "now", "refund[" + line() + "]", "1"));
        decide(inputs, true);
        Long first = refund().id();
        Map<String, String> others = new HashMap<>(toCents(".01", 2));
        others.put("refund[" + line() + "]", "2");
        service().apply(request.getNumber(), service().preview(kept(others), TestShop.ADMIN).getToken(), true, TestShop.ADMIN);
        Long second = refund().id();
        assertThat(List.of(mailOf(first), mailOf(second))).containsExactly("HELD", "HELD");
        state(second, "PENDING");

        tell();
        assertThat(List.of(mailOf(first), mailOf(second))).containsExactly("DROPPED", "HELD");
        assertRefused("", this::tell);
        state(second, "FAILED");
        tell();
        assertThat(mailOf(second)).isEqualTo("DROPPED");
    }

    /** Four pots were announced: one is accepted, one stays, one is sent back, and one never came. */
    @Test
    void theMailWithoutTheRefundSaysOfTheGoodsWhatTheOneThatWaitedSaid() {
        request = TestShop.request(paidByCard(), 0, 4);
        Map<String, String> inputs = new HashMap<>(toCents(".01", 1));
        inputs.putAll(Map.of("refund", "now", "received.lines", "named", "received[" + line() + "].1", "3", "refused.reason", "USED",
            "refused[" + line() + "].staying", "1"));
        change(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(line(), 1), inputs, true);
        assertThat(refund().state()).isEqualTo(RefundState.FAILED);

        tell();

        String said = bodyOf(refund().id()).lines().filter(line -> line.contains("1 of 4 accepted")).findFirst().orElseThrow();
        assertThat(said).contains("2 refused (", "1 is sent back", "1 stays with the shop", "1 not received");
        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).last()
            .satisfies(mail -> assertThat(ReceivedMails.text(mail).lines()).contains(said)));
    }

    /** Without an account, with an address that was mistyped. */
    @Test
    void aMailThatHasWaitedGoesToTheAddressThatIsRightByThenWithTheLinkOfWhoeverReadsIt() {
        String mistyped = "ann." + System.nanoTime() + "@example.com";
        String right = "anne." + System.nanoTime() + "@example.com";
        String order = paidByCard();
        Long guest = ReturnTables.database().queryForObject("select CUSTOMER_ID from BLC_ORDER where ORDER_NUMBER = ?", Long.class,
            TestShop.bean(DemoOrders.class).submitAsGuest(mistyped, 1, Map.of(POT, 1)));
        ReturnTables.database().update("update BLC_ORDER set EMAIL_ADDRESS = ?, CUSTOMER_ID = ? where ORDER_NUMBER = ?", mistyped,
            guest, order);
        isUnknownTo(order);
        String former = link(bodyOf(refund().id()));
        ReturnTables.database().update("update BLC_ORDER set EMAIL_ADDRESS = ? where ORDER_NUMBER = ?", right, order);

        service().say(request.getNumber(), refund().payments().get(0).id(), true, TestShop.ADMIN);

        await().untilAsserted(() -> assertThat(mailState()).isEqualTo("SENT"));
        String now = link(bodyOf(refund().id()));
        assertThat(now).isNotEqualTo(former);
        assertThat(ReceivedMails.about(request.getNumber())).filteredOn(mail -> ReceivedMails.recipient(mail).equals(right)).singleElement()
            .satisfies(mail -> assertThat(ReceivedMails.text(mail)).contains(now).doesNotContain(former));
    }

    @Test
    void aMailThatHasWaitedGoesToNobodyOnceTheOrderIsAnothers() {
        isUnknownTo(paidByCard());
        ReturnTables.database().update("update BLC_ORDER set CUSTOMER_ID = (select min(CUSTOMER_ID) from BLC_CUSTOMER where USER_NAME = ?)"
            + " where ORDER_ID = ?", "marie@example.com", request.getOrderId());

        service().say(request.getNumber(), refund().payments().get(0).id(), true, TestShop.ADMIN);

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(mailState()).isEqualTo("HELD");
        assertThat(page()).contains("Tell of the decision without the refund");
        tell();
        assertThat(mailState()).isEqualTo("DROPPED");
        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).extracting(ReceivedMails::recipient)
            .as("of the request and of the decision").containsExactlyInAnyOrder("john@example.com", "marie@example.com"));
    }

    /** A decision with a refund of which its gateway says nothing, and its mail. */
    private void isUnknownTo(String order) {
        request = TestShop.request(order, 0, 2);
        Map<String, String> inputs = new HashMap<>(toCents(".05"));
        inputs.put("refund", "now");
        decide(inputs, true);
        assertThat(mailState()).isEqualTo("HELD");
    }

    private static String bodyOf(Long refund) {
        return ReturnTables.database().queryForObject("select B.TEXT_BODY from RTN_MAIL_BODY B join RTN_REFUND R on R.MAIL_ID = B.MAIL_ID"
            + " where R.REFUND_ID = ?", String.class, refund);
    }

    private static String link(String body) {
        Matcher link = Pattern.compile("/returns/mail/\\S+").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /** It was taken for failed, and whoever tries it again pays twice. */
    @Test
    void whatTheGatewaySaysTooLateThatItHasPaidIsRecordedAndNotTriedAgain() {
        accepted(paidByCard(), 2);
        refund(toCents(".03"));
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        Long part = failed().id();
        assertThat(page()).contains("Try again");

        gateway().answerOne();

        await().untilAsserted(() -> assertThat(contradictions()).isEqualTo(1));
        assertThat(refund().state()).isEqualTo(RefundState.FAILED);
        assertThat(page()).contains("trying again would pay it twice").doesNotContain("Try again");
        assertThatThrownBy(() -> service().tryAgain(request.getNumber(), part, TestShop.ADMIN))
            .isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections()).extracting(Objection::code)
                .containsExactly("rtn.objection.refund.contradicted"));
        elsewhere(part, Map.of("refund.elsewhere.means", "SAME_WAY"));
        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(page()).doesNotContain("paid twice", "pay it twice");
    }

    @Test
    void whatTheGatewaySaysTooLateOfAnEarlierTryIsSaidWhateverHasComeOfTheNext() {
        accepted(paidByCard(), 2);
        refund(toCents(".03"));
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        service().tryAgain(request.getNumber(), failed().id(), TestShop.ADMIN);
        assertThat(refund().state()).isEqualTo(RefundState.UNKNOWN);

        gateway().answerOne();
        gateway().answerOne();

        await().untilAsserted(() -> assertThat(contradictions()).isEqualTo(1));
        await().untilAsserted(() -> assertThat(refund().state()).isEqualTo(RefundState.DONE));
        assertThat(refund().payments()).singleElement().satisfies(part -> assertThat(part.doubtful()).isTrue());
        assertThat(page()).contains("it may be paid twice");
    }

    @Test
    void whatTheGatewaySaysTooLateOfWhatWasPaidBackElsewhereIsSaid() {
        accepted(paidByCard(), 2);
        refund(toCents(".03"));
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        elsewhere(failed().id(), Map.of("refund.elsewhere.means", "BANK_TRANSFER", "refund.elsewhere.agreement", "By telephone"));

        gateway().answerOne();

        await().untilAsserted(() -> assertThat(contradictions()).isEqualTo(1));
        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(page()).contains("it may be paid twice");
    }

    /** The gateway has paid it, whatever it counts as: it is no money that could be refunded, and whoever refunds anew pays twice. */
    @Test
    void whatTheGatewaySaysTooLateThatItHasPaidIsNotRefundedAnewBeforeItIsSettled() {
        accepted(paidByCard(), 2);
        BigDecimal all = left();
        isPaidTooLate();
        BigDecimal total = refund().amounts().total();
        assertThat(left()).isEqualByComparingTo(all.subtract(total));

        assertDoubtful(() -> refund(Map.of()));
        assertDoubtful(() -> refund(Map.of("refund[" + line() + "]", "0", "refund.goodwill", "1")));
        change(ReturnStatus.RECEIVED, Map.of(), Map.of(), false);
        assertDoubtful(() -> decide(Map.of("refund", "now"), false));
        decide(Map.of(), false);
        assertThat(transactions()).isZero();

        elsewhere(failed().id(), Map.of("refund.elsewhere.means", "SAME_WAY"));
        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(paidBack()).isEqualByComparingTo(total);
        assertThat(left()).isEqualByComparingTo(all.subtract(total));
        assertThat(isToRefund()).isFalse();
        assertRefused("refund", () -> refund(Map.of()));
    }

    /** What was paid once more meanwhile is not refunded to another return's account. */
    @Test
    void whatTheGatewayHasPaidIsRecordedThoughItsUnitsWereRefundedSince() {
        accepted(paidByCard(), 2);
        refund(toCents(".03"));
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        Long part = failed().id();
        BigDecimal first = refund().amounts().total();
        assertThat(isClosed()).as("its units are still to be refunded").isFalse();
        refund(Map.of());
        BigDecimal second = refund().amounts().total();
        assertThat(page()).doesNotContain("Try again", "Paid back elsewhere");
        assertThat(isClosed()).as("nothing can be done about what has failed, nor has to").isTrue();
        assertRefused("", () -> elsewhere(part, Map.of("refund.elsewhere.means", "SAME_WAY")));

        gateway().answerOne();

        await().untilAsserted(() -> assertThat(contradictions()).isEqualTo(1));
        assertThat(page()).contains("Paid back elsewhere").doesNotContain("Try again");
        assertThat(isClosed()).isFalse();
        elsewhere(part, Map.of("refund.elsewhere.means", "SAME_WAY"));
        assertThat(refunds()).extracting(RefundView::state).containsExactly(RefundState.DONE, RefundState.DONE);
        assertThat(paidBack()).isEqualByComparingTo(first.add(second));
        assertThat(page()).contains("more was paid back than they are worth").doesNotContain("Paid back elsewhere");
        assertThat(isClosed()).isTrue();
        change(ReturnStatus.RECEIVED, Map.of(), Map.of(), false);
        decide(Map.of(), false);
        request = TestShop.request(request.getOrderNumber(), 0, 2);
        decide(Map.of(), false);
        assertThat(mostUnits()).as("two of four units are refunded, whatever was paid for them").isEqualTo(2);
    }

    @Test
    void whatTheGatewayHasPaidIsRecordedThoughThePaymentHasNoRoomForIt() {
        accepted(paidByCard(), 2);
        refund(toCents(".03"));
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        Long part = failed().id();
        recordOnThePlatform(left());
        gateway().answerOne();
        await().untilAsserted(() -> assertThat(contradictions()).isEqualTo(1));
        int before = transactions();

        elsewhere(part, Map.of("refund.elsewhere.means", "SAME_WAY"));

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(transactions()).isEqualTo(before);
        assertThat(isToRefund()).isFalse();
        assertThat(page()).contains("the payment has no room for it any more").doesNotContain("Paid back elsewhere");
    }

    /** Somebody has paid it on the platform's own page. */
    @Test
    void whatHasFailedInPartIsRecordedThoughThePaymentHasNoRoomForIt() {
        BigDecimal total = failsInPart();
        Long part = failed().id();
        recordOnThePlatform(left());
        int before = transactions();
        assertRefused("", () -> service().tryAgain(request.getNumber(), part, TestShop.ADMIN));
        assertThat(page()).contains("Paid back elsewhere").doesNotContain("Try again");
        assertThat(isClosed()).isFalse();

        elsewhere(part, Map.of("refund.elsewhere.means", "SAME_WAY", "refund.elsewhere.reference", "CONSOLE-7"));

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(refund().done()).isEqualByComparingTo(total);
        assertThat(transactions()).isEqualTo(before);
        assertThat(page()).contains("CONSOLE-7", "the payment has no room for it any more").doesNotContain("Paid back elsewhere");
        assertThat(isToRefund()).isFalse();
        assertThat(isClosed()).isTrue();
    }

    @Test
    void theShopperReadsWhatOfARefundHasArrivedAndWhatIsBeingChecked() {
        accepted(TestShop.bean(DemoOrders.class).submitPaidByCardAndGiftCard("john@example.com", Map.of(POT, 4)), 3);
        Map<String, String> inputs = new HashMap<>(toCents(".05"));
        BigDecimal card = worth(3).setScale(0, RoundingMode.UP).add(new BigDecimal(".05")).subtract(new BigDecimal("5.00"));
        inputs.putAll(Map.of("refund.payment.1", "5.00", "refund.payment.1.means", "SAME_WAY", "refund.payment.2", card.toPlainString()));
        refund(inputs);
        assertThat(refund().payments()).extracting(RefundView.Part::state).containsExactlyInAnyOrder(RefundState.DONE, RefundState.UNKNOWN);

        Document account = Jsoup.parse(HttpVisitor.shopper("john@example.com").get("/account/returns/" + request.getNumber()).body());

        String checked = new Amount(card, refund().currency()).shownTo(Locale.ENGLISH);
        assertThat(account.text()).contains("€5.00 refunded", "We are checking whether " + checked + " has reached you")
            .doesNotContain(refund().total().shownTo(Locale.ENGLISH), "on the way to you", "on its way", "the rest follows");
        List<String> made = account.select(".rtn-refund-made").eachText();
        assertThat(made).hasSize(2);
        assertThat(made.get(0)).startsWith("€5.00 refunded on").contains("Goodwill").doesNotContain(checked);
        assertThat(made.get(1)).startsWith(checked + " we are checking whether it has reached you").doesNotContain("€5.00", "Goodwill");

        // As while its gateway thinks.
        becomes("UNKNOWN", "PENDING");
        account = Jsoup.parse(HttpVisitor.shopper("john@example.com").get("/account/returns/" + request.getNumber()).body());
        assertThat(account.text()).contains("€5.00 refunded, the rest follows", checked + " on the way to you").doesNotContain("checking");
        assertThat(account.select(".rtn-refund-made").eachText().get(1)).startsWith(checked + " on its way");
        becomes("PENDING", "UNKNOWN");
    }

    /** The last refund, with its parts that stand so. */
    private void becomes(String from, String to) {
        state(refund().id(), to);
        ReturnTables.database().update("update RTN_REFUND_PAYMENT set STATE = ? where REFUND_ID = ? and STATE = ?", to, refund().id(),
            from);
    }

    /** Somebody says that it did not go through, and then the gateway answers that it did. */
    private void isPaidTooLate() {
        refund(toCents(".03"));
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        gateway().answerOne();
        await().untilAsserted(() -> assertThat(contradictions()).isEqualTo(1));
    }

    private static void assertDoubtful(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections())
            .extracting(Objection::field, Objection::code).containsExactly(tuple("refund", "rtn.objection.refund.doubtful")));
    }

    private void recordOnThePlatform(BigDecimal amount) {
        TestShop.inTransaction(() -> {
            ShopPayments payments = TestShop.bean(ShopPayments.class);
            BigDecimal remaining = amount;
            for (CapturedAmount capture : payments.of(List.of(request.getOrderId())).get(request.getOrderId()).stream()
                    .flatMap(paid -> paid.captures().stream()).toList()) {
                BigDecimal some = remaining.min(capture.left());
                if (some.signum() > 0) {
                    payments.record(capture.transactionId(), some, "By hand", Map.of());
                    remaining = remaining.subtract(some);
                }
            }
            return null;
        });
    }

    private BigDecimal left() {
        return proposal(true).cap().value();
    }

    private int mostUnits() {
        return proposal(true).lines().get(0).most();
    }

    private boolean isToRefund() {
        return ReturnTables.database().queryForObject("select TO_REFUND from RTN_REFUND_DUE where REQUEST_ID = ?", Boolean.class,
            request.getId());
    }

    private boolean isClosed() {
        return !Jsoup.parse(page()).select("#return-" + request.getNumber() + ".rtn-closed").isEmpty();
    }

    private int transactions() {
        return ReturnTables.database().queryForObject("select count(*) from BLC_ORDER_PAYMENT_TRANSACTION T"
            + " join BLC_ORDER_PAYMENT P on P.ORDER_PAYMENT_ID = T.ORDER_PAYMENT where P.ORDER_ID = ? and T.TRANSACTION_TYPE = 'REFUND'",
            Integer.class, request.getOrderId());
    }

    private int contradictions() {
        return ReturnTables.database().queryForObject("select count(*) from RTN_JOURNAL_ENTRY where REQUEST_ID = ?"
            + " and KIND = 'REFUND_CONTRADICTED'", Integer.class, request.getId());
    }

    private static DemoGateway gateway() {
        return bean(DemoGateway.class);
    }

    private void tell() {
        service().applyTelling(request.getNumber(), service().previewTelling(kept(Map.of()), TestShop.ADMIN).getToken(), true,
            TestShop.ADMIN);
    }

    /** As while its gateway thinks. */
    private static void state(Long refund, String state) {
        ReturnTables.database().update("update RTN_REFUND set STATE = ? where REFUND_ID = ?", state, refund);
    }

    private static String mailOf(Long refund) {
        return ReturnTables.database().queryForObject("select M.STATE from RTN_MAIL M join RTN_REFUND R on R.MAIL_ID = M.MAIL_ID"
            + " where R.REFUND_ID = ?", String.class, refund);
    }

    /** Of 5.00 to the gift card and the rest through the gateway, which declines; with the decision and its mail. */
    private BigDecimal failsInPart() {
        request = TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCardAndGiftCard("john@example.com", Map.of(POT, 4)), 0, 3);
        Map<String, String> inputs = new HashMap<>(toCents(".01"));
        BigDecimal total = worth(3).setScale(0, RoundingMode.UP).add(new BigDecimal(".01"));
        inputs.putAll(Map.of("refund", "now", "refund.payment.1", "5.00", "refund.payment.1.means", "SAME_WAY",
            "refund.payment.2", total.subtract(new BigDecimal("5.00")).toPlainString()));
        decide(inputs, true);
        return total;
    }

    /** Nobody knows it first, and then it did not go through: it can be tried again, and nobody knows again. */
    private void fails(ReturnRequest of) {
        request = of;
        refund(toCents(".05"));
        service().say(request.getNumber(), refund().payments().get(0).id(), false, TestShop.ADMIN);
        assertThat(refund().state()).isEqualTo(RefundState.FAILED);
    }

    private Map<String, String> toCents(String cents) {
        return toCents(cents, request.getLines().get(0).getQuantityRequested());
    }

    private Map<String, String> toCents(String cents, int units) {
        BigDecimal worth = worth(units);
        return Map.of("refund.goodwill", worth.setScale(0, RoundingMode.UP).add(new BigDecimal(cents)).subtract(worth).toPlainString());
    }

    private BigDecimal worth(int units) {
        return new BigDecimal(proposal(false).lines().get(0).worths().get(units));
    }

    private RefundProposal proposal(boolean decided) {
        return new TransactionTemplate(TestShop.get().adminContext().getBean("blTransactionManager",
            PlatformTransactionManager.class)).execute(status -> bean(RefundViews.class).proposal(bean(ReturnViews.class)
                .shown(ReturnReference.to(now()), Locale.ENGLISH).orElseThrow(), decided).orElseThrow());
    }

    private static String paidByCard() {
        return TestShop.bean(DemoOrders.class).submitPaidByCard("john@example.com", Map.of(POT, 4));
    }

    private ReturnRequest accepted(String order, int units) {
        request = TestShop.request(order, 0, units);
        decide(Map.of(), false);
        return request;
    }

    private void decide(Map<String, String> inputs, boolean mail) {
        change(ReturnStatus.ACCEPTED, Map.of(), inputs, mail);
    }

    /** What the merchant has confirmed. */
    private List<String> change(ReturnStatus to, Map<Long, Integer> accepted, Map<String, String> inputs, boolean mail) {
        StatusChangeService changes = bean(StatusChangeService.class);
        StatusPreview preview = changes.preview(new StatusChange(request.getNumber(), now().getVersion(), to, null, "Looked again",
            accepted, null, inputs), TestShop.ADMIN);
        List<String> said = changes.said(preview, bean(ReturnLookup.class).shown(preview, Locale.ENGLISH), TestShop.ADMIN, Locale.ENGLISH);
        changes.apply(preview.getToken(), mail, TestShop.ADMIN);
        return said;
    }

    private void refund(Map<String, String> inputs) {
        refund(inputs, TestShop.ADMIN);
    }

    private void refund(Map<String, String> inputs, Actor actor) {
        service().apply(request.getNumber(), service().preview(kept(inputs), actor).getToken(), false, actor);
    }

    private FeatureSteps.Kept kept(Map<String, String> inputs) {
        return new FeatureSteps.Kept(request.getNumber(), now().getVersion(), inputs, null);
    }

    private void elsewhere(Long part, Map<String, String> inputs) {
        elsewhere(part, inputs, TestShop.ADMIN);
    }

    private void elsewhere(Long part, Map<String, String> inputs, Actor actor) {
        service().recordElsewhere(request.getNumber(), part, inputs, actor);
    }

    private static void withLimit(BigDecimal limit, Runnable work) {
        MerchantSettingsService settings = bean(MerchantSettingsService.class);
        settings.save(settings.version(), new HashMap<>(Map.of("senderAddress", "returns@plants.example", "refundLimits",
            "ROLE_A: " + limit.setScale(2, RoundingMode.UP).toPlainString())), "Alex");
        try {
            work.run();
        } finally {
            StoredSettings.forget();
        }
    }

    private static void assertRefused(String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ReturnRefusedException.class, refused ->
            assertThat(refused.objections()).extracting(Objection::field).contains(field));
    }

    private BigDecimal paidBack() {
        return ReturnTables.database().queryForObject("select sum(T.TRANSACTION_AMOUNT) from BLC_ORDER_PAYMENT_TRANSACTION T"
            + " join BLC_ORDER_PAYMENT P on P.ORDER_PAYMENT_ID = T.ORDER_PAYMENT where P.ORDER_ID = ? and T.TRANSACTION_TYPE = 'REFUND'",
            BigDecimal.class, request.getOrderId());
    }

    private String mailState() {
        return ReturnTables.database().queryForObject("select STATE from RTN_MAIL where MAIL_ID ="
            + " (select max(MAIL_ID) from RTN_REFUND where REQUEST_ID = ?)", String.class, request.getId());
    }

    private RefundView refund() {
        return refunds().get(refunds().size() - 1);
    }

    private List<RefundView> refunds() {
        return bean(RefundViews.class).of(Set.of(request.getId())).get(request.getId());
    }

    private RefundView.Part failed() {
        return refund().payments().stream().filter(part -> part.state() == RefundState.FAILED).findFirst().orElseThrow();
    }

    private Long line() {
        return request.getLines().get(0).getId();
    }

    private ReturnRequest now() {
        return TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow());
    }

    private String page() {
        return HttpVisitor.merchant("admin").get("/order/" + request.getOrderId()).body();
    }

    private static RefundService service() {
        return bean(RefundService.class);
    }

    private static <T> T bean(Class<T> type) {
        return TestShop.get().adminContext().getBean(type);
    }
}
