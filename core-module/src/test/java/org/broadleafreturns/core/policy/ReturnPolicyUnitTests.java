package org.broadleafreturns.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.platform.ShopOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturnPolicyUnitTests {

    private final ShopOrders orders = mock(ShopOrders.class);
    private final ReturnPolicy policy = new ReturnPolicy(orders,
        List.of(new OnlySubmittedOrders(), new OnlyPhysicalGoods(), new OnlyWhatIsLeft()));
    private final Order order = new OrderImpl();

    @BeforeEach
    void setUp() {
        order.setStatus(OrderStatus.SUBMITTED);
        List<OrderedLine> lines = List.of(line(1L, 3, Nature.PHYSICAL), line(2L, 1, Nature.DIGITAL), line(3L, 1, Nature.GIFT_CARD));
        when(orders.linesOf(order)).thenReturn(lines);
    }

    @Test
    void offersWhatIsLeftOfALine() {
        Eligibility eligibility = policy.assess(situation(Map.of(1L, 2)));

        assertThat(eligibility.objection()).isNull();
        assertThat(eligibility.lineOf(1L)).hasValueSatisfying(line -> {
            assertThat(line.returnable()).isEqualTo(1);
            assertThat(line.objection()).isNull();
        });
        assertThat(eligibility.anythingReturnable()).isTrue();
    }

    @Test
    void saysWhyALineCannotBeReturned() {
        Eligibility eligibility = policy.assess(situation(Map.of(1L, 3)));

        assertThat(eligibility.anythingReturnable()).isFalse();
        assertThat(eligibility.lines()).extracting(line -> line.objection().code()).containsExactly(
            "rtn.objection.line.nothingLeft", "rtn.objection.line.digital", "rtn.objection.line.giftCard");
    }

    @Test
    void offersNothingOfAnOrderThatWasNotSubmitted() {
        order.setStatus(OrderStatus.IN_PROCESS);

        Eligibility eligibility = policy.assess(situation(Map.of()));

        assertThat(eligibility.objection().code()).isEqualTo("rtn.objection.order.notSubmitted");
        assertThat(eligibility.anythingReturnable()).isFalse();
    }

    @Test
    void knowsNothingOfLinesOfOtherOrders() {
        assertThat(policy.assess(situation(Map.of())).lineOf(99L)).isEmpty();
    }

    private OrderSituation situation(Map<Long, Integer> taken) {
        return new OrderSituation(order, taken, 0, Map.of(), Instant.EPOCH);
    }

    private static OrderedLine line(Long id, int quantity, Nature nature) {
        OrderItem item = new OrderItemImpl();
        item.setId(id);
        return new OrderedLine(item, "Article " + id, null, quantity, nature);
    }
}
