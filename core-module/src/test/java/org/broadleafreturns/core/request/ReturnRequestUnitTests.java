package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.platform.OrderedLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class ReturnRequestUnitTests {

    private static final Date NOW = Date.from(Instant.parse("2026-03-01T10:00:00Z"));
    private static final Actor MERCHANT = Actor.merchant(7L, "Ms Merchant", false);
    private static final Actor CHIEF = Actor.merchant(8L, "Mr Chief", true);

    private ReturnRequest request;

    @BeforeEach
    void setUp() {
        Customer customer = new CustomerImpl();
        customer.setFirstName("Ann");
        customer.setLastName("Lee");
        Order order = new OrderImpl();
        order.setOrderNumber("O-1");
        order.setCustomer(customer);
        request = new ReturnRequest(new ReturnNumber("R2345-6789"), order, order.getCustomer(),
            "ORIGINAL_PAYMENT", null, Locale.FRANCE, null, NOW);
        request.add(line(1L), 2, "DAMAGED");
        request.add(line(2L), 3, "OTHER");
        long id = 100;
        for (ReturnLine line : request.getLines()) {
            ReflectionTestUtils.setField(line, "id", id++);
        }
    }

    @Test
    void countsArticlesAndNotLines() {
        assertThat(request.getArticleCount()).isEqualTo(5);
        assertThat(request.getLines()).hasSize(2);
    }

    @Test
    void keepsTheNamesOfTheTime() {
        assertThat(request.getOrderNumber()).isEqualTo("O-1");
        assertThat(request.getCustomerFirstName()).isEqualTo("Ann");
        assertThat(request.getCustomerLastName()).isEqualTo("Lee");
        assertThat(request.getLanguage()).isEqualTo(Locale.FRANCE);
    }

    @Test
    void receivesEverythingThatWasRequested() {
        change(ReturnStatus.RECEIVED, Map.of());

        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived).containsExactly(2, 3);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityAccepted).containsExactly(0, 0);
    }

    @Test
    void acceptsByLine() {
        change(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(100L, 1));

        assertThat(request.getLines()).extracting(ReturnLine::getQuantityAccepted).containsExactly(1, 0);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived).containsExactly(2, 3);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityRefused).containsExactly(1, 3);
    }

    @Test
    void receivesInSeveralParcelsUntilNothingIsMissing() {
        Happening first = Steps.by(MERCHANT, NOW);
        request.receive(Map.of(100L, new ReceivedUnits(2, Map.of("AS_NEW", 1))), "A glove", first);

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived).containsExactly(2, 0);
        assertThat(request.getLines().get(0).conditions()).isEqualTo(Map.of("AS_NEW", 1));
        assertThat(request.getAttentionAt()).as("patience with the rest").isAfter(NOW);
        assertThat(first.entries().get(0).getDetails()).isEqualTo(Map.of(
            "goods.100", "requested=2 arrived=2 condition.AS_NEW=1 received=2 kept=0",
            "goods.101", "requested=3 arrived=0 received=0 kept=0"));
        assertThat(first.entries().get(1)).extracting(JournalEntry::getKind, JournalEntry::getNote)
            .containsExactly("SOMETHING_ELSE", "A glove");
        assertThat(first.told()).extracting(Happening.Told::kind, Happening.Told::values).contains(tuple("return.goods-received",
            Map.of("items", "1:2", "conditions", "1:AS_NEW:1", "missing", "2:3")));

        assertThat(request.nextStatuses(MERCHANT)).contains(ReturnStatus.RECEIVED);
        request.receive(Steps.by(MERCHANT, NOW));
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived).containsExactly(2, 3);
        assertThat(request.getAttentionAt()).isEqualTo(NOW);
        assertThat(request.nextStatuses(MERCHANT)).doesNotContain(ReturnStatus.RECEIVED);
        assertThat(request.getJournal()).filteredOn(JournalEntry::isStatus).extracting(JournalEntry::getFrom, JournalEntry::getTo)
            .containsExactly(tuple("REQUESTED", "RECEIVED"), tuple("RECEIVED", "RECEIVED"));
    }

    @Test
    void neverReceivesMoreThanIsMissingNorNothing() {
        assertThatIllegalArgumentException().isThrownBy(() ->
            request.receive(Map.of(100L, ReceivedUnits.of(3)), null, Steps.by(MERCHANT, NOW)));
        assertThatIllegalArgumentException().isThrownBy(() -> request.receive(Map.of(), null, Steps.by(MERCHANT, NOW)));
        assertThatIllegalArgumentException().isThrownBy(() ->
            request.receive(Map.of(999L, ReceivedUnits.of(1)), null, Steps.by(MERCHANT, NOW)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceivedUnits(1, Map.of("AS_NEW", 2)));
    }

    @Test
    void decidesWhatCameWhatNeedNotAndWhatNeverDid() {
        request.receive(Map.of(100L, ReceivedUnits.of(2), 101L, ReceivedUnits.of(1)), null, Steps.by(MERCHANT, NOW));
        Happening decision = Steps.by(MERCHANT, NOW);
        request.decideLines(Map.of(100L, new LineDecision(ReceivedUnits.NONE, 0, 1, 1, "USED"),
            101L, new LineDecision(ReceivedUnits.NONE, 1, 2, 0, null)), decision);

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.PARTIALLY_ACCEPTED);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityAccepted, ReturnLine::getQuantityRefused,
            ReturnLine::getQuantityKept, ReturnLine::getQuantityStaying, ReturnLine::missing, ReturnLine::taken)
            .containsExactly(tuple(1, 1, 0, 1, 0, 2), tuple(2, 0, 1, 0, 1, 2));
        assertThat(decision.told()).extracting(Happening.Told::kind, Happening.Told::values).contains(
            tuple("return.items-accepted", Map.of("items", "1:1 2:2")),
            tuple("return.decided", Map.of("accepted", "1:1 2:2", "refused", "1:1", "kept", "2:1", "staying", "1:1", "missing", "2:1",
                "reasons", "1:USED")));

        request.reopen(Steps.saying(CHIEF, null, "counted again", NOW));
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived, ReturnLine::getQuantityKept,
            ReturnLine::getQuantityRefused, ReturnLine::getQuantityStaying, ReturnLine::getRefusalReason, ReturnLine::taken)
            .containsExactly(tuple(2, 0, null, 0, null, 2), tuple(1, 0, null, 0, null, 3));
    }

    @Test
    void decidesNoMoreThanIsHere() {
        request.receive(Map.of(100L, ReceivedUnits.of(1)), null, Steps.by(MERCHANT, NOW));

        assertThatIllegalArgumentException().isThrownBy(() -> request.decide(Map.of(100L, 2), Steps.by(MERCHANT, NOW)));
        assertThatIllegalArgumentException().isThrownBy(() -> request.accept(Steps.by(MERCHANT, NOW)));
        assertThatIllegalArgumentException().isThrownBy(() -> request.decideLines(
            Map.of(100L, new LineDecision(ReceivedUnits.NONE, 0, 1, 1, null)), Steps.by(MERCHANT, NOW)));
        assertThatIllegalArgumentException().isThrownBy(() -> request.decideLines(
            Map.of(100L, new LineDecision(ReceivedUnits.of(2), 0, 1, 0, null)), Steps.by(MERCHANT, NOW)));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
    }

    /** No arrival is invented: what is taken back has not come for that. */
    @Test
    void aRefusalOfGoodsThatNeverCameIsTakenBackWithoutThem() {
        request.refuse(Steps.by(MERCHANT, NOW));
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived, ReturnLine::missing, ReturnLine::taken)
            .containsExactly(tuple(0, 2, 0), tuple(0, 3, 0));

        request.reopen(Steps.saying(CHIEF, null, "it came after all", NOW));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived).containsExactly(0, 0);
        assertThat(request.nextStatuses(MERCHANT)).contains(ReturnStatus.RECEIVED);
    }

    @Test
    void acceptsAllOrNothing() {
        change(ReturnStatus.ACCEPTED, Map.of());
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityAccepted).containsExactly(2, 3);

        request.reopen(Steps.saying(CHIEF, null, "wrong box", NOW));
        change(ReturnStatus.REFUSED, Map.of());
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityAccepted).containsExactly(0, 0);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived).containsExactly(2, 3);
    }

    @Test
    void announcesEveryAcceptedUnitOnce() {
        assertThat(announced(change(ReturnStatus.RECEIVED, Map.of()))).isEmpty();
        assertThat(announced(change(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(100L, 1, 101L, 2)))).hasValueSatisfying(
            told -> assertThat(told.quantities()).containsOnly(Map.entry(1L, 1), Map.entry(2L, 2)));
        Happening again = Steps.saying(CHIEF, null, "counted again", NOW);
        request.reopen(again);
        assertThat(announced(again)).isEmpty();
        assertThat(announced(change(ReturnStatus.ACCEPTED, Map.of()))).hasValueSatisfying(
            told -> assertThat(told.quantities()).containsOnly(Map.entry(1L, 1), Map.entry(2L, 1)));
    }

    @Test
    void tellsLastinglyWhatIsAcceptedAndWhatIsTakenBack() {
        Happening accepted = change(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(100L, 1, 101L, 2));
        Happening takenBack = Steps.saying(CHIEF, null, "counted again", NOW);
        request.reopen(takenBack);
        Happening refused = change(ReturnStatus.REFUSED, Map.of());
        Happening nothing = Steps.saying(CHIEF, null, "once more", NOW);
        request.reopen(nothing);

        assertThat(accepted.told()).startsWith(
            new Happening.Told(1, "return.status-changed", Map.of("from", "REQUESTED", "to", "PARTIALLY_ACCEPTED")))
            .contains(new Happening.Told(3, "return.items-accepted", Map.of("items", "1:1 2:2")));
        assertThat(accepted.told()).extracting(Happening.Told::kind).containsExactly("return.status-changed", "return.goods-received",
            "return.items-accepted", "return.decided");
        assertThat(takenBack.told()).startsWith(
            new Happening.Told(5, "return.status-changed", Map.of("from", "PARTIALLY_ACCEPTED", "to", "RECEIVED")),
            new Happening.Told(6, "return.items-taken-back", Map.of("items", "1:1 2:2")));
        assertThat(takenBack.told()).extracting(Happening.Told::kind)
            .containsExactly("return.status-changed", "return.items-taken-back", "return.decision-reversed");
        assertThat(refused.told()).extracting(Happening.Told::kind).containsExactly("return.status-changed", "return.decided");
        assertThat(nothing.told()).extracting(Happening.Told::kind).containsExactly("return.status-changed", "return.decision-reversed");
    }

    /** In rows of before, nothing but the status says that a line was decided. */
    @Test
    void takesBackADecisionThatOnlyTheStatusTellsOf() {
        change(ReturnStatus.ACCEPTED, Map.of());
        request.getLines().forEach(line -> ReflectionTestUtils.setField(line, "decision", null));

        request.getLines().forEach(line -> ReflectionTestUtils.setField(line, "quantityRefused", null));
        Happening takenBack = Steps.saying(CHIEF, null, "wrong box", NOW);
        request.reopen(takenBack);
        assertThat(takenBack.told()).extracting(Happening.Told::kind, Happening.Told::values)
            .contains(tuple("return.decision-reversed", Map.of("accepted", "1:2 2:3")));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(change(ReturnStatus.REFUSED, Map.of()).told()).extracting(Happening.Told::kind)
            .containsExactly("return.status-changed", "return.decided");
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REFUSED);
    }

    @Test
    void whoHasNotTakenADecisionBackMakesNoOther() {
        change(ReturnStatus.ACCEPTED, Map.of());

        assertThatIllegalStateException().isThrownBy(() -> request.refuse(Steps.by(CHIEF, NOW)));
        assertThatIllegalStateException().isThrownBy(() -> request.getLines().get(0).decide(LineDecision.accepting(1)));
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityAccepted).containsExactly(2, 3);
    }

    @Test
    void refusesAStepThatTheWorkflowDoesNotKnow() {
        change(ReturnStatus.REFUSED, Map.of());

        assertThatIllegalStateException().isThrownBy(() -> change(ReturnStatus.LABEL_SENT, Map.of()));
        assertThatIllegalStateException().isThrownBy(() -> change(ReturnStatus.RECEIVED, Map.of()));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REFUSED);
        assertThat(request.getJournal()).hasSize(1);
    }

    @Test
    void writesDownWhoDidWhat() {
        request.open(Steps.by(Actor.customer(5L, "Ann Lee"), NOW));
        request.refuse(Steps.saying(MERCHANT, "Worn, sorry", null, NOW));

        assertThat(request.getMerchantMessage()).isEqualTo("Worn, sorry");
        assertThat(request.getJournal()).extracting(JournalEntry::getFrom, JournalEntry::getTo, JournalEntry::getActorKind,
                JournalEntry::getActorName, JournalEntry::getMessage)
            .containsExactly(
                tuple(null, "REQUESTED", Actor.Kind.CUSTOMER, "Ann Lee", null),
                tuple("REQUESTED", "REFUSED", Actor.Kind.MERCHANT,
                    "Ms Merchant", "Worn, sorry"));
    }

    @Test
    void freesWhatWasRefusedOrCancelledAndHoldsTheRest() {
        assertThat(ReturnLine.taken(ReturnStatus.REQUESTED, 3, 0)).isEqualTo(3);
        assertThat(ReturnLine.taken(ReturnStatus.LABEL_SENT, 3, 0)).isEqualTo(3);
        assertThat(ReturnLine.taken(ReturnStatus.RECEIVED, 3, 0)).isEqualTo(3);
        assertThat(ReturnLine.taken(ReturnStatus.ACCEPTED, 3, 3)).isEqualTo(3);
        assertThat(ReturnLine.taken(ReturnStatus.PARTIALLY_ACCEPTED, 3, 1)).isEqualTo(1);
        assertThat(ReturnLine.taken(ReturnStatus.REFUSED, 3, 0)).isZero();
        assertThat(ReturnLine.taken(ReturnStatus.REFUSED, 3, 2)).as("what stays").isEqualTo(2);
        assertThat(ReturnLine.taken(ReturnStatus.CANCELLED, 3, 0)).isZero();
    }

    @Test
    void isPutRightBeforeTheDecision() {
        request.receive(Map.of(100L, new ReceivedUnits(2, Map.of("AS_NEW", 1))), null, Steps.by(MERCHANT, NOW));
        Happening happening = Steps.saying(MERCHANT, "Sorry.", "mistyped", NOW);

        request.correct(Map.of(100L, standing(3, "OTHER", 1, Map.of("DAMAGED", 1)), 101L, standing(3, "OTHER", 0, Map.of())),
            List.of(new AddedLine(line(3L), standing(1, "DAMAGED", 0, Map.of()))), null, happening);

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(request.getArticleCount()).isEqualTo(7);
        assertThat(request.getLines()).extracting(ReturnLine::getOrderItemId, ReturnLine::getQuantityRequested,
            ReturnLine::getReasonCode, ReturnLine::getQuantityReceived, ReturnLine::conditions).containsExactly(tuple(1L, 3, "OTHER", 1, Map.of("DAMAGED", 1)),
                tuple(2L, 3, "OTHER", 0, Map.of()), tuple(3L, 1, "DAMAGED", 0, Map.of()));
        assertThat(request.getMerchantMessage()).isEqualTo("Sorry.");
        JournalEntry entry = happening.entries().get(0);
        assertThat(entry).extracting(JournalEntry::getKind, JournalEntry::getTo, JournalEntry::getMessage, JournalEntry::getNote)
            .containsExactly("CORRECTED", null, "Sorry.", "mistyped");
        assertThat(entry.getDetails()).isEqualTo(Map.of(
            "corrected.1.before", "requested=2 reason=DAMAGED received=2 condition.AS_NEW=1",
            "corrected.1.after", "requested=3 reason=OTHER received=1 condition.DAMAGED=1",
            "corrected.3.before", "requested=0 reason=DAMAGED received=0",
            "corrected.3.after", "requested=1 reason=DAMAGED received=0"));
        assertThat(CorrectedLine.in(entry.getDetails(), Map.of(3L, "Hat"))).containsExactly(new CorrectedLine(3L, "Hat",
            LineStanding.takenOut("DAMAGED"), standing(1, "DAMAGED", 0, Map.of())));
        assertThat(happening.published()).as("its status stays").containsExactly(new ReturnCorrected(null, "R2345-6789", null));
        assertThat(happening.told()).extracting(Happening.Told::kind, Happening.Told::values).containsExactly(tuple("return.corrected",
            Map.of("items", "1:3 2:3 3:1", "itemsBefore", "1:2 2:3", "received", "1:1", "receivedBefore", "1:2",
                "reasons", "1:OTHER 2:OTHER 3:DAMAGED")));
    }

    @Test
    void aLineThatWasTakenOutIsNoPartOfAnythingUntilItComesBack() {
        request.correct(Map.of(100L, LineStanding.takenOut("DAMAGED")), List.of(), null, Steps.by(MERCHANT, NOW));

        assertThat(request.getLines()).extracting(ReturnLine::getId).containsExactly(101L);
        assertThat(request.linesOfAllTime()).hasSize(2);
        assertThat(request.getArticleCount()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() ->
            request.receive(Map.of(100L, ReceivedUnits.of(1)), null, Steps.by(MERCHANT, NOW)));
        request.accept(Steps.by(MERCHANT, NOW));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.ACCEPTED);
        request.reopen(Steps.by(CHIEF, NOW));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);

        request.correct(Map.of(), List.of(new AddedLine(line(1L), standing(1, "OTHER", 0, Map.of()))), null, Steps.by(MERCHANT, NOW));
        assertThat(request.getLines()).extracting(ReturnLine::getId).as("the same line again").containsExactly(100L, 101L);
        assertThatIllegalArgumentException().isThrownBy(() -> request.correct(Map.of(),
            List.of(new AddedLine(line(1L), standing(1, "OTHER", 0, Map.of()))), null, Steps.by(MERCHANT, NOW)));
    }

    /** Others count what they hear: what is taken out and comes back is no news. */
    @Test
    void whatWasToldOfALineIsNotToldAgainAfterItCameBack() {
        request.accept(Steps.by(MERCHANT, NOW));
        request.reopen(Steps.by(CHIEF, NOW));
        request.correct(Map.of(100L, LineStanding.takenOut("DAMAGED")), List.of(), null, Steps.by(MERCHANT, NOW));
        request.correct(Map.of(), List.of(new AddedLine(line(1L), standing(2, "OTHER", 0, Map.of()))), null, Steps.by(MERCHANT, NOW));
        request.receive(Steps.by(MERCHANT, NOW));

        assertThat(announced(change(ReturnStatus.ACCEPTED, Map.of()))).isEmpty();
    }

    @Test
    void isNotPutRightSoThatItCannotBe() {
        Map<Long, LineStanding> nothing = Map.of(100L, LineStanding.takenOut("OTHER"), 101L, LineStanding.takenOut("OTHER"));
        assertThatIllegalArgumentException().as("nothing is left")
            .isThrownBy(() -> request.correct(nothing, List.of(), null, Steps.by(MERCHANT, NOW)));
        setUp();
        assertThatIllegalArgumentException().as("nothing has come").isThrownBy(() -> request.correct(
            Map.of(100L, standing(2, "OTHER", 1, Map.of())), List.of(), null, Steps.by(MERCHANT, NOW)));
        assertThatIllegalArgumentException().as("a line of another return").isThrownBy(() -> request.correct(
            Map.of(999L, standing(2, "OTHER", 0, Map.of())), List.of(), null, Steps.by(MERCHANT, NOW)));
        assertThatIllegalArgumentException().as("more is here than was asked for")
            .isThrownBy(() -> standing(1, "OTHER", 2, Map.of()));
        request.accept(Steps.by(MERCHANT, NOW));
        assertThatIllegalStateException().as("it is decided").isThrownBy(() -> request.correct(
            Map.of(100L, standing(1, "OTHER", 0, Map.of())), List.of(), null, Steps.by(MERCHANT, NOW)));
    }

    private static LineStanding standing(int requested, String reason, int received, Map<String, Integer> conditions) {
        return new LineStanding(requested, reason, new ReceivedUnits(received, conditions));
    }

    private static Optional<ItemsReturned> announced(Happening happening) {
        return happening.published().stream().filter(ItemsReturned.class::isInstance).map(ItemsReturned.class::cast).findAny();
    }

    private Happening change(ReturnStatus to, Map<Long, Integer> accepted) {
        Happening happening = Steps.by(MERCHANT, NOW);
        switch (to) {
            case LABEL_SENT -> request.sendLabel(null, happening);
            case RECEIVED -> request.receive(happening);
            case ACCEPTED -> request.accept(happening);
            case PARTIALLY_ACCEPTED -> request.decide(accepted, happening);
            case REFUSED -> request.refuse(happening);
            default -> request.cancel(happening);
        }
        return happening;
    }

    private static OrderedLine line(Long itemId) {
        OrderItem item = new OrderItemImpl();
        item.setId(itemId);
        return new OrderedLine(item, "Article " + itemId, null, 5, Nature.PHYSICAL);
    }
}
