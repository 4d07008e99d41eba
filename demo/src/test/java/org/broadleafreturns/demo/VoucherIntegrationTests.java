package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferAudit;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.service.OfferAuditService;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.refund.RefundProposal;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.refund.RefundState;
import org.broadleafreturns.core.refund.RefundView;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.refund.VoucherState;
import org.broadleafreturns.core.refund.VoucherView;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatementChannel;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.demo.gateway.DemoGateway;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vouchers in the place of money: codes of the platform's own offers, which it takes once and no more. */
class VoucherIntegrationTests {

    private static final long POT = 5;
    private static final long FIG = 4;
    private static final String CUSTOMER = "john@example.com";
    private static final String PLACE = "XXXX-XXXX-XXXX-XXXX";
    private static final Map<String, String> NOW = Map.of("refund", "now", "refund.as", "voucher");
    private static final Map<String, String> AGREED = Map.of("refund.as", "voucher", "refund.voucher.agreement", "Said so to Clara",
        "refund.voucher.channel", "PHONE");

    private ReturnRequest request;

    @BeforeEach
    void threePotsAreReturnedForAVoucher() {
        request = request(paid(4), 3, "STORE_CREDIT");
    }

    @Test
    void aVoucherIsGivenWithTheDecisionAndItsCodeStandsInTheMail() {
        int asked = gateway().ledger().size();
        BigDecimal worth = worth(3);

        StatusPreview preview = statusChanges().preview(change(ReturnStatus.ACCEPTED, NOW), TestShop.ADMIN);
        assertThat(preview.getMail().text()).contains(PLACE, "not paid out in cash", "does not pay for shipping", "is lost")
            .doesNotContain("some days");
        statusChanges().apply(preview.getToken(), true, TestShop.ADMIN);

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(refund().done()).isEqualByComparingTo(worth);
        assertThat(refund().payments()).isEmpty();
        assertThat(voucher().code()).matches("([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}");
        assertThat(voucher().state()).isEqualTo(VoucherState.ISSUED);
        assertThat(gateway().ledger()).hasSize(asked);
        assertThat(transactions()).as("of the platform's payment").isZero();
        String amount = refund().total().shownTo(Locale.ENGLISH);
        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).last()
            .satisfies(mail -> assertThat(ReceivedMails.text(mail)).contains(amount, voucher().code()).doesNotContain(PLACE)));
        assertThat(page()).contains(amount, "Voucher " + voucher().code(), "Not used yet");
        assertThat(account()).contains(amount, voucher().code(), "not paid out in cash");
    }

    @Test
    void whatTheShopperHasAgreedToOnTheFormIsKept() {
        give(NOW);

        assertThat(voucher().agreement().text()).contains("Store credit", "not paid out in cash", "does not pay for shipping");
        assertThat(voucher().agreement().by()).isEqualTo(StatementChannel.ONLINE);
        assertThat(voucher().agreement().at()).isInSameMinuteAs(request.getSubmittedAt());
        assertThat(page()).contains("Store credit: A voucher");
    }

    /** What a merchant has chosen for somebody is not what they have agreed to, and of returns of before nobody knows. */
    @Test
    void withoutAnAgreementOnTheFormTheMerchantSaysHowTheCustomerAgreed() {
        request = request(paid(2), 1, "ORIGINAL_PAYMENT");
        decide(Map.of(), false);

        assertRefused("refund.voucher.agreement", () -> refund(Map.of("refund.as", "voucher", "refund.voucher.channel", "PHONE")));
        assertRefused("refund.voucher.channel", () -> refund(Map.of("refund.as", "voucher", "refund.voucher.agreement", "Said so")));
        assertRefused("refund.voucher.date", () -> refund(with(AGREED, "refund.voucher.date", "2999-01-01")));
        refund(AGREED);

        assertThat(voucher().agreement().text()).isEqualTo("Said so to Clara");
        assertThat(voucher().agreement().by()).isEqualTo(StatementChannel.PHONE);
        assertThat(page()).contains("by phone", "Said so to Clara");
        await().untilAsserted(() -> assertThat(ReceivedMails.about(request.getNumber())).last()
            .satisfies(mail -> assertThat(ReceivedMails.text(mail)).contains(voucher().code())));
    }

    @Test
    void whoeverRefundsAReturnForAVoucherSaysWhichOfBothItIs() {
        decide(Map.of(), false);
        assertThat(toRefund()).isTrue();

        assertRefused("refund.as", () -> refund(Map.of()));
        assertRefused("refund.as", () -> refund(Map.of("refund.as", "shells")));
        refund(Map.of("refund.as", "money", "refund[" + line() + "]", "1"));
        assertThat(refund().voucher()).isNull();
        refund(Map.of("refund.as", "voucher"));

        assertThat(voucher().state()).isEqualTo(VoucherState.ISSUED);
        assertThat(toRefund()).isFalse();
    }

    @Test
    void theShopTakesTheCodeOnceAndNeverByItself() {
        give(NOW);
        OfferCode code = offers().lookupOfferCodeByCode(voucher().code());
        Offer offer = code.getOffer();
        assertThat(offer.getName()).contains(request.getNumber(), "voucher");
        assertThat(offer.isAutomaticallyAdded()).isFalse();
        assertThat(offer.getValue()).isEqualByComparingTo(refund().done());

        assertThat(adjustments(orders().cart(CUSTOMER, Map.of(FIG, 1), List.of()))).as("not automatic").isZero();
        Order cart = orders().cart(CUSTOMER, Map.of(FIG, 1), List.of(voucher().code()));
        assertThat(adjustments(cart)).isEqualByComparingTo(refund().done());
        use(code, cart);

        assertThat(voucher().state()).isEqualTo(VoucherState.USED);
        assertThatThrownBy(() -> orders().cart(CUSTOMER, Map.of(FIG, 1), List.of(voucher().code())))
            .isInstanceOf(IllegalStateException.class);
        assertThat(page()).contains("Used");
        assertThat(account()).contains("Used");
    }

    /** The rest is lost, and the delivery is paid. */
    @Test
    void aVoucherPaysNoMoreThanTheArticles() {
        give(with(NOW, "refund.goodwill", "5"));

        Order cart = orders().cart(CUSTOMER, Map.of(POT, 1), List.of(voucher().code()));

        assertThat(cart.getSubTotal().subtract(cart.getOrderAdjustmentsValue()).getAmount()).isZero();
        assertThat(cart.getTotal().getAmount()).isPositive();
    }

    @Test
    void vouchersAreSubtractedFromWhatCanBeRefunded() {
        BigDecimal total = proposal(true).payments().left().value();
        give(NOW);

        assertThat(proposal(true).cap().value()).isEqualByComparingTo(total.subtract(refund().done()));
        assertThat(proposal(true).payments().byVouchers().value()).isEqualByComparingTo(refund().done());
        assertThat(proposal(true).lines().get(0).most()).isZero();
        assertRefused("refund", () -> refund(Map.of("refund.as", "money", "refund.goodwill",
            proposal(true).cap().value().add(new BigDecimal("0.01")).toPlainString())));
        refund(Map.of("refund.as", "money", "refund.goodwill", proposal(true).cap().value().toPlainString()));
        assertThat(proposal(true).cap().value()).isZero();
    }

    @Test
    void vouchersCountTowardsTheLimitOfWhoHasGivenThem() {
        Actor lea = Actor.merchant(-7L, "Lea Limit", false).allowed(Set.of("refund", "refund.role.ROLE_A"));
        Map<String, String> one = Map.of("refund[" + line() + "]", "1");
        decide(Map.of(), false);
        MerchantSettingsService settings = bean(MerchantSettingsService.class);
        settings.save(settings.version(), new HashMap<>(Map.of("senderAddress", "returns@plants.example", "refundLimits",
            "ROLE_A: " + worth(1).add(BigDecimal.ONE).toPlainString())), "Alex");
        try {
            refund(with(one, "refund.as", "voucher"), lea);

            assertRefused("refund", () -> refund(with(one, "refund.as", "voucher"), lea));
            assertRefused("refund", () -> refund(with(one, "refund.as", "money"), lea));
            reopen();
            decide(Map.of(), false);
            refund(with(one, "refund.as", "money"), lea);
            assertThat(refund().state()).as("the voucher has ended, and nobody had used it").isEqualTo(RefundState.DONE);
            refund(with(one, "refund.as", "voucher"), TestShop.ADMIN);
        } finally {
            StoredSettings.forget();
        }
    }

    @Test
    void aDecisionThatIsTakenBackEndsAVoucherThatNobodyHasUsed() {
        BigDecimal left = proposal(true).payments().left().value();
        give(NOW);
        String code = voucher().code();
        Order filled = orders().cart(CUSTOMER, Map.of(FIG, 1), List.of(code));
        assertThat(said(ReturnStatus.RECEIVED)).anyMatch(line -> line.contains("was not used and ends"));

        reopen();

        assertThat(refund().state()).isEqualTo(RefundState.ENDED);
        assertThat(refund().done()).isZero();
        assertThat(voucher().state()).isEqualTo(VoucherState.ENDED);
        assertThatThrownBy(() -> orders().cart(CUSTOMER, Map.of(FIG, 1), List.of(code))).isInstanceOf(IllegalStateException.class);
        assertThat(isTaken(filled, code)).as("nor where it was in a cart").isFalse();
        assertThat(proposal(true).payments().left().value()).isEqualByComparingTo(left);
        assertThat(page()).contains("Voucher ended, nobody had used it");
        assertThat(account()).contains("no longer valid");

        decide(Map.of("refund", "now", "refund.as", "money"), false);
        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(refund().voucher()).isNull();
    }

    @Test
    void aVoucherThatWasUsedCountsLikeMoneyWhenTheDecisionIsTakenBack() {
        give(NOW);
        use(offers().lookupOfferCodeByCode(voucher().code()), orders().cart(CUSTOMER, Map.of(FIG, 1), List.of(voucher().code())));
        BigDecimal left = proposal(true).cap().value();
        assertThat(said(ReturnStatus.RECEIVED)).anyMatch(line -> line.contains("was used"));

        reopen();

        assertThat(refund().state()).isEqualTo(RefundState.DONE);
        assertThat(proposal(true).cap().value()).isEqualByComparingTo(left);
        assertThatThrownBy(() -> statusChanges().preview(change(ReturnStatus.REFUSED, Map.of("refused.reason", "USED")), TestShop.ADMIN))
            .isInstanceOf(ReturnRefusedException.class).hasMessageContaining("refund");
    }

    /** The check-out of somebody who has begun it before the voucher was ended. */
    @Test
    void whatIsUsedWhileItIsEndedCountsLikeMoney() {
        give(NOW);
        BigDecimal left = proposal(true).cap().value();
        OfferCode code = offers().lookupOfferCodeByCode(voucher().code());
        Order filled = orders().cart(CUSTOMER, Map.of(FIG, 1), List.of(voucher().code()));
        reopen();

        use(code, filled);

        assertThat(voucher().state()).isEqualTo(VoucherState.USED);
        assertThat(proposal(true).cap().value()).isEqualByComparingTo(left);
    }

    @AfterEach
    void withTheShopsCurrencyAlone() {
        ReturnTables.withoutFurtherCurrencies();
    }

    @ParameterizedTest
    @CsvSource({"JPY", "KWD"})
    void anOrderInAnotherCurrencyIsRefundedInMoney(String currency) {
        ReturnTables.inCurrency(request.getOrderId(), currency);

        assertThat(proposal(false).voucher().possible()).isFalse();
        assertThatThrownBy(() -> decide(NOW, false)).isInstanceOfSatisfying(ReturnRefusedException.class, refused ->
            assertThat(refused.objections()).singleElement().satisfies(objection -> {
                assertThat(objection.field()).isEqualTo("refund.as");
                assertThat(TestShop.get().adminContext().getMessage(objection.code(), objection.argumentsFor(Locale.ENGLISH),
                    Locale.ENGLISH)).contains("EUR", currency);
            }));
    }

    @Test
    void manyWhoGiveItAtOnceGiveOne() throws Exception {
        decide(Map.of(), false);
        int codes = ReturnTables.count("BLC_OFFER_CODE");
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String token = service().preview(kept(Map.of("refund.as", "voucher")), TestShop.ADMIN).getToken();
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
        assertThat(ReturnTables.count("BLC_OFFER_CODE")).isEqualTo(codes + 1);
        assertThat(refunds()).hasSize(1);
    }

    @Test
    void aSecondClickGivesNoSecondVoucher() {
        decide(Map.of(), false);
        String token = service().preview(kept(Map.of("refund.as", "voucher")), TestShop.ADMIN).getToken();

        service().apply(request.getNumber(), token, true, TestShop.ADMIN);
        service().apply(request.getNumber(), token, true, TestShop.ADMIN);

        assertThat(refunds()).hasSize(1);
        assertRefused("refund", () -> refund(Map.of("refund.as", "voucher")));
    }

    @Test
    void aCustomerIsForgottenAndTheVoucherStaysWithoutAName() {
        String unique = "zv" + UUID.randomUUID().toString().substring(0, 8);
        Customer zoe = TestShop.newCustomer(unique + "@example.com", "Zoe-" + unique, "Last-" + unique);
        request = request(orders().submitPaidByCard(unique + "@example.com", Map.of(POT, 3)), 2, "ORIGINAL_PAYMENT");
        decide(Map.of(), false);
        refund(with(AGREED, "refund.voucher.agreement", "Told by " + unique));
        String code = voucher().code();
        PersonalRecords records = TestShop.bean(PersonalRecords.class);
        assertThat(records.export(zoe.getId()).get("refunds").toString()).contains(code, "ISSUED", "Told by " + unique, "PHONE");
        await().until(() -> ReturnTables.database().queryForObject(
            "select count(*) from RTN_MAIL where RECIPIENT = ? and STATE = 'QUEUED'", Integer.class, unique + "@example.com") == 0);

        records.anonymise(zoe.getId());

        assertThat(ReturnTables.placesOf(unique)).isEmpty();
        assertThat(voucher().code()).isEqualTo(code);
        assertThat(page()).contains(code);
    }

    @Test
    void theFormSaysWhatAVoucherIsNotAndPreselectsNone() {
        Document form = Jsoup.parse(HttpVisitor.shopper(CUSTOMER).get("/account/returns/new?order=" + paid(1)).body());

        assertThat(form.select("label[for=rtn-refund-type-STORE_CREDIT]").text())
            .contains("Store credit", "A voucher is a code", "not paid out in cash", "does not pay for shipping", "is lost");
        assertThat(form.select("[name=refundType]")).isNotEmpty().noneMatch(choice -> choice.hasAttr("checked"));
    }

    private static ReturnRequest request(String order, int units, String refundType) {
        SubmitReturn wish = TestShop.wish(order, 0, units, null);
        return TestShop.bean(ReturnSubmissionService.class).submit(new SubmitReturn(wish.orderNumber(), wish.customerId(), wish.lines(),
            refundType, null, Locale.ENGLISH, null));
    }

    /** As the platform's check-out notes it. */
    private static void use(OfferCode code, Order order) {
        TestShop.inTransaction(() -> {
            OfferAuditService uses = site("blOfferAuditService", OfferAuditService.class);
            OfferAudit use = uses.create();
            use.setCustomerId(order.getCustomer().getId());
            use.setOfferId(code.getOffer().getId());
            use.setOfferCodeId(code.getId());
            use.setOrderId(order.getId());
            use.setRedeemedDate(new Date());
            return uses.save(use);
        });
    }

    /** What the platform asks when an order is placed whose cart has a code. */
    private static boolean isTaken(Order cart, String code) {
        return TestShop.inTransaction(() -> offers().verifyMaxCustomerUsageThreshold(cart.getCustomer(),
            offers().lookupOfferCodeByCode(code)));
    }

    private static BigDecimal adjustments(Order cart) {
        return cart.getOrderAdjustmentsValue().getAmount();
    }

    private static Map<String, String> with(Map<String, String> inputs, String name, String value) {
        Map<String, String> all = new HashMap<>(inputs);
        all.put(name, value);
        return all;
    }

    private void give(Map<String, String> inputs) {
        decide(inputs, false);
    }

    private void decide(Map<String, String> inputs, boolean mail) {
        statusChanges().apply(statusChanges().preview(change(ReturnStatus.ACCEPTED, inputs), TestShop.ADMIN).getToken(), mail,
            TestShop.ADMIN);
    }

    private void reopen() {
        statusChanges().execute(change(ReturnStatus.RECEIVED, Map.of()), false, TestShop.ADMIN);
    }

    private List<String> said(ReturnStatus to) {
        StatusPreview preview = statusChanges().preview(change(to, Map.of()), TestShop.ADMIN);
        return statusChanges().said(preview, bean(ReturnLookup.class).shown(preview, Locale.ENGLISH), TestShop.ADMIN, Locale.ENGLISH);
    }

    private StatusChange change(ReturnStatus to, Map<String, String> inputs) {
        ReturnRequest now = request();
        return new StatusChange(now.getNumber(), now.getVersion(), to, null, "Looked again", Map.of(), null, inputs);
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

    private BigDecimal worth(int units) {
        return new BigDecimal(proposal(false).lines().get(0).worths().get(units));
    }

    private RefundProposal proposal(boolean decided) {
        return new TransactionTemplate(TestShop.get().adminContext().getBean("blTransactionManager", PlatformTransactionManager.class))
            .execute(status -> bean(RefundViews.class).proposal(bean(ReturnViews.class)
                .shown(ReturnReference.to(request()), Locale.ENGLISH).orElseThrow(), decided).orElseThrow());
    }

    private List<RefundView> refunds() {
        return bean(RefundViews.class).of(Set.of(request.getId())).getOrDefault(request.getId(), List.of());
    }

    private RefundView refund() {
        return refunds().get(refunds().size() - 1);
    }

    private VoucherView voucher() {
        return refund().voucher();
    }

    private boolean toRefund() {
        return ReturnTables.count("RTN_REFUND_DUE where TO_REFUND = true and REQUEST_ID = " + request.getId()) == 1;
    }

    private int transactions() {
        return ReturnTables.database().queryForObject("select count(*) from BLC_ORDER_PAYMENT_TRANSACTION T"
            + " join BLC_ORDER_PAYMENT P on P.ORDER_PAYMENT_ID = T.ORDER_PAYMENT where P.ORDER_ID = ? and T.TRANSACTION_TYPE = 'REFUND'",
            Integer.class, request.getOrderId());
    }

    private Long line() {
        return request.getLines().get(0).getId();
    }

    private ReturnRequest request() {
        return TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow());
    }

    private String page() {
        return HttpVisitor.merchant("admin").get("/order/" + request.getOrderId()).body();
    }

    private String account() {
        return HttpVisitor.shopper(CUSTOMER).get("/account/returns/" + request.getNumber()).body();
    }

    private static String paid(int units) {
        return orders().submitPaidByCard(CUSTOMER, Map.of(POT, units));
    }

    private static RefundService service() {
        return bean(RefundService.class);
    }

    private static StatusChangeService statusChanges() {
        return bean(StatusChangeService.class);
    }

    private static <T> T bean(Class<T> type) {
        return TestShop.get().adminContext().getBean(type);
    }

    private static <T> T site(String name, Class<T> type) {
        return TestShop.get().siteContext().getBean(name, type);
    }

    private static OfferService offers() {
        return site("blOfferService", OfferService.class);
    }

    private static DemoOrders orders() {
        return TestShop.bean(DemoOrders.class);
    }

    private static DemoGateway gateway() {
        return bean(DemoGateway.class);
    }
}
