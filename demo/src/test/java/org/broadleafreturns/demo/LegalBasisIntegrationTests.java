package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.LegalBasis;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StatedBasis;
import org.broadleafreturns.core.request.StatementChannel;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On what returns are based in law: said by merchants at any time, and by shoppers when they have sent the goods. */
class LegalBasisIntegrationTests {

    private static final int ORDERED_DAYS_AGO = 10;

    private ReturnRequest request;

    @BeforeEach
    void aReturnOfAnOrderOfTenDaysAgo() {
        request = TestShop.request(TestShop.newOrder("john@example.com", ORDERED_DAYS_AGO, Map.of(1L, 2)), 0, 1);
    }

    @Test
    void aNewReturnIsVoluntary() {
        assertThat(stated()).isEqualTo(StatedBasis.VOLUNTARY);
        assertThat(page()).contains("Voluntary return");
    }

    @Test
    void aMerchantSaysThatItFollowsAWithdrawal() {
        state(withdrawal(day(3), Map.of("basis.sent", day(1))));

        assertThat(stated()).isEqualTo(new StatedBasis(LegalBasis.WITHDRAWAL, ago(3), StatementChannel.LETTER, ago(1)));
        assertThat(kinds()).containsExactly("STATUS", "LEGAL_BASIS", "SENT");
        assertThat(events()).containsExactly("return.requested", "return.legal-basis", "return.sent");
        assertThat(page()).contains("stated on", "by letter", "Goods sent on");

        state(withdrawal(day(3), Map.of("basis.sent", day(1))));
        assertThat(kinds()).as("the same once more is nothing new").hasSize(3);

        state(Map.of("basis", "VOLUNTARY", "basis.sent", day(1)));
        assertThat(stated()).isEqualTo(StatedBasis.VOLUNTARY.sent(ago(1)));
        assertThat(kinds()).containsExactly("STATUS", "LEGAL_BASIS", "SENT", "LEGAL_BASIS");
    }

    @Test
    void whatSomebodyElseHasChangedIsNotOverwritten() {
        Map<String, String> inputs = withdrawal(day(3), Map.of());
        int seen = request().getVersion();
        service().sent(request.getNumber(), day(1), john());

        assertThatExceptionOfType(StaleReturnException.class)
            .isThrownBy(() -> service().state(request.getNumber(), seen, inputs, TestShop.ADMIN));
        assertThat(stated().sentOn()).isEqualTo(ago(1));
    }

    @ParameterizedTest
    @CsvSource({"-1, rtn.objection.basis.future", "11, rtn.objection.basis.beforeOrder"})
    void noDayIsStillToComeOrBeforeTheOrder(int daysAgo, String objection) {
        assertRefused(() -> state(withdrawal(day(daysAgo), Map.of())), "basis.day", objection);
        assertRefused(() -> state(Map.of("basis", "VOLUNTARY", "basis.sent", day(daysAgo))), "basis.sent", objection);
        assertRefused(() -> service().sent(request.getNumber(), day(daysAgo), john()), "basis.sent", objection);
        assertThat(kinds()).containsExactly("STATUS");
    }

    @Test
    void theDaysOfTheOrderAndOfTodayAreTaken() {
        state(withdrawal(day(ORDERED_DAYS_AGO), Map.of("basis.sent", day(0))));

        assertThat(stated().statedOn()).isEqualTo(ago(ORDERED_DAYS_AGO));
        assertThat(stated().sentOn()).isEqualTo(ago(0));
    }

    @Test
    void aWithdrawalHasADayAndAWay() {
        assertRefused(() -> state(Map.of("basis", "WITHDRAWAL")), "basis.day", "rtn.objection.basis.day.missing");
        assertRefused(() -> state(Map.of("basis", "WITHDRAWAL", "basis.day", day(1))), "basis.channel",
            "rtn.objection.basis.channel.missing");
        assertRefused(() -> state(Map.of("basis", "WITHDRAWAL", "basis.day", "2026-02-31", "basis.channel", "PHONE")), "basis.day",
            "rtn.objection.basis.day");
        assertRefused(() -> state(Map.of("basis", "WHIM")), "basis", "rtn.objection.basis.unknown");
    }

    @Test
    void afterTheDecisionOnlyMerchantsSayMore() {
        TestShop.change(request, ReturnStatus.RECEIVED, false);
        TestShop.change(request(), ReturnStatus.ACCEPTED, false);

        assertRefused(() -> service().sent(request.getNumber(), day(1), john()), "", "rtn.objection.basis.decided");
        state(withdrawal(day(3), Map.of()));
        assertThat(stated().isWithdrawal()).isTrue();
    }

    @Test
    void nothingIsSaidOfWhatWasCalledOff() {
        TestShop.change(request, ReturnStatus.CANCELLED, false);

        assertRefused(() -> state(withdrawal(day(3), Map.of())), "", "rtn.objection.basis.cancelled");
    }

