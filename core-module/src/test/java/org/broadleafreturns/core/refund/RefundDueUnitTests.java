package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.broadleafreturns.core.request.LegalBasis;
import org.broadleafreturns.core.request.StatedBasis;
import org.broadleafreturns.core.request.StatementChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when money has to be back, against a calendar. March 1st of 2026 is a Sunday. */
class RefundDueUnitTests {

    private static final int DAYS = 14;

    /** The day of the statement does not count, and the last one may be a weekend's. */
    @ParameterizedTest
    @CsvSource({
        // stated,    sent,       goods,      decided,    due,        withheld
        "2026-03-01, ,           ,           ,           2026-03-15, true",
        "2026-03-01, 2026-03-02, ,           ,           2026-03-15, false",
        "2026-03-01, 2026-03-15, ,           ,           2026-03-15, false",
        "2026-03-01, 2026-03-16, ,           ,           2026-03-16, false",
        "2026-03-01, ,           2026-03-10, ,           2026-03-15, false",
        "2026-03-01, ,           2026-04-20, ,           2026-04-20, false",
        "2026-03-01, 2026-03-20, 2026-03-24, ,           2026-03-20, false",
        "2026-03-01, 2026-03-20, 2026-03-18, 2026-03-25, 2026-03-18, false",
        "2026-03-01, ,           ,           2026-03-05, 2026-03-15, false",
        "2026-03-01, ,           ,           2026-03-18, 2026-03-18, false",
        "2025-12-24, 2025-12-24, ,           ,           2026-01-07, false",
        "2024-02-20, 2024-02-21, ,           ,           2024-03-05, false"})
    void aWithdrawalIsDueAtTheEndOfTheFourteenthDayAfterItsStatement(LocalDate stated, LocalDate sent, LocalDate goods, LocalDate decided,
            LocalDate due, boolean withheld) {
        StatedBasis basis = new StatedBasis(LegalBasis.WITHDRAWAL, stated, StatementChannel.EMAIL, sent);

        assertThat(RefundDue.of(new RefundFacts(basis, goods, decided, true), false, DAYS)).isEqualTo(new RefundDue(due, withheld));
    }

    @Test
    void aShopThatCollectsTheGoodsDoesNotWaitForThem() {
        StatedBasis basis = new StatedBasis(LegalBasis.WITHDRAWAL, LocalDate.of(2026, 3, 1), StatementChannel.PHONE, null);

        assertThat(RefundDue.of(new RefundFacts(basis, null, null, true), true, DAYS))
            .isEqualTo(new RefundDue(LocalDate.of(2026, 3, 15), false));
        assertThat(RefundDue.of(new RefundFacts(basis, LocalDate.of(2026, 4, 2), null, true), true, DAYS))
            .isEqualTo(new RefundDue(LocalDate.of(2026, 3, 15), false));
    }

    @ParameterizedTest
    @CsvSource({
        // goods,     decided,    days, due
        ",           ,           14,   ",
        "2026-03-01, ,           14,   ",
        "2026-03-01, 2026-03-04, 14,   2026-03-15",
        "2026-03-01, 2026-03-25, 14,   2026-03-15",
        ",           2026-03-04, 14,   2026-03-18",
        "2026-03-01, 2026-03-04, 0,    2026-03-01",
        "2026-03-01, 2026-03-04, 30,   2026-03-31"})
    void aVoluntaryReturnIsDueAsPromisedOnceItIsDecided(LocalDate goods, LocalDate decided, int days, LocalDate due) {
        assertThat(RefundDue.of(new RefundFacts(StatedBasis.VOLUNTARY, goods, decided, true), false, days))
            .isEqualTo(new RefundDue(due, false));
    }

    @Test
    void aReturnOfWhichNobodyHasSaidIsTreatedAsVoluntary() {
        StatedBasis unknown = new StatedBasis(null, null, null, LocalDate.of(2026, 3, 1));

        assertThat(RefundDue.of(new RefundFacts(unknown, null, null, true), false, DAYS)).isEqualTo(RefundDue.NONE);
        assertThat(RefundDue.of(new RefundFacts(unknown, null, LocalDate.of(2026, 3, 4), true), false, DAYS).day())
            .isEqualTo(LocalDate.of(2026, 3, 18));
    }

    @Test
    void whereNothingIsOpenNothingBinds() {
        StatedBasis basis = new StatedBasis(LegalBasis.WITHDRAWAL, LocalDate.of(2026, 3, 1), StatementChannel.LETTER, null);

        assertThat(RefundDue.of(new RefundFacts(basis, null, LocalDate.of(2026, 3, 4), false), false, DAYS)).isEqualTo(RefundDue.NONE);
    }

    @Test
    void theLastDayEndsInTheShopsTimeZone() {
        RefundDue due = new RefundDue(LocalDate.of(2026, 3, 15), false);

        assertThat(due.end(ZoneId.of("Europe/Paris"))).isEqualTo("2026-03-15T22:59:59Z");
        assertThat(due.end(ZoneId.of("America/New_York"))).isEqualTo("2026-03-16T03:59:59Z");
        assertThat(new RefundDue(LocalDate.of(2026, 3, 15), true).end(ZoneId.of("UTC"))).isNull();
        assertThat(RefundDue.NONE.end(ZoneId.of("UTC"))).isNull();
    }
}
