package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnedSumsUnitTests {

    @Test
    void onlySuccessfulCapturesTookMoney() {
        assertThat(of(row(1, "AUTHORIZE", "90"), row(2, "CAPTURE", "40", 1L), row(3, "AUTHORIZE_AND_CAPTURE", "10"),
            row(4, "SETTLED", "40", 2L), row(5, "UNCONFIRMED", "90"), row(6, "PENDING", "90"), failed(7, "CAPTURE", "50", 1L)))
            .containsExactly("2: 40 - 0", "3: 10 - 0");
    }

    @Test
    void nothingWasCapturedWhereThereIsOnlyAnAuthorisation() {
        assertThat(of(row(1, "AUTHORIZE", "90"), row(2, "VOID", "90", 1L))).isEmpty();
    }

    @Test
    void refundsAndVoidsAreTakenFromTheCaptureThatTheyBelongTo() {
        assertThat(of(row(1, "CAPTURE", "40"), row(2, "CAPTURE", "60"), row(3, "REFUND", "15", 2L), row(4, "VOID", "5", 2L),
            row(5, "DETACHED_CREDIT", "2", 1L), failed(6, "REFUND", "30", 2L))).containsExactly("1: 40 - 2", "2: 60 - 20");
    }

    @Test
    void whatWasRefundedOfASettlementBelongsToItsCapture() {
        assertThat(of(row(1, "CAPTURE", "40"), row(2, "CAPTURE", "60"), row(3, "SETTLED", "60", 2L), row(4, "REFUND", "7", 3L)))
            .containsExactly("1: 40 - 0", "2: 60 - 7");
    }

    @Test
    void aRefundOfNothingKnownIsTakenFromTheOldestCapture() {
        assertThat(of(dated(1, "CAPTURE", "60", 2000), dated(2, "CAPTURE", "40", 1000), row(3, "DETACHED_CREDIT", "45"),
            row(4, "REFUND", "5", 99L))).containsExactly("2: 40 - 40", "1: 60 - 10");
    }

    @Test
    void whatIsMoreThanItsCaptureIsTakenFromTheOthers() {
        assertThat(of(row(1, "CAPTURE", "40"), row(2, "CAPTURE", "60"), row(3, "REFUND", "70", 2L)))
            .containsExactly("1: 40 - 10", "2: 60 - 60");
    }

    @Test
    void whatIsMoreThanWasEverCapturedIsNotForgotten() {
        List<CapturedAmount> captures = ReturnedSums.of(List.of(row(1, "CAPTURE", "40"), row(2, "CAPTURE", "60"), row(3, "REFUND", "103")));

        OrderPaid payment = new OrderPaid(1L, "CREDIT_CARD", "X", null, captures, null);
        assertThat(payment.returned()).isEqualByComparingTo("103");
        assertThat(payment.left()).isEqualByComparingTo("0");
    }

    @Test
    void aVoidedAuthorisationLeavesWhatAnotherOneTook() {
        assertThat(of(row(1, "AUTHORIZE", "90"), row(2, "VOID", "90", 1L), row(3, "AUTHORIZE", "90"), row(4, "CAPTURE", "90", 3L)))
            .containsExactly("4: 90 - 0");
    }

    @Test
    void aTransactionWithoutAnAmountIsNothing() {
        assertThat(of(row(1, "CAPTURE", "40"), row(2, "REFUND", null, 1L))).containsExactly("1: 40 - 0");
    }

    @Test
    void transactionsThatAreEachOthersParentsAreNoCaptures() {
        assertThat(of(row(1, "CAPTURE", "40"), row(2, "REFUND", "3", 3L), row(3, "SETTLED", "3", 2L))).containsExactly("1: 40 - 3");
    }

    private static List<String> of(ReturnedSums.Row... rows) {
        return ReturnedSums.of(Arrays.asList(rows)).stream()
            .map(capture -> capture.transactionId() + ": " + capture.amount() + " - " + capture.returned()).toList();
    }

    private static ReturnedSums.Row row(long id, String type, String amount) {
        return row(id, type, amount, null);
    }

    private static ReturnedSums.Row row(long id, String type, String amount, Long parent) {
        return new ReturnedSums.Row(id, type, amount == null ? null : new BigDecimal(amount), new Date(0), parent, true);
    }

    private static ReturnedSums.Row dated(long id, String type, String amount, long time) {
        return new ReturnedSums.Row(id, type, new BigDecimal(amount), new Date(time), null, true);
    }

    private static ReturnedSums.Row failed(long id, String type, String amount, Long parent) {
        return new ReturnedSums.Row(id, type, new BigDecimal(amount), new Date(0), parent, false);
    }
}
