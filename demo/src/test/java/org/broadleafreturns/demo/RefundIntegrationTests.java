package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.platform.ShopPayments;
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
import org.broadleafreturns.core.request.StepOutcome;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.demo.gateway.DemoGateway;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Money back, through a gateway and elsewhere, with a decision and after it. */
class RefundIntegrationTests {

    private static final long POT = 5;
    private static final Map<String, String> NOW = Map.of("refund", "now");

    private ReturnRequest request;

    @BeforeEach
    void threePotsAreReturnedOfAnOrderThatWasPaidByCard() {
        request = TestShop.request(orders().submitPaidByCard("john@example.com", Map.of(POT, 4)), 0, 3);
    }

    @Test
    void aDecisionIsRefundedThroughTheGatewayWithItAndItsMailSaysTheAmount() {
        int before = gateway().ledger().size();
        BigDecimal worth = worth(3);

        decide(NOW, true);

        RefundView refund = refund();
        assertThat(refund.state()).isEqualTo(RefundState.DONE);
        assertThat(refund.done()).isEqualByComparingTo(worth);
        assertThat(gateway().ledger()).hasSize(before + 1);
        assertThat(paidBack(refund)).isEqualTo(new DemoGateway.Paid(worth, 1));
        assertThat(ReturnTables.database().queryForObject("select T.TRANSACTION_AMOUNT from BLC_ORDER_PAYMENT_TRANSACTION T"
            + " join BLC_ORDER_PAYMENT P on P.ORDER_PAYMENT_ID = T.ORDER_PAYMENT where P.ORDER_ID = ? and T.TRANSACTION_TYPE = 'REFUND'",
            BigDecimal.class, request.getOrderId())).isEqualByComparingTo(worth);
        String amount = refund.total().shownTo(Locale.ENGLISH);
        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).last()
            .satisfies(mail -> assertThat(ReceivedMails.text(mail)).contains(amount, "Card •••• 4242")));
        assertThat(page()).contains(amount, "Refunded", "Card •••• 4242");
        assertThat(HttpVisitor.shopper("john@example.com").get("/account/returns/" + request.getNumber()).body()).contains(amount);
    }

    /** Until when the others have to be refunded, the journal is asked. */
    @Test
    void whoRefundsSomeOfTheUnitsIsToldWhatHasBecomeOfTheDecision() {
        Map<String, String> one = with(Map.of("refund[" + line() + "]", "1"));
        String token = statusChanges().preview(change(ReturnStatus.ACCEPTED, one), TestShop.ADMIN).getToken();

        StepOutcome outcome = StepOutcome.of(statusChanges().apply(token, false, TestShop.ADMIN));

        assertThat(outcome.status()).isEqualTo(ReturnStatus.ACCEPTED);
        assertThat(outcome.mailed()).as("the only mail is that of the request").isFalse();
        assertThat(ReturnTables.database().queryForObject("select TO_REFUND from RTN_REFUND_DUE where REQUEST_ID = ?", Boolean.class,
            request.getId())).as("two are left").isTrue();
        refund(Map.of());
        assertThat(ReturnTables.database().queryForObject("select TO_REFUND from RTN_REFUND_DUE where REQUEST_ID = ?", Boolean.class,
            request.getId())).isFalse();
    }

    @Test
    void nobodyIsRefundedTwiceForTheSameUnits() {
        decide(NOW, false);

        assertThat(proposal().lines()).allSatisfy(line -> assertThat(line.most()).isZero());
        assertRefused("refund", () -> refund(Map.of()));
        assertRefused("refund[" + line() + "]", () -> refund(Map.of("refund[" + line() + "]", "1")));
    }

    /** In whatever order the returns of an article are refunded, all of them together bring what was paid. */
    @Test
    void allReturnsOfAnArticleBringWhatWasPaidForIt() {
        ReturnRequest other = TestShop.request(request.getOrderNumber(), 0, 1);
        decide(NOW, false);
        ReturnRequest first = request;
        request = other;
        decide(NOW, false);

        assertThat(refunds(first).get(0).done().add(refunds(other).get(0).done())).isEqualByComparingTo(
            proposal().lines().get(0).price().paid().value());
    }

    @Test
    void theMailOfADecisionWaitsUntilTheGatewayHasPaid() {
        decide(with(goodwillTo(".01")), true);

        assertThat(refund().state()).isEqualTo(RefundState.FAILED);
        assertThat(refund().payments()).singleElement().satisfies(part -> assertThat(part.words()).contains("Declined by the demo bank"));
        assertThat(request().getStatus()).as("the decision stands").isEqualTo(ReturnStatus.ACCEPTED);
        assertThat(mailState()).isEqualTo("HELD");
        assertThat(page()).contains("Declined by the demo bank", "Try again", "Waits for the refund");
        assertThat(proposal().lines().get(0).most()).as("nothing was paid back, so that all of it can be").isEqualTo(3);

        service().tryAgain(request.getNumber(), part().id(), TestShop.ADMIN);
        assertThat(refund().state()).as("declined once more").isEqualTo(RefundState.FAILED);
        assertThat(gateway().ledger()).containsKey("rtn-" + part().id() + "-2");
    }

    @Test
    void theCustomerIsToldOfTheDecisionWithoutTheRefundThatWasNotMade() {
        decide(with(goodwillTo(".01")), true);
        await().until(() -> ReceivedMails.about(request.getNumber()).size() == 1);

        service().applyTelling(request.getNumber(),
            service().previewTelling(kept(Map.of()), TestShop.ADMIN).getToken(), true, TestShop.ADMIN);

        assertThat(mailState()).isEqualTo("DROPPED");
        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).hasSize(2).last()
            .satisfies(mail -> assertThat(ReceivedMails.text(mail)).contains("accepted").doesNotContain("€")));
        assertThat(page()).contains("Not sent", "Told of the decision without the refund");
        assertRefused("", () -> service().previewTelling(kept(Map.of()), TestShop.ADMIN));
    }

    @ParameterizedTest
    @CsvSource({".02, The demo bank cannot be reached", ".04, != ", ".05, ''", ".06, The answer of the demo bank"})
    void whatNobodyKnowsAMerchantSays(String cents, String words) {
        decide(with(goodwillTo(cents)), true);
        assertThat(refund().state()).isEqualTo(RefundState.UNKNOWN);
        assertThat(part().words() == null ? "" : part().words()).contains(words);
        assertThat(mailState()).isEqualTo("HELD");
        assertThat(page()).contains("It went through", "It did not");
        assertRefused("", () -> reopen());
        assertThat(proposal().cap().value()).as("what may have been paid back is not refunded again")
            .isEqualByComparingTo(total().subtract(refund().amounts().total()));

        service().say(request.getNumber(), part().id(), true, TestShop.ADMIN);
        service().say(request.getNumber(), part().id(), true, TestShop.ADMIN);

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(refund().done()).isEqualByComparingTo(refund().amounts().total());
        assertThat(mailState()).isNotEqualTo("HELD");
        assertThat(transactions()).isEqualTo(1);
        assertRefused("", () -> service().say(request.getNumber(), part().id(), false, TestShop.ADMIN));
    }

    @Test
    void whatDidNotGoThroughIsRefundedAgain() {
        decide(with(goodwillTo(".05")), false);
        service().say(request.getNumber(), part().id(), false, TestShop.ADMIN);

        assertThat(refund().state()).isEqualTo(RefundState.FAILED);
        assertThat(transactions()).isZero();
        refund(Map.of());
        assertThat(refunds(request)).extracting(RefundView::state).containsExactly(RefundState.FAILED, RefundState.DONE);
    }

    @Test
    void anAnswerAfterTheTimeLimitStillSettlesIt() {
        decide(with(goodwillTo(".03")), true);
        assertThat(refund().state()).isEqualTo(RefundState.UNKNOWN);

        gateway().answerOne();

        await().untilAsserted(() -> assertThat(refund().state()).isEqualTo(RefundState.DONE));
        assertThat(transactions()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(mailState()).isEqualTo("SENT"));
    }

    @Test
    void anAnswerAfterAPersonsChangesNothing() {
        decide(with(goodwillTo(".03")), false);
        service().say(request.getNumber(), part().id(), false, TestShop.ADMIN);

        gateway().answerOne();

        await().until(() -> gateway().hanging() == 0);
        assertThat(refund().state()).isEqualTo(RefundState.FAILED);
        assertThat(transactions()).isZero();
    }

    @Test
    void aRefundMadeElsewhereIsRecorded() {
        request = TestShop.request(cashOnDelivery(), 0, 1);
        assertRefused("refund.payment.1.means", () -> decide(NOW, false));
        assertRefused("refund.payment.1.agreement", () -> decide(with(Map.of("refund.payment.1.means", "BANK_TRANSFER")), false));
        assertRefused("refund.payment.1.date", () -> decide(with(Map.of("refund.payment.1.means", "SAME_WAY",
            "refund.payment.1.date", "2999-01-01")), false));

        decide(with(Map.of("refund.payment.1.means", "BANK_TRANSFER", "refund.payment.1.reference", "SEPA-77",
            "refund.payment.1.agreement", "By telephone on November 3")), true);

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(transactions()).isEqualTo(1);
        assertThat(page()).contains("SEPA-77", "Bank transfer");
        await().untilAsserted(() -> assertThat(mailState()).isEqualTo("SENT"));
        assertThat(ReturnTables.database().queryForObject("select AGREEMENT from RTN_REFUND_PAYMENT where REFUND_PAYMENT_ID = ?",
            String.class, part().id())).isEqualTo("By telephone on November 3");
    }

    @Test
    void aRefundAloneHasItsOwnMail() {
        decide(Map.of(), false);
        Map<String, String> inputs = Map.of("refund[" + line() + "]", "2", "refund.postage", "1,50", "refund.wear", "0.50",
            "refund.reason", "One pot was scratched.");

        refund(inputs);

        assertThat(refund().amounts().total()).isEqualByComparingTo(refund().amounts().goods().subtract(new BigDecimal("2.00")));
        assertThat(proposal().lines().get(0).most()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).last().satisfies(mail -> {
            assertThat(ReceivedMails.subject(mail)).contains("refund");
            assertThat(ReceivedMails.text(mail)).contains("One pot was scratched.", "Return postage", "Loss of value");
        }));
    }

    @ParameterizedTest
    @CsvSource({"refund.delivery, 999, refund.delivery", "refund.wear, -1, refund.wear", "refund.wear, 1, refund.reason",
        "refund.goodwill, 1.001, refund.goodwill", "refund.goodwill, 99999, refund", "refund.payment.1, 1, refund.payment.1",
        "refund.postage, abc, refund.postage", "refund.fee, 99999, refund.reason"})
    void whatCannotBeIsObjectedToBesideItsField(String input, String value, String field) {
        decide(Map.of(), false);
        Map<String, String> before = ReturnTables.contents();

        assertRefused(field, () -> refund(Map.of(input, value)));

        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void whoMayNotRefundDecidesWithout() {
        Actor clerk = Actor.merchant(-5L, "Clara Clerk", false);
        assertThatThrownBy(() -> decide(NOW, false, clerk)).isInstanceOf(ReturnRefusedException.class);

        decide(Map.of(), false, clerk);
        assertThatThrownBy(() -> refund(Map.of(), clerk)).isInstanceOf(ReturnRefusedException.class);
    }

    /** All refunds of a user on one return count together. */
    @Test
    void aRoleCanHaveALimit() {
        Actor limited = Actor.merchant(-7L, "Lea Limit", false).allowed(Set.of("refund", "refund.role.ROLE_A", "refund.role.ROLE_B"));
        decide(Map.of(), false);
        limits("ROLE_A: 5\nROLE_B: " + worth(1).add(BigDecimal.ONE).toPlainString());
        try {
            refund(Map.of("refund[" + line() + "]", "1"), limited);
            assertThatThrownBy(() -> refund(Map.of("refund[" + line() + "]", "1"), limited)).isInstanceOf(ReturnRefusedException.class);
            refund(Map.of("refund[" + line() + "]", "1"));
        } finally {
            StoredSettings.forget();
        }
    }

    /** A limit is in the shop's currency, and says nothing of dinars. */
    @Test
    void whoHasALimitRefundsNoOrderInAnotherCurrency() {
        Actor limited = Actor.merchant(-7L, "Lea Limit", false).allowed(Set.of("refund", "refund.role.ROLE_A"));
        ReturnTables.inCurrency(request.getOrderId(), "KWD");
        limits("ROLE_A: 5000");
        try {
            decide(Map.of(), false);
            assertThatThrownBy(() -> refund(Map.of(), limited)).isInstanceOfSatisfying(ReturnRefusedException.class, refused ->
                assertThat(refused.objections()).extracting(objection -> TestShop.get().adminContext().getMessage(objection.code(),
                    objection.argumentsFor(Locale.ENGLISH), Locale.ENGLISH)).singleElement().asString().contains("€5,000.00", "KWD"));
            refund(Map.of());
            assertThat(refund().state()).isEqualTo(RefundState.DONE);
        } finally {
            StoredSettings.forget();
            ReturnTables.withoutFurtherCurrencies();
        }
    }

    /** Between the preview and its confirmation a day can pass. */
    @Test
    void whoMayRefundNoMoreOrLessDoesNotConfirmADecisionWithARefund() {
        Set<String> permissions = Set.of("refund", "refund.role.ROLE_A");
        Actor limited = Actor.merchant(-7L, "Lea Limit", false).allowed(permissions);
        limits("ROLE_A: " + worth(3).add(BigDecimal.ONE).toPlainString());
        try {
            String token = statusChanges().preview(change(ReturnStatus.ACCEPTED, NOW), limited).getToken();
            assertRefused("refund", () -> statusChanges().apply(token, true, Actor.merchant(-7L, "Lea Limit", false)));
            limits("ROLE_A: 1");
            assertRefused("refund", () -> statusChanges().apply(token, true, limited));
            assertThat(refunds(request)).isEmpty();
            assertThat(request().getStatus()).isEqualTo(ReturnStatus.REQUESTED);

            limits("ROLE_A: " + worth(3).toPlainString());
            statusChanges().apply(token, true, limited);
            assertThat(refund().state()).isEqualTo(RefundState.DONE);
        } finally {
            StoredSettings.forget();
        }
    }

    private static void limits(String limits) {
        MerchantSettingsService settings = bean(MerchantSettingsService.class);
        settings.save(settings.version(), new HashMap<>(Map.of("senderAddress", "returns@plants.example", "refundLimits", limits)), "Alex");
    }

    @Test
    void whatWasRefundedStaysAcceptedWhenTheDecisionIsTakenBack() {
        decide(Map.of(), false);
        refund(Map.of("refund[" + line() + "]", "2"));
        reopen();

        assertThatThrownBy(() -> change(ReturnStatus.REFUSED, Map.of("refused.reason", "USED"), Map.of()))
            .isInstanceOf(ReturnRefusedException.class).hasMessageContaining("refund");
        change(ReturnStatus.PARTIALLY_ACCEPTED, Map.of("refused.reason", "USED"), Map.of(line(), 2));
        assertThat(proposal().lines().get(0).most()).isZero();
    }

    @Test
    void whatWasPreviewedIsNotMadeOnceAnotherRefundHasChangedIt() {
        ReturnRequest other = TestShop.request(request.getOrderNumber(), 0, 1);
        String token = statusChanges().preview(change(ReturnStatus.ACCEPTED, NOW), TestShop.ADMIN).getToken();
        ReturnRequest first = request;
        request = other;
        decide(with(Map.of("refund.goodwill", total().subtract(worth(1)).subtract(new BigDecimal("1.00")).toPlainString())), false);
        request = first;

        assertThatThrownBy(() -> statusChanges().apply(token, false, TestShop.ADMIN)).isInstanceOf(ReturnRefusedException.class);
        assertThat(refunds(request)).isEmpty();
    }

    /** Goodwill is no reason to keep the rest, nor to say that it has lost value. */
    @Test
    void whatWasPaidBackOtherwiseIsSaidAndTheRestIsRefunded() {
        decide(Map.of(), false);
        BigDecimal others = worth(3).subtract(worth(1));
        String means = "refund.payment.1.means";
        refund(Map.of("refund[" + line() + "]", "1", means, "SAME_WAY",
            "refund.goodwill", total().subtract(worth(3)).add(new BigDecimal("5.00")).toPlainString()));
        assertThat(proposal().otherwise().value()).isEqualByComparingTo(refund().amounts().goodwill());
        assertThat(proposal().cap().value()).isEqualByComparingTo(others.subtract(new BigDecimal("5.00")));

        refund(Map.of(means, "SAME_WAY"));

        assertThat(refund().amounts().otherwise()).isEqualByComparingTo("5.00");
        assertThat(refund().done()).isEqualByComparingTo(others.subtract(new BigDecimal("5.00")));
        String said = "Already paid back otherwise: -€5.00";
        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).last()
            .satisfies(mail -> assertThat(ReceivedMails.text(mail)).contains(said)));
        assertThat(page()).contains(said);
        assertThat(HttpVisitor.shopper("john@example.com").get("/account/returns/" + request.getNumber()).body()).contains(said);
        assertRefused("refund", () -> refund(Map.of("refund.goodwill", "1")));
    }

    /** The platform's own order page, or another system, has paid back something. */
    @Test
    void whatThePlatformHasPaidBackByItselfIsPaidBackOtherwise() {
        decide(Map.of(), false);
        BigDecimal further = total().subtract(worth(3)).add(new BigDecimal("5.00"));
        transactionTemplate().executeWithoutResult(status -> {
            ShopPayments payments = bean(ShopPayments.class);
            payments.record(payments.of(List.of(request.getOrderId())).get(request.getOrderId()).get(0).captures().get(0).transactionId(),
                further, "By hand", Map.of());
        });

        refund(Map.of("refund.payment.1.means", "SAME_WAY"));

        assertThat(refund().amounts().otherwise()).isEqualByComparingTo("5.00");
        assertThat(proposal().cap().value()).isZero();
    }

    private static TransactionTemplate transactionTemplate() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class, "blTransactionManager"));
    }

    @Test
    void nothingIsTakenOffUnitsThatHaveNotLeftTheShop() {
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP set STATUS = 'PROCESSING' where ORDER_ID = ?",
            request.getOrderId());

        assertRefused("refund.wear", () -> decide(with(Map.of("refund.wear", "1", "refund.reason", "Worn")), false));
        assertRefused("refund.postage", () -> decide(with(Map.of("refund.postage", "1")), false));
        decide(NOW, false);

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
    }

    /** Applications without gateways would come across it. */
    @Test
    void whatIsLeftByOthersIsNoWorkOfTheWholeShop() {
        assertThat(ReturnTables.database().queryForList("select TASK_NAME from RTN_SCHEDULED_TASK", String.class))
            .isNotEmpty().doesNotContain("rtn-refunds");
    }

    @Test
    void whatOpensADialogCannotBePressedBeforeItsScriptIsThere() {
        decide(Map.of(), false);

        assertThat(Jsoup.parse(page()).select("[aria-haspopup=dialog]")).hasSizeGreaterThanOrEqualTo(3)
            .allMatch(button -> button.hasAttr("disabled"));
    }

    @Test
    void manyWhoRefundTheSameReturnAtOncePayOnce() throws Exception {
        decide(Map.of(), false);
        BigDecimal worth = worth(3);
        int before = gateway().ledger().size();
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String token = service().preview(kept(Map.of()), TestShop.ADMIN).getToken();
            all.add(() -> {
                try {
                    service().apply(request.getNumber(), token, false, TestShop.ADMIN);
                    return true;
                } catch (ReturnRefusedException | StaleReturnException e) {
                    return false;
                }
            });
        }

        assertThat(AtOnce.run(all)).containsOnlyOnce(true);
        assertThat(gateway().ledger()).hasSize(before + 1);
        assertThat(refund().done()).isEqualByComparingTo(worth);
    }

    private Map<String, String> with(Map<String, String> further) {
        Map<String, String> inputs = new HashMap<>(NOW);
        inputs.putAll(further);
        return inputs;
    }

    /** So much on top that the total ends in these cents. */
    private Map<String, String> goodwillTo(String cents) {
        BigDecimal worth = worth(3);
        BigDecimal target = worth.setScale(0, RoundingMode.UP).add(new BigDecimal(cents));
        return Map.of("refund.goodwill", target.subtract(worth).toPlainString());
    }

    private BigDecimal worth(int units) {
        return new BigDecimal(proposal(false).lines().get(0).worths().get(units));
    }

    private BigDecimal total() {
        return ReturnTables.database().queryForObject("select ORDER_TOTAL from BLC_ORDER where ORDER_ID = ?", BigDecimal.class,
            request.getOrderId());
    }

    private void decide(Map<String, String> inputs, boolean mail) {
        decide(inputs, mail, TestShop.ADMIN);
    }

    private void decide(Map<String, String> inputs, boolean mail, Actor actor) {
        String token = statusChanges().preview(change(ReturnStatus.ACCEPTED, inputs), actor).getToken();
        statusChanges().apply(token, mail, actor);
    }

    private StatusChange change(ReturnStatus to, Map<String, String> inputs) {
        ReturnRequest now = request();
        return new StatusChange(now.getNumber(), now.getVersion(), to, null, "Looked again", Map.of(), null, inputs);
    }

    private void change(ReturnStatus to, Map<String, String> inputs, Map<Long, Integer> accepted) {
        ReturnRequest now = request();
        statusChanges().execute(new StatusChange(now.getNumber(), now.getVersion(), to, null, "Looked again", accepted, null, inputs), false,
            TestShop.ADMIN);
    }

    private void reopen() {
        change(ReturnStatus.RECEIVED, Map.of(), Map.of());
    }

    private void refund(Map<String, String> inputs) {
        refund(inputs, TestShop.ADMIN);
    }

    private void refund(Map<String, String> inputs, Actor actor) {
        service().apply(request.getNumber(), service().preview(kept(inputs), actor).getToken(), true, actor);
    }

    private FeatureSteps.Kept kept(Map<String, String> inputs) {
        return new FeatureSteps.Kept(request.getNumber(), request().getVersion(), inputs, null);
    }

    private static void assertRefused(String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ReturnRefusedException.class, refused ->
            assertThat(refused.objections()).extracting(Objection::field).contains(field));
    }

    private RefundProposal proposal() {
        return proposal(true);
    }

    private RefundProposal proposal(boolean decided) {
        return inTransaction(() -> bean(RefundViews.class).proposal(bean(ReturnViews.class)
            .shown(ReturnReference.to(request()), Locale.ENGLISH).orElseThrow(), decided).orElseThrow());
    }

    private RefundView refund() {
        return refunds(request).get(refunds(request).size() - 1);
    }

    private RefundView.Part part() {
        return refund().payments().get(0);
    }

    private static List<RefundView> refunds(ReturnRequest of) {
        return bean(RefundViews.class).of(Set.of(of.getId())).getOrDefault(of.getId(), List.of());
    }

    private static DemoGateway.Paid paidBack(RefundView refund) {
        return gateway().ledger().get("rtn-" + refund.payments().get(0).id() + "-1");
    }

    private int transactions() {
        return ReturnTables.database().queryForObject("select count(*) from BLC_ORDER_PAYMENT_TRANSACTION T"
            + " join BLC_ORDER_PAYMENT P on P.ORDER_PAYMENT_ID = T.ORDER_PAYMENT where P.ORDER_ID = ? and T.TRANSACTION_TYPE = 'REFUND'",
            Integer.class, request.getOrderId());
    }

    private String mailState() {
        return ReturnTables.database().queryForObject("select STATE from RTN_MAIL where MAIL_ID ="
            + " (select max(MAIL_ID) from RTN_REFUND where REQUEST_ID = ?)", String.class, request.getId());
    }

    private Long line() {
        return request.getLines().get(0).getId();
    }

    private ReturnRequest request() {
        return TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class)
            .byNumber(request.getNumber()).orElseThrow());
    }

    private String page() {
        return HttpVisitor.merchant("admin").get("/order/" + request.getOrderId()).body();
    }

    private static String cashOnDelivery() {
        return TestShop.newOrder("john@example.com", Map.of(POT, 2));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(bean(PlatformTransactionManager.class, "blTransactionManager")).execute(status -> work.get());
    }

    private static RefundService service() {
        return bean(RefundService.class);
    }

    /** Of the back office, which has the gateway. */
    private static StatusChangeService statusChanges() {
        return bean(StatusChangeService.class);
    }

    private static <T> T bean(Class<T> type) {
        return TestShop.get().adminContext().getBean(type);
    }

    private static <T> T bean(Class<T> type, String name) {
        return TestShop.get().adminContext().getBean(name, type);
    }

    private static DemoOrders orders() {
        return TestShop.bean(DemoOrders.class);
    }

    private static DemoGateway gateway() {
        return bean(DemoGateway.class);
    }
}
