package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
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

        request.changeStatus(ReturnStatus.RECEIVED, CHIEF, null, "wrong box", Map.of(), null, null, NOW);
        change(ReturnStatus.REFUSED, Map.of());
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityAccepted).containsExactly(0, 0);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityReceived).containsExactly(2, 3);
    }

    @Test
    void announcesEveryAcceptedUnitOnce() {
        change(ReturnStatus.RECEIVED, Map.of());
        assertThat(request.announceAccepted()).isEmpty();

        change(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(100L, 1, 101L, 2));
        assertThat(request.announceAccepted()).hasValueSatisfying(
            told -> assertThat(told.quantities()).containsOnly(Map.entry(1L, 1), Map.entry(2L, 2)));
        assertThat(request.announceAccepted()).isEmpty();

        request.changeStatus(ReturnStatus.RECEIVED, CHIEF, null, "counted again", Map.of(), null, null, NOW);
        assertThat(request.announceAccepted()).isEmpty();
        change(ReturnStatus.ACCEPTED, Map.of());
        assertThat(request.announceAccepted()).hasValueSatisfying(
            told -> assertThat(told.quantities()).containsOnly(Map.entry(1L, 1), Map.entry(2L, 1)));
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
        request.noteSubmission(Actor.customer(5L, "Ann Lee"), null, null);
        request.changeStatus(ReturnStatus.REFUSED, MERCHANT, "Worn, sorry", null, Map.of(), null, null, NOW);

        assertThat(request.getMerchantMessage()).isEqualTo("Worn, sorry");
        assertThat(request.getJournal()).extracting(JournalEntry::getFrom, JournalEntry::getTo, JournalEntry::getActorKind,
                JournalEntry::getActorName, JournalEntry::getMessage)
            .containsExactly(
                org.assertj.core.groups.Tuple.tuple(null, ReturnStatus.REQUESTED, Actor.Kind.CUSTOMER, "Ann Lee", null),
                org.assertj.core.groups.Tuple.tuple(ReturnStatus.REQUESTED, ReturnStatus.REFUSED, Actor.Kind.MERCHANT,
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

    private void change(ReturnStatus to, Map<Long, Integer> accepted) {
        request.changeStatus(to, MERCHANT, null, null, accepted, null, null, NOW);
    }

    private static OrderedLine line(Long itemId) {
        OrderItem item = new OrderItemImpl();
        item.setId(itemId);
        return new OrderedLine(item, "Article " + itemId, null, 5, Nature.PHYSICAL);
    }
}
