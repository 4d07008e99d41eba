package org.broadleafreturns.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturnPolicyUnitTests {

    private static final Objection DISABLED = Objection.general("rtn.objection.order.disabled");

    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final ShopOrders orders = mock(ShopOrders.class);
    private final ReturnPolicy policy = new ReturnPolicy(orders,
        List.of(new OnlySubmittedOrders(), new OnlyPhysicalGoods(products -> Map.of()), new OnlyWhatIsLeft()));
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
    void looksThingsUpOnceForSeveralOrders() {
        Order first = new OrderImpl();
        Order second = new OrderImpl();
        first.setId(1L);
        second.setId(2L);
        first.setStatus(OrderStatus.SUBMITTED);
        second.setStatus(OrderStatus.IN_PROCESS);
        when(orders.linesOf(List.of(first, second)))
            .thenReturn(Map.of(1L, List.of(line(11L, 3, Nature.PHYSICAL)), 2L, List.of(line(21L, 1, Nature.PHYSICAL))));
        List<List<OrderedLine>> lookedUp = new ArrayList<>();
        ReturnRule rule = new ReturnRule() {
            @Override
            public ReturnRule about(List<OrderedLine> lines) {
                lookedUp.add(lines);
                return this;
            }
        };

        Map<Long, Eligibility> assessed = new ReturnPolicy(orders, List.of(new OnlySubmittedOrders(), rule)).assess(List.of(
            new OrderSituation(first, Map.of(11L, 1), 0, Map.of(), Instant.EPOCH),
            new OrderSituation(second, Map.of(), 0, Map.of(), Instant.EPOCH)));

        assertThat(assessed.get(1L).lines()).extracting(EligibleLine::returnable).containsExactly(2);
        assertThat(assessed.get(2L).lines()).extracting(EligibleLine::returnable).containsExactly(0);
        assertThat(lookedUp).singleElement().asList().extracting("itemId").containsExactlyInAnyOrder(11L, 21L);
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
    void saysThatAnOrderWasCancelledAndThatAnArticleWasRemoved() {
        when(orders.linesOf(order)).thenReturn(List.of(line(1L, 0, Nature.PHYSICAL), line(2L, 1, Nature.PHYSICAL)));
        assertThat(policy.assess(situation(Map.of(1L, 3))).lines()).extracting(EligibleLine::objection).containsExactly(
            Objection.general("rtn.objection.line.removed"), null);

        order.setStatus(OrderStatus.CANCELLED);
        assertThat(policy.assess(situation(Map.of())).objection()).isEqualTo(Objection.general("rtn.objection.order.cancelled"));
    }

    /** What was read of the order before may be out of date. */
    @Test
    void goesByTheStateOfNow() {
        OrderState now = new OrderState(OrderStatus.CANCELLED, null, 5L);

        assertThat(policy.assess(new OrderSituation(order, now, Map.of(), 0, Map.of(), Instant.EPOCH)).objection().code())
            .isEqualTo("rtn.objection.order.cancelled");
    }

    @Test
    void knowsNothingOfLinesOfOtherOrders() {
        assertThat(policy.assess(situation(Map.of())).lineOf(99L)).isEmpty();
    }

    @Test
    void offersNothingWhileReturnsAreSwitchedOffOrTheOrderHasHadAllItsReturns() {
        when(settings.enabled()).thenReturn(false);
        assertThat(shopPolicy().assess(situation(Map.of())).objection()).isEqualTo(DISABLED);

        when(settings.enabled()).thenReturn(true);
        when(settings.maximumReturnsPerOrder()).thenReturn(OptionalInt.of(2));
        assertThat(shopPolicy().assess(withReturns(1)).objection()).isNull();
        assertThat(shopPolicy().assess(withReturns(2)).objection())
            .isEqualTo(Objection.general("rtn.objection.order.maximum", 2));
        assertThat(shopPolicy().assess(withReturns(3)).anythingReturnable()).isFalse();

        when(settings.maximumReturnsPerOrder()).thenReturn(OptionalInt.empty());
        assertThat(shopPolicy().assess(withReturns(99)).objection()).isNull();
    }

    @Test
    void aMerchantPassesOverWhatTheShopPromisesAndOverNothingElse() {
        when(settings.enabled()).thenReturn(false);
        when(settings.maximumReturnsPerOrder()).thenReturn(OptionalInt.empty());

        Eligibility eligibility = shopPolicy().assessForMerchant(situation(Map.of(1L, 3)));

        assertThat(eligibility.objection()).isNull();
        assertThat(eligibility.waived()).isEqualTo(DISABLED);
        assertThat(eligibility.lineOf(1L)).hasValueSatisfying(line -> {
            assertThat(line.returnable()).isZero();
            assertThat(line.objection().code()).isEqualTo("rtn.objection.line.nothingLeft");
            assertThat(line.waived()).isNull();
        });
        assertThat(eligibility.lineOf(2L)).hasValueSatisfying(line -> {
            assertThat(line.returnable()).isEqualTo(1);
            assertThat(line.objection()).isNull();
            assertThat(line.waived().code()).isEqualTo("rtn.objection.line.digital");
        });

        order.setStatus(OrderStatus.IN_PROCESS);
        assertThat(shopPolicy().assessForMerchant(situation(Map.of())).objection().code())
            .isEqualTo("rtn.objection.order.notSubmitted");
    }

    @Test
    void aRuleOfTheShopsOwnHoldsForMerchantsToo() {
        ReturnRule own = new ReturnRule() {
            @Override
            public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
                return line.itemId() == 1L ? Optional.of(Objection.general("own")) : Optional.empty();
            }

            @Override
            public Optional<LocalDate> lastDayOf(OrderSituation situation, OrderedLine line) {
                return Optional.of(LocalDate.of(2026, 3, 1));
            }
        };
        ReturnRule later = new ReturnRule() {
            @Override
            public Optional<LocalDate> lastDayOf(OrderSituation situation, OrderedLine line) {
                return Optional.of(LocalDate.of(2026, 3, 2));
            }
        };
        ReturnPolicy withOwn = new ReturnPolicy(orders, List.of(later, own));

        for (Eligibility eligibility : List.of(withOwn.assess(situation(Map.of())), withOwn.assessForMerchant(situation(Map.of())))) {
            assertThat(eligibility.lineOf(1L).orElseThrow().objection().code()).isEqualTo("own");
            assertThat(eligibility.lineOf(2L).orElseThrow().objection()).isNull();
            assertThat(eligibility.lines()).extracting(EligibleLine::lastDay).containsOnly(LocalDate.of(2026, 3, 1));
        }
    }

    private ReturnPolicy shopPolicy() {
        return new ReturnPolicy(orders, List.of(new OnlyWhileEnabled(settings), new OnlySubmittedOrders(),
            new OnlyPhysicalGoods(products -> Map.of()), new OnlyWhatIsLeft(), new MaximumReturnsPerOrder(settings)));
    }

    private OrderSituation withReturns(int returns) {
        return new OrderSituation(order, Map.of(), returns, Map.of(), Instant.EPOCH);
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
