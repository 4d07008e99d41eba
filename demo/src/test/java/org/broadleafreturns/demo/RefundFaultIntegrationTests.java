package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.NamedTexts;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.privacy.RunningReturnsException;
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
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.demo.gateway.DemoGateway;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What refunds bear: texts that nobody should type, pages that are older than what happened, failures between other refunds. */
class RefundFaultIntegrationTests {

    private static final long POT = 5;
    private static final Map<String, String> NOW = Map.of("refund", "now");

    private ReturnRequest request;

    static Stream<Arguments> textsThatCannotBeKept() {
        String reason = "refund.reason";
        return Stream.of(Arguments.of(reason, "NUL \0 here"), Arguments.of(reason, "Half \ud83c"), Arguments.of(reason, "x".repeat(2001)),
            Arguments.of("refund.payment.1.agreement", "y".repeat(2001)), Arguments.of("refund.payment.1.reference", "a\0b"),
            Arguments.of("message", "NUL \0 here"), Arguments.of("message", "z".repeat(2001)));
    }

    @ParameterizedTest
    @MethodSource("textsThatCannotBeKept")
    void aTextThatCannotBeKeptIsObjectedTo(String input, String text) {
        accepted(paid(3), 3);
        Map<String, String> before = ReturnTables.contents();
        Map<String, String> inputs = input.equals("message") ? Map.of() : Map.of(input, text);

        assertThatThrownBy(() -> service().preview(new FeatureSteps.Kept(request.getNumber(), request().getVersion(), inputs,
            input.equals("message") ? text : null), TestShop.ADMIN)).isInstanceOfSatisfying(ReturnRefusedException.class, refused ->
                assertThat(refused.objections()).extracting(Objection::field).containsExactly(input));
        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void astralCharactersAreKept() {
        accepted(paid(3), 3);

        refund(Map.of("refund.wear", "1", "refund.reason", "\ud83c\udf31 wilted\r\nhere"));

        assertThat(refund().amounts().deductionReason()).isEqualTo("\ud83c\udf31 wilted\nhere");
    }

    @Test
    void aLineOfAnotherReturnIsNotSilentlyPassedOver() {
        accepted(paid(3), 3);
        Long foreign = TestShop.request(paid(2), 0, 1).getLines().get(0).getId();

        assertThatThrownBy(() -> refund(Map.of("refund[" + foreign + "]", "1"))).isInstanceOf(ReturnRefusedException.class);
    }

    @Test
    void centsBetweenFailedRefundsComeToWhatWasPaid() {
        String order = paid(7);
        ReturnRequest first = accepted(order, 1);
        BigDecimal paid = proposal().lines().get(0).price().paid().value();
        refund(withCents(".05"));
        assertThat(refund().state()).isEqualTo(RefundState.UNKNOWN);
        for (int i = 0; i < 3; i++) {
            accepted(order, 1);
            refund(Map.of());
        }
        request = first;
        service().say(request.getNumber(), part().id(), false, TestShop.ADMIN);
        for (int i = 0; i < 3; i++) {
            accepted(order, 1);
            refund(Map.of());
        }
        request = first;
        refund(Map.of());

        assertThat(ReturnTables.database().queryForObject("select sum(L.AMOUNT) from RTN_REFUND_LINE L join RTN_REFUND R"
            + " on R.REFUND_ID = L.REFUND_ID where R.ORDER_ID = ? and R.IN_FORCE = true", BigDecimal.class, request.getOrderId()))
            .isEqualByComparingTo(paid);
    }

    @Test
    void whoTriesAgainHasTheirLimit() {
        accepted(paid(3), 3);
        refund(withCents(".01"));
        assertThat(refund().state()).isEqualTo(RefundState.FAILED);
        Actor limited = Actor.merchant(-7L, "Lea Limit", false).allowed(Set.of("refund", "refund.role.ROLE_A"));
        MerchantSettingsService settings = bean(MerchantSettingsService.class);
        settings.save(settings.version(), new HashMap<>(Map.of("senderAddress", "returns@plants.example", "refundLimits", "ROLE_A: 5")),
            "Alex");
        try {
            assertThatThrownBy(() -> service().tryAgain(request.getNumber(), part().id(), limited))
                .isInstanceOf(ReturnRefusedException.class);
        } finally {
            StoredSettings.forget();
        }
        assertThat(gateway().ledger()).doesNotContainKey("rtn-" + part().id() + "-2");
    }

    /** A page has read the refund; meanwhile the gateway answers; then the merchant says that it did not go through. */
    @Test
    void aPageThatIsOlderThanTheGatewaysAnswerChangesNothing() throws Exception {
        accepted(paid(3), 3);
        refund(withCents(".03"));

        NodeCommands.inRequest(TestShop.get().adminContext(), () -> {
            RefundView seen = refund();
            assertThat(seen.state()).isEqualTo(RefundState.UNKNOWN);
            gateway().answerOne();
            await().until(() -> "DONE".equals(ReturnTables.database().queryForObject(
                "select STATE from RTN_REFUND where REFUND_ID = ?", String.class, seen.id())));

            assertThatThrownBy(() -> service().say(request.getNumber(), seen.payments().get(0).id(), false, TestShop.ADMIN))
                .isInstanceOf(ReturnRefusedException.class);
            service().say(request.getNumber(), seen.payments().get(0).id(), true, TestShop.ADMIN);
            return null;
        });
        assertThat(refund().state()).isEqualTo(RefundState.DONE);
    }

    @Test
    void aCustomerIsForgottenOnceTheirRefundsAreSettledAndTheAmountsStay() {
        String unique = "zr" + UUID.randomUUID().toString().substring(0, 8);
        Customer zoe = TestShop.newCustomer(unique + "@example.com", "Zoe-" + unique, "Last-" + unique);
        accepted(orders().submitPaidByCard(unique + "@example.com", Map.of(POT, 3)), 2);
        Map<String, String> inputs = new HashMap<>(withCents(".05", 1));
        inputs.putAll(Map.of("refund.wear", "1", "refund.reason", "Wilted, " + unique));
        refund(inputs);
        assertThat(refund().state()).isEqualTo(RefundState.UNKNOWN);
        PersonalRecords records = TestShop.bean(PersonalRecords.class);
        assertThatExceptionOfType(RunningReturnsException.class).isThrownBy(() -> records.anonymise(zoe.getId()))
            .satisfies(refusal -> assertThat(refusal.numbers()).containsExactly(request.getNumber()));

        service().say(request.getNumber(), part().id(), true, TestShop.ADMIN);
        ReturnTables.database().update("update RTN_REFUND_PAYMENT set GATEWAY_WORDS = ?, AGREEMENT = ?, PAYMENT_HINT = ?"
            + " where REFUND_PAYMENT_ID = ?", "Paid to " + unique, "Said " + unique, unique, part().id());
        ReturnTables.database().update("update RTN_JOURNAL_ENTRY set DETAILS = concat(DETAILS, ?) where KIND like 'REFUND_%'"
            + " and REQUEST_ID = ?", words("Paid to " + unique), request.getId());
        assertThat(records.export(zoe.getId()).get("refunds").toString()).contains(request.getNumber(), "Wilted, " + unique,
            refund().amounts().total().toPlainString(), "DONE", "Said " + unique).doesNotContain("Alex Admin");
        assertThat(records.export(-99L).get("refunds")).isEqualTo(List.of());
        assertThat(ReturnTables.placesOf(unique)).contains("RTN_REFUND.DEDUCTION_REASON", "RTN_JOURNAL_ENTRY.DETAILS");
        await().until(() -> ReturnTables.database().queryForObject(
            "select count(*) from RTN_MAIL where RECIPIENT = ? and STATE = 'QUEUED'", Integer.class, unique + "@example.com") == 0);
        BigDecimal total = refund().amounts().total();

        records.anonymise(zoe.getId());

        assertThat(ReturnTables.placesOf(unique)).isEmpty();
        assertThat(ReturnTables.database().queryForList("select DETAILS from RTN_JOURNAL_ENTRY where REQUEST_ID = ?", String.class,
            request.getId())).filteredOn(details -> details != null).noneMatch(details -> details.contains("4242"));
        assertThat(refund().done()).isEqualByComparingTo(total);
        assertThat(HttpVisitor.merchant("admin").get("/order/" + request.getOrderId()).body())
            .contains(refund().total().shownTo(Locale.ENGLISH));
        assertThat(records.export(zoe.getId()).get("refunds")).isEqualTo(List.of());
    }

    /** As one more of the named texts that details are. */
    private static String words(String text) {
        return "\n" + NamedTexts.written(Map.of("words", text));
    }

    private ReturnRequest accepted(String order, int units) {
        request = TestShop.request(order, 0, units);
        StatusChange change = new StatusChange(request.getNumber(), request().getVersion(), ReturnStatus.ACCEPTED, null, null, Map.of(),
            null, Map.of());
        bean(StatusChangeService.class).apply(bean(StatusChangeService.class).preview(change, TestShop.ADMIN).getToken(), false,
            TestShop.ADMIN);
        return request;
    }

    private void refund(Map<String, String> inputs) {
        FeatureSteps.Kept kept = new FeatureSteps.Kept(request.getNumber(), request().getVersion(), inputs, null);
        service().apply(request.getNumber(), service().preview(kept, TestShop.ADMIN).getToken(), false, TestShop.ADMIN);
    }

    private Map<String, String> withCents(String cents) {
        return withCents(cents, 0);
    }

    /** So much on top that the total ends in these cents, where so much is taken off. */
    private Map<String, String> withCents(String cents, int off) {
        List<String> worths = proposal().lines().get(0).worths();
        BigDecimal worth = new BigDecimal(worths.get(worths.size() - 1)).subtract(BigDecimal.valueOf(off));
        return Map.of("refund.goodwill", worth.setScale(0, RoundingMode.UP).add(new BigDecimal(cents)).subtract(worth).toPlainString());
    }

    private RefundProposal proposal() {
        return new TransactionTemplate(TestShop.get().adminContext().getBean("blTransactionManager", PlatformTransactionManager.class))
            .execute(status -> bean(RefundViews.class).proposal(bean(ReturnViews.class)
                .shown(ReturnReference.to(request()), Locale.ENGLISH).orElseThrow(), true).orElseThrow());
    }

    private ReturnRequest request() {
        return TestShop.inTransaction(() -> TestShop.bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow());
    }

    private RefundView refund() {
        return bean(RefundViews.class).of(Set.of(request.getId())).get(request.getId()).stream().reduce((one, next) -> next).orElseThrow();
    }

    private RefundView.Part part() {
        return refund().payments().get(0);
    }

    private static String paid(int units) {
        return orders().submitPaidByCard("john@example.com", Map.of(POT, units));
    }

    private static RefundService service() {
        return bean(RefundService.class);
    }

    private static <T> T bean(Class<T> type) {
        return TestShop.get().adminContext().getBean(type);
    }

    private static DemoOrders orders() {
        return TestShop.bean(DemoOrders.class);
    }

    private static DemoGateway gateway() {
        return bean(DemoGateway.class);
    }
}
