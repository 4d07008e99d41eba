package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Date;
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
        request = new ReturnRequest(new ReturnNumber("R2345-6789"), order,
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
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived).containsExactly(1, 0);
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

        assertThat(accepted.told()).containsExactly(
            new Happening.Told(1, "return.status-changed", Map.of("from", "REQUESTED", "to", "PARTIALLY_ACCEPTED")),
            new Happening.Told(2, "return.items-accepted", Map.of("items", "1:1 2:2")));
        assertThat(takenBack.told()).containsExactly(
            new Happening.Told(3, "return.status-changed", Map.of("from", "PARTIALLY_ACCEPTED", "to", "RECEIVED")),
            new Happening.Told(4, "return.items-taken-back", Map.of("items", "1:1 2:2")));
        assertThat(refused.told()).extracting(Happening.Told::kind).containsExactly("return.status-changed");
        assertThat(nothing.told()).extracting(Happening.Told::kind).containsExactly("return.status-changed");
    }

    /** In rows of before, nothing but the status says that a line was decided. */
    @Test
    void takesBackADecisionThatOnlyTheStatusTellsOf() {
        change(ReturnStatus.ACCEPTED, Map.of());
        request.getLines().forEach(line -> ReflectionTestUtils.setField(line, "decision", null));

        request.reopen(Steps.saying(CHIEF, null, "wrong box", NOW));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(change(ReturnStatus.REFUSED, Map.of()).told()).hasSize(1);
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REFUSED);
    }

    @Test
    void whoHasNotTakenADecisionBackMakesNoOther() {
        change(ReturnStatus.ACCEPTED, Map.of());

        assertThatIllegalStateException().isThrownBy(() -> request.refuse(Steps.by(CHIEF, NOW)));
        assertThatIllegalStateException().isThrownBy(() -> request.getLines().get(0).decide(1));
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
                org.assertj.core.groups.Tuple.tuple(null, "REQUESTED", Actor.Kind.CUSTOMER, "Ann Lee", null),
                org.assertj.core.groups.Tuple.tuple("REQUESTED", "REFUSED", Actor.Kind.MERCHANT,
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
        assertThat(ReturnLine.taken(ReturnStatus.CANCELLED, 3, 0)).isZero();
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