    @Test
    void aShopperSaysWhenTheyHaveSentTheGoods() {
        String address = "/account/returns/" + request.getNumber();
        HttpVisitor john = HttpVisitor.shopper("john@example.com");
        String token = john.token(address);

        assertThat(john.post(address + "/sent", Map.of("csrfToken", token, "day", day(1))).statusCode()).isEqualTo(302);
        assertThat(stated()).isEqualTo(StatedBasis.VOLUNTARY.sent(ago(1)));
        assertThat(john.get(address).body()).contains("You have sent the goods on");
        assertThat(kinds()).containsExactly("STATUS", "SENT");
        assertThat(page()).contains("Goods sent on");

        john.post(address + "/sent", Map.of("csrfToken", token, "day", day(-3)));
        assertThat(john.get(address).body()).contains("This day is still to come.");
        john.post(address + "/sent", Map.of("csrfToken", token, "day", "yesterday"));
        john.post(address + "/sent", Map.of("csrfToken", token, "basis", "WITHDRAWAL", "day", day(2)));
        assertThat(stated()).isEqualTo(StatedBasis.VOLUNTARY.sent(ago(2)));
    }

    @Test
    void nobodyElseDoes() {
        HttpVisitor marie = HttpVisitor.shopper("marie@example.com");
        String token = marie.token("/account/returns/new?order=" + TestShop.newOrder("marie@example.com", Map.of(1L, 1)));

        assertThat(marie.post("/account/returns/" + request.getNumber() + "/sent", Map.of("csrfToken", token, "day", day(1))).statusCode())
            .isEqualTo(404);
        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> service().sent(request.getNumber(), day(1), -77L));
        assertThat(stated().sentOn()).isNull();
    }

    @Test
    void aReturnIsCreatedWithItsBasis() {
        assertRefused(() -> create(withdrawal(day(-1), Map.of())), "basis.day", "rtn.objection.basis.future");
        assertRefused(() -> create(Map.of("basis", "WITHDRAWAL", "basis.channel", "PHONE")), "basis.day",
            "rtn.objection.basis.day.missing");

        request = create(withdrawal(day(2), Map.of()));

        assertThat(stated()).isEqualTo(new StatedBasis(LegalBasis.WITHDRAWAL, ago(2), StatementChannel.LETTER, null));
        assertThat(kinds()).containsExactly("STATUS", "LEGAL_BASIS");
        assertThat(events()).containsExactly("return.requested", "return.legal-basis");
    }

    @Test
    void ofReturnsOfBeforeNobodyKnows() {
        ReturnTables.database().update("update RTN_REQUEST set LEGAL_BASIS = null where REQUEST_ID = ?", request.getId());

        assertThat(stated()).isEqualTo(new StatedBasis(null, null, null, null));
        assertThat(page()).contains("Nobody has said");
        service().sent(request.getNumber(), day(1), john());
        assertThat(stated()).isEqualTo(new StatedBasis(null, null, null, ago(1)));
    }

    private ReturnRequest create(Map<String, String> inputs) {
        String order = TestShop.newOrder("john@example.com", ORDERED_DAYS_AGO, Map.of(1L, 2));
        return bean(ReturnSubmissionService.class).create(new CreateReturn(TestShop.orderId(order),
            TestShop.wish(order, 0, 1, null).lines(), "ORIGINAL_PAYMENT", null, null, false, null, inputs), TestShop.ADMIN);
    }

    private static Map<String, String> withdrawal(String day, Map<String, String> further) {
        Map<String, String> inputs = new HashMap<>(Map.of("basis", "WITHDRAWAL", "basis.day", day, "basis.channel", "LETTER"));
        inputs.putAll(further);
        return inputs;
    }

    private void state(Map<String, String> inputs) {
        service().state(request.getNumber(), request().getVersion(), inputs, TestShop.ADMIN);
    }

    private static void assertRefused(ThrowingCallable work, String field, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ReturnRefusedException.class, refused ->
            assertThat(refused.objections()).extracting(Objection::field, Objection::code)
                .contains(tuple(field, code)));
    }

    private static LocalDate ago(int days) {
        return bean(ShopCalendar.class).dayOf(new Date()).minusDays(days);
    }

    private static String day(int daysAgo) {
        return ago(daysAgo).toString();
    }

    private Long john() {
        return inTransaction(() -> request().getCustomer().getId());
    }

    private StatedBasis stated() {
        return request().getStatedBasis();
    }

    private ReturnRequest request() {
        return inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow());
    }

    private List<String> kinds() {
        return ReturnTables.database().queryForList(
            "select KIND from RTN_JOURNAL_ENTRY where REQUEST_ID = ? order by HAPPENED_AT, ENTRY_ID", String.class, request.getId());
    }

    private List<String> events() {
        return ReturnTables.database().queryForList("select EVENT_KIND from RTN_EVENT where REQUEST_ID = ? order by EVENT_NUMBER",
            String.class, request.getId());
    }

    private String page() {
        return HttpVisitor.merchant("admin").get("/order/" + request.getOrderId()).body();
    }

    private static LegalBasisService service() {
        return bean(LegalBasisService.class);
    }
}
