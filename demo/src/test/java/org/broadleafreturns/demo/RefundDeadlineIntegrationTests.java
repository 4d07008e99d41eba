package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.mail.internet.MimeMessage;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafreturns.core.background.BackgroundTask;
import org.broadleafreturns.core.desk.DeskQuery;
import org.broadleafreturns.core.desk.DeskView;
import org.broadleafreturns.core.desk.ReturnDesk;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.CapturedAmount;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.refund.DueState;
import org.broadleafreturns.core.refund.DueView;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.refund.RefundState;
import org.broadleafreturns.core.refund.RefundView;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.Correction;
import org.broadleafreturns.core.request.CorrectionService;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when money has to be back: kept with every step, shown to merchants and shoppers, and told to the shop once a day. */
class RefundDeadlineIntegrationTests {

    private static final long POT = 5;
    private static final Map<String, String> NOW = Map.of("refund", "now");

    private ReturnRequest request;

    @BeforeEach
    void allOfAnOrderThatWasPaidByCardIsReturned() {
        request = TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCard("john@example.com", Map.of(POT, 2)), 0, 2);
        placedLongAgo();
    }

    private void placedLongAgo() {
        ReturnTables.database().update("update BLC_ORDER set SUBMIT_DATE = ? where ORDER_ID = ?",
            Timestamp.valueOf(ago(60).atTime(12, 0)), request.getOrderId());
    }

    @Test
    void aWithdrawalMayBeWithheldUntilGoodsOrAProofOfSendingAreThere() {
        assertThat(due()).as("of a voluntary return nothing binds yet").isNull();
        withdrawn(20, Map.of());
        assertThat(due()).isEqualTo(new DueView(DueState.WITHHELD, ago(6)));
        assertThat(isIn("late")).isFalse();
        assertThat(page()).contains("may be withheld until the goods or a proof of sending are there");
        assertThat(account()).contains("or as soon as the articles or your proof of sending are there");

        bean(LegalBasisService.class).sent(request.getNumber(), ago(2).toString(), customer());
        assertThat(due()).isEqualTo(new DueView(DueState.LATE, ago(2)));
        assertThat(isIn("late")).isTrue();
        assertThat(isIn("refund")).as("nobody has decided yet").isFalse();
        assertThat(page()).contains("Late: it was to be refunded by");
        assertThat(account()).contains("It was to be refunded by " + day(ago(2)) + "; we refund without delay.")
            .doesNotContain("We refund by");
    }

    @Test
    void theGoodsEndTheWaiting() {
        withdrawn(20, Map.of());
        TestShop.change(request(), ReturnStatus.RECEIVED, false);

        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(0)));
        decide(NOW);
        assertThat(due()).as("paid back").isNull();
        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        assertThat(isIn("refund")).isFalse();
    }

    /** The goods are there with the decision: it asks what has come. */
    @ParameterizedTest
    @CsvSource({"true, 1, ACCEPTED, 0", "true, 0, PARTIALLY_ACCEPTED, 0", "false, 1, ACCEPTED, -14"})
    void whatComesWithTheDecisionOrNotAtAllIsWaitedForUntilThen(boolean withdrawal, String comes, ReturnStatus decision, int dueAgo) {
        if (withdrawal) {
            withdrawn(24, Map.of());
        }
        comes(ReturnStatus.RECEIVED, "1", false);
        ReturnTables.database().update("update RTN_JOURNAL_ENTRY set HAPPENED_AT = ? where REQUEST_ID = ? and TO_STATUS = 'RECEIVED'",
            Timestamp.valueOf(ago(20).atTime(12, 0)), request.getId());

        comes(decision, comes, true);

        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(dueAgo)));
        assertThat(lastMail()).contains("We refund by " + day(ago(dueAgo)) + ".");
    }

    /** Nothing can be waited for, and nothing sent. */
    @ParameterizedTest
    @CsvSource({"PROCESSING, 20, LATE, 6", "CANCELLED, 3, DUE, -11"})
    void whatHasNotLeftTheShopIsNotWaitedFor(String shipping, int statedAgo, DueState state, int dueAgo) {
        ships(shipping);
        withdrawn(statedAgo, Map.of());

        assertThat(due()).isEqualTo(new DueView(state, ago(dueAgo)));
        assertThat(isIn("late")).isEqualTo(state == DueState.LATE);
        TestShop.change(request(), ReturnStatus.LABEL_SENT, false);
        assertThat(account()).contains("There is nothing to send: the articles have not left us")
            .doesNotContain("rtn-sent-form", "rtn-address", "end your parcel", "as soon as the articles");
        HttpVisitor shopper = HttpVisitor.shopper("john@example.com");
        assertThat(shopper.get("/account/returns").body()).contains("There is nothing to send: the articles have not left us");

        StatusChangeService changes = bean(StatusChangeService.class);
        changes.apply(changes.preview(new StatusChange(request.getNumber(), request().getVersion(), ReturnStatus.ACCEPTED, null, null,
            Map.of(), null, Map.of("received.lines", "all", "received[" + line() + "].1", "0", "kept[" + line() + "]", "2")),
            TestShop.ADMIN).getToken(), true, TestShop.ADMIN);
        assertThat(due()).isEqualTo(new DueView(state, ago(dueAgo)));
        assertThat(lastMail()).contains(state == DueState.LATE ? "We refund without delay." : "We refund by " + day(ago(dueAgo)) + ".");
    }

    /** Nobody tells of what is shipped; in the morning it is found. */
    @Test
    void whatIsShippedOrCancelledSinceChangesTheDay() {
        withdrawn(20, Map.of());
        assertThat(due().state()).isEqualTo(DueState.WITHHELD);

        ships("CANCELLED");
        remind();
        assertThat(due()).isEqualTo(new DueView(DueState.LATE, ago(6)));
        assertThat(isIn("late")).isTrue();

        ships(null);
        remind();
        assertThat(due()).isEqualTo(new DueView(DueState.WITHHELD, ago(6)));
        assertThat(row()).containsEntry("DUE_ON", null);
        assertThat(account()).contains("or as soon as the articles or your proof of sending are there", "rtn-sent-form");
    }

    /** One of two was shipped, and comes back first. */
    @Test
    void ofWhatLeftTheShopInPartTheRestIsWaitedFor() {
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP_ITEM set QUANTITY = 1 where FULFILLMENT_GROUP_ID in"
            + " (select FULFILLMENT_GROUP_ID from BLC_FULFILLMENT_GROUP where ORDER_ID = ?)", request.getOrderId());
        ships("CANCELLED");
        withdrawn(20, Map.of());
        assertThat(due()).isEqualTo(new DueView(DueState.WITHHELD, ago(6)));

        comes(ReturnStatus.RECEIVED, "1", false);

        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(0)));
    }

    private void ships(String status) {
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP set STATUS = ? where ORDER_ID = ?", status, request.getOrderId());
    }

    @Test
    void aCorrectionEndsTheWaitingForWhatWasNeverSentAndBeginsIt() {
        withdrawn(20, Map.of());
        comes(ReturnStatus.RECEIVED, "1", false);
        assertThat(due()).as("one of two has come").isEqualTo(new DueView(DueState.WITHHELD, ago(6)));

        correct(1);
        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(0)));

        correct(2);
        assertThat(due()).isEqualTo(new DueView(DueState.WITHHELD, ago(6)));
        assertThat(row()).containsEntry("DUE_ON", null);
    }

    @Test
    void aVoluntaryReturnIsDueAfterItsDecision() {
        TestShop.change(request, ReturnStatus.RECEIVED, false);
        assertThat(due()).isNull();
        decide(Map.of());

        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(-14)));
        assertThat(isIn("refund")).isTrue();
        assertThat(isIn("late")).isFalse();
        assertThat(page()).contains("To be refunded by");
        assertThat(account()).contains("We refund by");

        refund(Map.of("refund[" + line() + "]", "1"));
        assertThat(isIn("refund")).as("one unit is left").isTrue();
        refund(Map.of());
        assertThat(isIn("refund")).isFalse();
        assertThat(due()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"en, 'We refund by '", "fr, 'Nous remboursons au plus tard le '"})
    void theMailOfADecisionThatIsRefundedLaterSaysByWhen(String language, String words) {
        ReturnTables.database().update("update RTN_REQUEST set LANGUAGE_TAG = ? where REQUEST_ID = ?", language, request.getId());
        TestShop.change(request, ReturnStatus.RECEIVED, false);

        decide(Map.of(), true);

        Locale reader = Locale.forLanguageTag(language);
        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(-14)));
        assertThat(lastMail()).contains(words + TestShop.bean(ShopCalendar.class).day(ago(-14), reader) + ".");
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "3, -11"})
    void theMailOfADecisionAfterAWithdrawalSaysTheDayOfTheLaw(int statedAgo, int dueAgo) {
        withdrawn(statedAgo, Map.of());

        decide(Map.of(), true);

        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(dueAgo)));
        assertThat(lastMail()).contains("We refund by " + TestShop.bean(ShopCalendar.class).day(ago(dueAgo), Locale.ENGLISH) + ".")
            .doesNotContain("proof of sending");
    }

    /** Nobody is promised a day that is over. */
    @ParameterizedTest
    @CsvSource({"en, We refund without delay., We refund by", "fr, Nous remboursons sans retard., Nous remboursons au plus tard"})
    void theMailOfADecisionThatComesTooLateSaysThatItIsRefundedWithoutDelay(String language, String words, String by) {
        ReturnTables.database().update("update RTN_REQUEST set LANGUAGE_TAG = ? where REQUEST_ID = ?", language, request.getId());
        comes(ReturnStatus.RECEIVED, "1", false);
        ReturnTables.database().update("update RTN_JOURNAL_ENTRY set HAPPENED_AT = ? where REQUEST_ID = ? and TO_STATUS = 'RECEIVED'",
            Timestamp.valueOf(ago(20).atTime(12, 0)), request.getId());

        comes(ReturnStatus.PARTIALLY_ACCEPTED, "0", true);

        assertThat(due()).isEqualTo(new DueView(DueState.LATE, ago(6)));
        assertThat(lastMail()).contains(words).doesNotContain(by);
    }

    @Test
    void theMailOfADecisionThatIsRefundedWithItSaysNoDay() {
        decide(NOW, true);

        assertThat(lastMail()).contains("With this we refund").doesNotContain("We refund by");
    }

    @Test
    void theMailOfADecisionThatPaysNoMoneySaysNoDay() {
        ReturnTables.database().update("update RTN_REQUEST set REFUND_TYPE = ? where REQUEST_ID = ?", noMoney(), request.getId());

        decide(Map.of(), true);

        assertThat(lastMail()).contains("accepted").doesNotContain("We refund by");
    }

    private static String noMoney() {
        return ReturnTables.database().queryForList("select CODE from RTN_REFUND_TYPE where BEHAVIOUR <> 'MONEY' order by CODE", String.class)
            .get(0);
    }

    @Test
    void whatTheGatewayRefusesIsStillToldWithoutAnAmountByWhen() {
        decide(declinedAmount(2), true);

        RefundService refunds = bean(RefundService.class);
        String token = refunds.previewTelling(new FeatureSteps.Kept(request.getNumber(), request().getVersion(), Map.of(), null),
            TestShop.ADMIN).getToken();
        refunds.applyTelling(request.getNumber(), token, true, TestShop.ADMIN);

        assertThat(lastMail()).contains("We refund by " + TestShop.bean(ShopCalendar.class).day(due().day(), Locale.ENGLISH))
            .doesNotContain("€");
    }

    @Test
    void whatTheGatewayRefusesIsStillToRefund() {
        decide(declinedAmount(2));

        assertThat(isIn("refund")).as("the demo's bank declines amounts that end so").isTrue();
        assertThat(due().state()).isEqualTo(DueState.DUE);
    }

    @Test
    void whatTheGatewayRefusesInPartIsStillToRefundUntilSomebodyHasSettledIt() {
        BigDecimal declined = failsInPart();

        assertThat(refunded().state()).isEqualTo(RefundState.FAILED);
        assertThat(refunded().done()).isEqualByComparingTo("5.00");
        assertThat(isIn("refund")).isTrue();
        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(-14)));
        assertThat(page()).contains("To be refunded by");
        assertThat(account()).contains("5.00 refunded, the rest follows", "We refund by").doesNotContain("You get your money back");
        assertThat(waiting()).contains(request.getNumber());
        assertThat(told()).contains(request.getNumber() + ": " + new Amount(declined, refunded().currency()).shownTo(Locale.ENGLISH)
            + ", late: was due on January 1, 2001");
        assertThat(isIn("late")).isTrue();

        Long part = refunded().payments().stream().filter(one -> one.state() == RefundState.FAILED).findFirst().orElseThrow().id();
        bean(RefundService.class).recordElsewhere(request.getNumber(), part, Map.of("refund.elsewhere.means", "SAME_WAY"), TestShop.ADMIN);
        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        assertThat(due()).isNull();
        assertThat(account()).contains(" refunded").doesNotContain("the rest follows");
        assertThat(waiting()).doesNotContain(request.getNumber());
    }

    @Test
    void theShopperReadsThatTheRestFollowsWhereNothingSaysByWhen() {
        failsInPart();
        ReturnTables.database().update("delete from RTN_REFUND_DUE where REQUEST_ID = ?", request.getId());

        assertThat(account()).contains("5.00 refunded, the rest follows").doesNotContain("We refund by");
    }

    /** Of 5.00 to the gift card and the rest through the gateway, which declines that. */
    private BigDecimal failsInPart() {
        request = TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCardAndGiftCard("john@example.com", Map.of(POT, 4)), 0, 3);
        Map<String, String> inputs = new HashMap<>(declinedAmount(3));
        BigDecimal declined = worth(3).subtract(new BigDecimal(inputs.get("refund.wear"))).subtract(new BigDecimal("5.00"));
        inputs.putAll(Map.of("refund.payment.1", "5.00", "refund.payment.1.means", "SAME_WAY",
            "refund.payment.2", declined.toPlainString()));
        decide(inputs);
        return declined;
    }

    /** Nor can anything be recorded of it that would end it. */
    @Test
    void whatWasDiscountedToNothingIsNeverToRefundOnceItIsDecided() {
        discountedToNothing();
        assertThat(worth(2)).isZero();

        decide(Map.of(), true);

        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        assertThat(due()).isNull();
        assertThat(isIn("refund")).isFalse();
        assertThat(lastMail()).doesNotContain("We refund by");
    }

    @Test
    void ofAFreeArticleTheOutwardDeliveryIsToRefundOnAWithdrawalFromTheWholeOrder() {
        discountedToNothing();
        withdrawn(3, Map.of());

        decide(Map.of());
        assertThat(isIn("refund")).isTrue();
        refund(Map.of());

        assertThat(refunded().done()).isPositive();
        assertThat(isIn("refund")).isFalse();
    }

    @Test
    void aRefusedReturnAndOneThatPaysNoMoneyAreNeverDue() {
        withdrawn(20, Map.of("basis.sent", ago(19).toString()));
        assertThat(due().state()).isEqualTo(DueState.LATE);
        ReturnRequest now = request();
        bean(StatusChangeService.class).execute(new StatusChange(now.getNumber(), now.getVersion(), ReturnStatus.REFUSED, null, null, Map.of(), null,
            Map.of("refused.reason", "USED")), false, TestShop.ADMIN);

        assertThat(due()).isNull();
        assertThat(isIn("late")).isFalse();
    }

    /** Who withdraws gets back what was paid, although they had asked for another article before. */
    @Test
    void aWithdrawalIsDueWhateverWasAskedForInstead() {
        exchange();
        withdrawn(20, Map.of("basis.sent", ago(2).toString()));
        assertThat(due()).isEqualTo(new DueView(DueState.LATE, ago(2)));
        assertThat(isIn("late")).isTrue();

        decide(Map.of());
        assertThat(isIn("refund")).isTrue();
        refund(Map.of());
        assertThat(isIn("refund")).isFalse();
    }

    /** It was decided here, whatever it gave then. */
    @Test
    void anExchangeThatTurnsOutToBeAWithdrawalIsDueOnceThatIsSaid() {
        exchange();
        decide(Map.of());
        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        assertThat(due()).isNull();

        withdrawn(20, Map.of());

        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(0)));
        assertThat(isIn("refund")).isTrue();
        assertThat(page()).contains("To be refunded by").doesNotContain("Not recorded here");
    }

    @Test
    void anExchangeWhoseTypeGivesMoneySinceWasNotDecidedBeforeRefundsWereRecorded() {
        exchange();
        decide(Map.of());
        ReturnTables.database().update("update RTN_REQUEST set REFUND_TYPE = (select min(CODE) from RTN_REFUND_TYPE"
            + " where BEHAVIOUR = 'MONEY') where REQUEST_ID = ?", request.getId());

        assertThat(page()).contains(request.getNumber()).doesNotContain("Not recorded here");
    }

    private void exchange() {
        ReturnTables.database().update("update RTN_REQUEST set REFUND_TYPE = (select min(CODE) from RTN_REFUND_TYPE"
            + " where BEHAVIOUR = 'EXCHANGE') where REQUEST_ID = ?", request.getId());
    }

    /** Of two returns of the order it is owed for the later one. */
    @Test
    void outwardDeliveryIsToRefundWhereTheWholeOrderIsAWithdrawalOnlySinceItWasRefunded() {
        String order = TestShop.bean(DemoOrders.class).submitPaidByCard("john@example.com", Map.of(POT, 2));
        request = TestShop.request(order, 0, 1);
        ReturnRequest first = request;
        decide(NOW);
        request = TestShop.request(order, 0, 1);
        decide(NOW);
        ReturnRequest second = request;
        placedLongAgo();
        assertThat(isIn("refund")).isFalse();

        request = first;
        withdrawn(3, Map.of());
        assertThat(isIn("refund")).isTrue();
        request = second;
        withdrawn(3, Map.of());
        assertThat(isIn("refund")).isTrue();
        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(-11)));
        request = first;
        assertThat(isIn("refund")).isFalse();

        request = second;
        refund(Map.of());
        assertThat(refunded().amounts().delivery()).isPositive();
        assertThat(isIn("refund")).isFalse();
        request = first;
        assertThat(isIn("refund")).isFalse();
    }

    @Test
    void outwardDeliveryThatAMerchantHasLeftOutIsNotToRefund() {
        withdrawn(3, Map.of());

        decide(Map.of("refund", "now", "refund.delivery", "0"));

        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
    }

    /** Merchants change what a refund type gives, or the return's. */
    @Test
    void whatIsRefundedIsToRefundNoMoreThoughItsTypePaysNoMoneyAnyMore() {
        decide(Map.of());
        longDue();
        assertThat(isIn("late")).isTrue();
        ReturnTables.database().update("update RTN_REQUEST set REFUND_TYPE = (select min(CODE) from RTN_REFUND_TYPE"
            + " where BEHAVIOUR not in ('MONEY', 'VOUCHER')) where REQUEST_ID = ?", request.getId());

        refund(Map.of());

        assertThat(refunded().state()).isEqualTo(RefundState.DONE);
        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        assertThat(isIn("refund")).isFalse();
        assertThat(isIn("late")).isFalse();
    }

    @Test
    void whatThePlatformHasPaidBackByItselfIsNotToRefund() {
        paidBackOnThePlatform(BigDecimal.ZERO);

        decide(Map.of(), true);

        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        assertThat(isIn("refund")).isFalse();
        assertThat(lastMail()).doesNotContain("We refund by");
    }

    /** Nobody is told of it; in the morning it is found. */
    @Test
    void whatThePlatformPaysBackByItselfAfterTheDecisionIsNotLateForEver() {
        decide(Map.of());
        longDue();
        paidBackOnThePlatform(BigDecimal.ONE);
        remind();
        assertThat(isIn("late")).as("one is left").isTrue();

        paidBackOnThePlatform(BigDecimal.ZERO);
        remind();

        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        assertThat(isIn("refund")).isFalse();
        assertThat(due()).isNull();
    }

    /** What is due on the day itself is looked at, and what many that are still late stand before. */
    @Test
    void whatThePlatformPaysBackIsFoundOnTheDayAndBehindAHundredOthers() {
        decide(Map.of());
        ReturnRequest still = request;
        request = TestShop.request(TestShop.bean(DemoOrders.class).submitPaidByCard("john@example.com", Map.of(POT, 2)), 0, 2);
        decide(Map.of());
        paidBackOnThePlatform(BigDecimal.ZERO);
        Timestamp endOfDay = Timestamp.from(ago(-1).atStartOfDay(TestShop.bean(ShopCalendar.class).zone()).minusSeconds(1).toInstant());
        ReturnTables.database().update("update RTN_REFUND_DUE set DUE_ON = ? where REQUEST_ID = ?", endOfDay, request.getId());
        try {
            lateOnes(101, still, true);

            remind();

            assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        } finally {
            withoutLateOnes();
        }
    }

    /** Further returns of the same order, long due. */
    private static void lateOnes(int count, ReturnRequest like, boolean toRefund) {
        List<Object[]> rows = IntStream.rangeClosed(1, count).mapToObj(i -> new Object[] {-i, "LATE" + i, like.getId()}).toList();
        ReturnTables.database().batchUpdate("insert into RTN_REQUEST (REQUEST_ID, RETURN_NUMBER, ORDER_NUMBER, STATUS, SUBMITTED_AT,"
            + " ARTICLE_COUNT, ORDER_ID, CUSTOMER_ID, REFUND_TYPE, LANGUAGE_TAG, STATUS_CHANGED_AT, VERSION) select cast(? as bigint),"
            + " cast(? as varchar(20)), ORDER_NUMBER, 'ACCEPTED', SUBMITTED_AT, 1, ORDER_ID, CUSTOMER_ID, REFUND_TYPE, 'en',"
            + " STATUS_CHANGED_AT, 0 from RTN_REQUEST where REQUEST_ID = ?", rows);
        ReturnTables.database().update("insert into RTN_REFUND_DUE (REQUEST_ID, DUE_ON, TO_REFUND)"
            + " select REQUEST_ID, ?, ? from RTN_REQUEST where REQUEST_ID < 0", Timestamp.valueOf("2001-01-01 12:00:00"), toRefund);
    }

    private static void withoutLateOnes() {
        ReturnTables.database().update("delete from RTN_REFUND_DUE where REQUEST_ID < 0");
        ReturnTables.database().update("delete from RTN_REQUEST where REQUEST_ID < 0");
    }

    /** All but so much. */
    private void paidBackOnThePlatform(BigDecimal left) {
        TestShop.inTransaction(() -> {
            ShopPayments payments = TestShop.bean(ShopPayments.class);
            CapturedAmount capture = payments.of(List.of(request.getOrderId())).get(request.getOrderId()).get(0).captures().get(0);
            return payments.record(capture.transactionId(), capture.left().subtract(left), "By hand", Map.of());
        });
    }

    /** Nobody could refund it any more. */
    @Test
    void whatGoodwillForAnotherReturnHasTakenIsNotToRefund() {
        String order = TestShop.bean(DemoOrders.class).submitPaidByCard("john@example.com", Map.of(POT, 2));
        request = TestShop.request(order, 0, 1);
        decide(Map.of());
        ReturnRequest first = request;
        request = TestShop.request(order, 0, 1);
        BigDecimal further = bean(RefundViews.class).proposal(shown(), false).orElseThrow().cap().value().subtract(worth(1));
        decide(Map.of("refund", "now", "refund.goodwill", further.subtract(BigDecimal.ONE).toPlainString()));
        ReturnRequest second = request;

        request = first;
        assertThat(isIn("refund")).as("something is left for it").isTrue();
        request = second;
        refund(Map.of("refund.goodwill", "1"));

        request = first;
        assertThat(row()).containsEntry("DUE_ON", null).containsEntry("TO_REFUND", false);
        assertThat(isIn("refund")).isFalse();
    }

    @Test
    void whatWasDecidedBeforeIsNotRecordedHere() {
        decide(Map.of());
        ReturnTables.database().update("delete from RTN_REFUND_DUE where REQUEST_ID = ?", request.getId());

        assertThat(due()).isEqualTo(new DueView(DueState.NOT_RECORDED, null));
        assertThat(page()).contains("Not recorded here");
        assertThat(account()).doesNotContain("We refund by");
        withdrawn(20, Map.of());
        refund(Map.of("refund[" + line() + "]", "1"));
        assertThat(ReturnTables.count("RTN_REFUND_DUE where REQUEST_ID = " + request.getId())).isZero();
        assertThat(isIn("refund")).isFalse();
        assertThat(page()).doesNotContain("Not recorded here");
    }

    @Test
    void onAWithdrawalFromTheWholeOrderOutwardDeliveryIsProposed() {
        withdrawn(3, Map.of());
        BigDecimal delivery = bean(RefundViews.class).proposal(shown(), false).orElseThrow().deliveryPaid().value();
        assertThat(bean(RefundViews.class).proposal(shown(), false).orElseThrow().delivery().value()).isEqualByComparingTo(delivery);

        assertThatThrownBy(() -> decide(Map.of("refund", "now", "refund.postage", "1"))).isInstanceOfSatisfying(ReturnRefusedException.class,
            refused -> assertThat(refused.objections()).extracting(Objection::field).containsExactly("refund.postage"));
        decide(NOW);

        assertThat(bean(RefundViews.class).of(List.of(request.getId())).get(request.getId()).get(0).amounts().delivery())
            .isEqualByComparingTo(delivery);
    }

    /** Who has paid for sending goods back would pay twice. */
    @Test
    void onAWithdrawalReturnPostageIsTakenOffOnlyWhereTheShopHasPaidIt() {
        Map<String, String> postage = Map.of("refund.postage", "1");
        setting("refundPostageTold", "true");
        try {
            withdrawn(3, Map.of());
            decide(Map.of());
            assertThatThrownBy(() -> refund(postage)).isInstanceOfSatisfying(ReturnRefusedException.class, refused ->
                assertThat(refused.objections()).extracting(Objection::code)
                    .containsExactly("rtn.objection.refund.withdrawal.postage.theirs"));

            allOfAnOrderThatWasPaidByCardIsReturned();
            withdrawn(3, Map.of());
            TestShop.change(request(), ReturnStatus.LABEL_SENT, false);
            decide(Map.of());
            refund(postage);
            assertThat(refunded().amounts().postage()).isEqualByComparingTo("1");
        } finally {
            StoredSettings.forget();
        }
    }

    private static void setting(String name, String value) {
        MerchantSettingsService settings = bean(MerchantSettingsService.class);
        settings.save(settings.version(), new HashMap<>(Map.of("senderAddress", "returns@plants.example", name, value)), "Alex");
    }

    @Test
    void theShopIsToldOnceADayWhatIsDueOrLate() {
        decide(Map.of());
        longDue();
        ReturnTables.database().update("delete from RTN_REFUND_REMINDER");

        remind();
        remind();

        List<MimeMessage> mails = await().until(this::reminders, Predicate.not(List::isEmpty));
        assertThat(ReturnTables.count("RTN_REFUND_REMINDER")).isEqualTo(1);
        assertThat(mails).extracting(ReceivedMails::recipient).doesNotHaveDuplicates();
        assertThat(ReceivedMails.text(mails.get(0))).contains(request.getNumber() + ": ", "late: was due on January 1, 2001",
            "/returns?view=refund");
    }

    /** What shoppers are not shown, the shop itself may know. */
    @Test
    void theShopIsToldOfAmountsThatItShowsToNobody() {
        ReturnTables.database().update("delete from RTN_REFUND_DUE");
        withdrawn(20, Map.of("basis.sent", ago(2).toString()));
        BroadleafRequestContext.setBroadleafRequestContext(new BroadleafRequestContext());
        MerchantSettingsService settings = bean(MerchantSettingsService.class);
        settings.save(settings.version(),
            new HashMap<>(Map.of("amountsShown", "false", "senderAddress", "returns@plants.example")), "Alex");
        try {
            assertThat(mailOfTheDay()).contains(request.getNumber() + ": €");
        } finally {
            StoredSettings.forget();
        }
    }

    @ParameterizedTest
    @CsvSource({"100, One more is late or due today", "1101, '1,002 more are late or due today'"})
    void whatIsDueTodayIsNamedHoweverManyAreLateAndTheOthersAreCounted(int late, String others) {
        ReturnTables.database().update("delete from RTN_REFUND_DUE");
        withdrawn(14, Map.of("basis.sent", ago(1).toString()));
        assertThat(due()).isEqualTo(new DueView(DueState.DUE, ago(0)));
        try {
            lateOnes(late, request, false);

            List<String> lines = mailOfTheDay().lines().filter(line -> line.startsWith("- ")).toList();

            assertThat(lines).hasSize(101).last().isEqualTo("- " + others);
            assertThat(lines.get(0)).contains("late: was due on January 1, 2001");
            assertThat(lines.get(99)).startsWith("- " + request.getNumber() + ": ").contains(", due on ");
        } finally {
            withoutLateOnes();
        }
    }

    @Test
    void whereNothingIsDueNobodyIsTold() {
        ReturnTables.database().update("delete from RTN_REFUND_DUE");
        ReturnTables.database().update("delete from RTN_REFUND_REMINDER");

        remind();

        assertThat(ReturnTables.count("RTN_REFUND_REMINDER")).isZero();
    }

    private void discountedToNothing() {
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP_ITEM set PRORATED_ORDER_ADJ = TOTAL_ITEM_AMOUNT, TOTAL_ITEM_TAX = 0"
            + " where FULFILLMENT_GROUP_ID in (select FULFILLMENT_GROUP_ID from BLC_FULFILLMENT_GROUP where ORDER_ID = ?)",
            request.getOrderId());
    }

    private void longDue() {
        ReturnTables.database().update("update RTN_REFUND_DUE set DUE_ON = ? where REQUEST_ID = ?",
            Timestamp.valueOf("2001-01-01 12:00:00"), request.getId());
    }

    /** What the shop is told of this return, which is long due. */
    private String told() {
        longDue();
        return mailOfTheDay();
    }

    private String mailOfTheDay() {
        ReturnTables.database().update("delete from RTN_REFUND_REMINDER");
        remind();
        return ReceivedMails.text(await().until(this::reminders, Predicate.not(List::isEmpty)).get(0));
    }

    /** Those that name this return; of other tests some may still come. */
    private List<MimeMessage> reminders() {
        return Arrays.stream(TestShop.get().mailServer().getReceivedMessages())
            .filter(mail -> ReceivedMails.subject(mail).equals("Refunds that are due or late"))
            .filter(mail -> ReceivedMails.text(mail).contains(request.getNumber())).toList();
    }

    @SuppressWarnings("unchecked")
    private static void remind() {
        RecurringTask<Void> task = (RecurringTask<Void>) TestShop.get().adminContext()
            .getBean("rtnRefundReminderTask", BackgroundTask.class).task();
        task.execute(new TaskInstance<>(task.getName(), "recurring"), null);
    }

    private void withdrawn(int daysAgo, Map<String, String> further) {
        Map<String, String> inputs = new HashMap<>(Map.of("basis", "WITHDRAWAL", "basis.day", ago(daysAgo).toString(),
            "basis.channel", "EMAIL"));
        inputs.putAll(further);
        bean(LegalBasisService.class).state(request.getNumber(), request().getVersion(), inputs, TestShop.ADMIN);
    }

    private void correct(int units) {
        bean(CorrectionService.class).execute(new Correction(request.getNumber(), request().getVersion(),
            List.of(new Correction.Line(line(), units, "OTHER", null)), List.of(), null, "A call", null), false, TestShop.ADMIN);
    }

    /** So many units of the line, with a status; what is here then is accepted by a part of it. */
    private void comes(ReturnStatus with, String units, boolean mailed) {
        ReturnRequest now = request();
        bean(StatusChangeService.class).execute(new StatusChange(now.getNumber(), now.getVersion(), with, null, null, Map.of(line(), 1),
            null, Map.of("received.lines", "all", "received[" + line() + "].1", units)), mailed, TestShop.ADMIN);
    }

    private void decide(Map<String, String> inputs) {
        decide(inputs, false);
    }

    private void decide(Map<String, String> inputs, boolean mailed) {
        ReturnRequest now = request();
        bean(StatusChangeService.class).execute(new StatusChange(now.getNumber(), now.getVersion(), ReturnStatus.ACCEPTED, null, null,
            Map.of(), null, inputs), mailed, TestShop.ADMIN);
    }

    /** The demo's bank declines it. */
    private Map<String, String> declinedAmount(int units) {
        BigDecimal worth = worth(units);
        BigDecimal declined = worth.setScale(0, RoundingMode.DOWN).subtract(new BigDecimal("0.99"));
        return Map.of("refund", "now", "refund.wear", worth.subtract(declined).toPlainString(), "refund.reason", "Used");
    }

    private BigDecimal worth(int units) {
        return bean(RefundViews.class).proposal(shown(), false).orElseThrow().lines().stream()
            .map(line -> new BigDecimal(line.worths().get(units))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of the decision, once it has come, beside the one that confirms the request. */
    private String lastMail() {
        await().until(() -> ReceivedMails.about(request.getNumber()).size() >= 2);
        List<MimeMessage> mails = ReceivedMails.about(request.getNumber());
        return ReceivedMails.text(mails.get(mails.size() - 1)).replaceAll("\\s+", " ");
    }

    private void refund(Map<String, String> inputs) {
        RefundService refunds = bean(RefundService.class);
        String token = refunds.preview(new FeatureSteps.Kept(request.getNumber(), request().getVersion(), inputs, null), TestShop.ADMIN)
            .getToken();
        refunds.apply(request.getNumber(), token, false, TestShop.ADMIN);
    }

    private ReturnView shown() {
        return TestShop.inTransaction(() ->
            TestShop.bean(ReturnViews.class).shown(ReturnReference.to(request()), Locale.ENGLISH).orElseThrow());
    }

    private RefundView refunded() {
        List<RefundView> all = bean(RefundViews.class).of(List.of(request.getId())).get(request.getId());
        return all.get(all.size() - 1);
    }

    private DueView due() {
        return bean(RefundViews.class).dues(List.of(shown())).get(request.getId());
    }

    private boolean isIn(String view) {
        ReturnDesk desk = bean(ReturnDesk.class);
        DeskView found = desk.view(view).orElseThrow();
        return desk.page(new DeskQuery(found, "", List.of(), found.sort()), 0, ReturnDesk.LIMIT).ids().contains(request.getId());
    }

    private Map<String, Object> row() {
        return ReturnTables.database().queryForMap("select DUE_ON, TO_REFUND from RTN_REFUND_DUE where REQUEST_ID = ?", request.getId());
    }

    private Long line() {
        return request.getLines().get(0).getId();
    }

    private Long customer() {
        return TestShop.inTransaction(() -> request().getCustomer().getId());
    }

    private static String day(LocalDate day) {
        return TestShop.bean(ShopCalendar.class).day(day, Locale.ENGLISH);
    }

    private static LocalDate ago(int days) {
        return TestShop.bean(ShopCalendar.class).dayOf(new Date()).minusDays(days);
    }

    private ReturnRequest request() {
        return TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow());
    }

    private String page() {
        return HttpVisitor.merchant("admin").get("/order/" + request.getOrderId()).body();
    }

    /** The refunds of which a gateway has refused a part, as merchants see that they wait. */
    private static String waiting() {
        HttpResponse<String> page = HttpVisitor.merchant("admin").get("/return-waiting");
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body()).select("#rtn-waiting-refunds-partial").text();
    }

    private String account() {
        return HttpVisitor.shopper("john@example.com").get("/account/returns/" + request.getNumber()).body();
    }

    /** Of the back office, which has the gateway. */
    private static <T> T bean(Class<T> type) {
        return TestShop.get().adminContext().getBean(type);
    }
}
