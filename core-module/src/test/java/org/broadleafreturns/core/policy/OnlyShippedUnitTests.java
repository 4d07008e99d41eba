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
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnlyShippedUnitTests {

    private static final Setting<Boolean> UNSHIPPED = Setting.yesOrNo("unshippedReturnable", false);

    private final Settings settings = mock(Settings.class);
    private final ShopOrders orders = mock(ShopOrders.class);
    private final ReturnPolicy policy =
        new ReturnPolicy(orders, List.of(new OnlyShipped(settings, UNSHIPPED), new OnlyWhatIsLeft()));
    private final Order order = new OrderImpl();

    @BeforeEach
    void setUp() {
        OrderItem item = new OrderItemImpl();
        item.setId(1L);
        order.setStatus(OrderStatus.SUBMITTED);
        when(orders.linesOf(order)).thenReturn(List.of(new OrderedLine(item, "Fern", null, 5, Nature.PHYSICAL)));
        when(settings.get(UNSHIPPED)).thenReturn(false);
    }

    @Test
    void whereNobodySaysAnythingEverythingCountsAsShipped() {
        assertThat(assessed(0, 2).returnable()).isEqualTo(3);
    }

    @Test
    void whatHasNotBeenShippedCannotBeAskedFor() {
        assertThat(assessed(5, 0).objection()).isEqualTo(Objection.general("rtn.objection.line.unshipped"));
        assertThat(assessed(5, 0).returnable()).isZero();
        assertThat(assessed(9, 0).returnable()).as("groups that hold more than was ordered").isZero();
    }

    @Test
    void ofALineThatWasShippedInPartThatPartCan() {
        assertThat(assessed(2, 1).returnable()).isEqualTo(2);
        assertThat(assessed(2, 1).objection()).isNull();
        assertThat(assessed(2, 3).objection()).isEqualTo(Objection.general("rtn.objection.line.restUnshipped"));
    }

    @Test
    void aMerchantCanPassOverItAndSetIt() {
        EligibleLine line = policy.assessForMerchant(situation(5, 0)).lineOf(1L).orElseThrow();
        assertThat(line.returnable()).isEqualTo(5);
        assertThat(line.waived()).isEqualTo(Objection.general("rtn.objection.line.unshipped"));

        EligibleLine inPart = policy.assessForMerchant(situation(2, 1)).lineOf(1L).orElseThrow();
        assertThat(inPart.returnable()).isEqualTo(4);
        assertThat(inPart.withoutGround()).as("the customer could ask for them").isEqualTo(2);
        assertThat(policy.assessForMerchant(situation(2, 4)).lineOf(1L).orElseThrow().withoutGround()).isZero();

        when(settings.get(UNSHIPPED)).thenReturn(true);
        assertThat(assessed(5, 0).returnable()).isEqualTo(5);
    }

    private EligibleLine assessed(int unshipped, int taken) {
        return policy.assess(situation(unshipped, taken)).lineOf(1L).orElseThrow();
    }

    private OrderSituation situation(int unshipped, int taken) {
        return new OrderSituation(order, Map.of(1L, taken), 0, Map.of(1L, new Arrival(null, false, unshipped)), Instant.EPOCH);
    }
}
