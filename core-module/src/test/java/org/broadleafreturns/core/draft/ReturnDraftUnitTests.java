package org.broadleafreturns.core.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.SubmitReturn;
import org.junit.jupiter.api.Test;

class ReturnDraftUnitTests {

    private static final Set<Long> ITEMS = Set.of(1L, 2L);
    private static final Date NOW = new Date(0);

    private final ReturnDraft draft = new ReturnDraft("token", new OrderImpl(), customer());

    private static Customer customer() {
        Customer customer = new CustomerImpl();
        customer.setId(5L);
        return customer;
    }

    @Test
    void givesBackWhatWasEnteredWordForWord() {
        DraftInput input = new DraftInput(Map.of(1L, "two", 2L, ""), Map.of(2L, "OTHER"), "EXCHANGE", "It <b>broke</b>");

        draft.enter(input, ITEMS, NOW);

        assertThat(draft.getInput()).isEqualTo(input);
    }

    @Test
    void whatIsEnteredLaterTakesThePlaceOfAll() {
        draft.enter(new DraftInput(Map.of(1L, "1", 2L, "2"), Map.of(1L, "OTHER"), "EXCHANGE", "old"), ITEMS, NOW);

        draft.enter(new DraftInput(Map.of(2L, "3"), Map.of(), null, null), ITEMS, NOW);

        assertThat(draft.getInput()).isEqualTo(new DraftInput(Map.of(2L, "3"), Map.of(), null, null));
    }

    @Test
    void keepsNothingOfOtherOrders() {
        draft.enter(new DraftInput(Map.of(1L, "1", 99L, "1"), Map.of(98L, "OTHER"), null, null), ITEMS, NOW);

        assertThat(draft.getInput().quantities()).containsOnlyKeys(1L);
        assertThat(draft.getInput().reasons()).isEmpty();
    }

    @Test
    void cutsWhatNoBrowserSendsSoThatItStaysWrong() {
        String hostile = "9".repeat(1_000_000);

        draft.enter(new DraftInput(Map.of(1L, hostile), Map.of(1L, hostile), hostile, hostile), ITEMS, NOW);

        assertThat(draft.getInput().quantities().get(1L)).hasSizeLessThanOrEqualTo(20);
        assertThat(draft.getInput().objections())
            .containsExactly(Objection.to("lines[1].quantity", "rtn.objection.quantity.notPositive"));
        assertThat(draft.getInput().refundType()).hasSizeLessThanOrEqualTo(40);
        assertThat(draft.getInput().comment().length()).isEqualTo(ReturnRequest.TEXT_LENGTH + 1);
    }

    @Test
    void aCommentOfExactlyTheLimitIsKeptWholeHoweverTheBrowserEndsItsLines() {
        String typed = "a".repeat(ReturnRequest.TEXT_LENGTH - 2) + "\r\nb";

        draft.enter(new DraftInput(Map.of(), Map.of(), null, typed), ITEMS, NOW);

        assertThat(draft.getInput().comment()).hasSize(ReturnRequest.TEXT_LENGTH).endsWith("a\nb");
    }

    @Test
    void linesAreThosePickedOnly() {
        DraftInput input = new DraftInput(Map.of(1L, "2", 2L, "0"), Map.of(1L, "OTHER", 2L, "OTHER"), null, null);

        assertThat(input.objections()).isEmpty();
        assertThat(input.lines()).containsExactly(new SubmitReturn.Line(1L, 2, "OTHER"));
    }

    @Test
    void isTooOldOnlyOnceTheMomentHasPassed() {
        draft.enter(DraftInput.empty(), ITEMS, new Date(1000));

        assertThat(draft.wasSavedBefore(new Date(1000))).isFalse();
        assertThat(draft.wasSavedBefore(new Date(1001))).isTrue();
    }
}
