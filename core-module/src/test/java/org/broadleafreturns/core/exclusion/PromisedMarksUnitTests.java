package org.broadleafreturns.core.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.policy.NotExcluded;
import org.broadleafreturns.core.policy.OnlyPhysicalGoods;
import org.broadleafreturns.core.policy.OrderSituation;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an order was promised by marks, hour by hour. Product 1 is in category 30, which is below 20, which is below 10; bundle 2
 * is in category 21, which is below 10. A number above nine is a category.
 */
class PromisedMarksUnitTests {

    private static final long PRODUCT = 1;
    private static final long BUNDLE = 2;
    private static final long CATEGORY = 30;
    private static final long ROOT = 10;
    private static final List<Long> MARKABLE = List.of(PRODUCT, BUNDLE, CATEGORY, 20L, 21L, ROOT);
    private static final Map<Long, List<Long>> NEAREST_FIRST = Map.of(PRODUCT, List.of(PRODUCT, CATEGORY, 20L, ROOT),
        BUNDLE, List.of(BUNDLE, 21L, ROOT));

    private final Shop shop = new Shop();

    @Test
    void whatIsExcludedLaterStaysReturnableForOrdersOfBefore() {
        shop.mark(5, PRODUCT, ExclusionGround.HYGIENE);

        assertThat(shop.comesBack(4)).isTrue();
        assertThat(shop.comesBack(6)).isFalse();
    }

    @Test
    void whatIsAllowedLaterIsReturnableForAllOrders() {
        shop.mark(1, PRODUCT, ExclusionGround.HYGIENE);
        shop.remove(5, PRODUCT);

        assertThat(shop.comesBack(2)).isTrue();
        assertThat(shop.comesBack(6)).isTrue();
    }

    @Test
    void anExclusionThatIsTakenAwayAndPutBackCountsForNoOrderOfBefore() {
        shop.mark(1, PRODUCT, ExclusionGround.HYGIENE);
        shop.remove(5, PRODUCT);
        shop.mark(7, PRODUCT, ExclusionGround.HYGIENE);

        assertThat(shop.comesBack(2)).as("allowed at 5, at once for all").isTrue();
        assertThat(shop.comesBack(6)).isTrue();
        assertThat(shop.comesBack(8)).isFalse();
    }

    @Test
    void aReturnableMarkBelowAnExcludedCategoryIsTakenFromNoOrderOfBefore() {
        shop.mark(0, CATEGORY, ExclusionGround.PERISHABLE);
        shop.mark(1, PRODUCT, null);
        shop.remove(5, PRODUCT);

        assertThat(shop.comesBack(2)).isTrue();
        assertThat(shop.comesBack(6)).isFalse();
        shop.mark(7, PRODUCT, null);
        assertThat(shop.comesBack(6)).as("put back").isTrue();
        shop.remove(9, PRODUCT);
        assertThat(shop.comesBack(6)).isTrue();
        assertThat(shop.comesBack(10)).isFalse();
    }

    @Test
    void aMarkThatIsMovedToAnotherThingCountsThereForLaterOrdersOnly() {
        shop.mark(1, ROOT, ExclusionGround.HYGIENE);
        shop.remove(5, ROOT);
        shop.mark(5, PRODUCT, ExclusionGround.HYGIENE);

        assertThat(shop.comesBack(4)).as("never allowed at any moment").isFalse();
        assertThat(shop.comesBack(6)).isFalse();
        shop.remove(8, PRODUCT);
        shop.mark(8, BUNDLE, ExclusionGround.HYGIENE);
        assertThat(shop.comesBack(4)).as("now it is the bundle's").isFalse();
        assertThat(shop.line(4, Nature.PHYSICAL, null).returnable()).as("by itself").isPositive();
    }

    @Test
    void theGroundIsThatOfNow() {
        shop.mark(1, PRODUCT, ExclusionGround.HYGIENE);
        shop.remove(5, PRODUCT);
        shop.mark(5, PRODUCT, ExclusionGround.PERISHABLE);

        assertThat(shop.line(2, Nature.PHYSICAL, null).objection()).isEqualTo(excluded(ExclusionGround.PERISHABLE));
    }

    @Test
    void aTimeWithoutAMarkIsNoPromiseForADownload() {
        shop.mark(5, PRODUCT, ExclusionGround.DIGITAL);

        assertThat(shop.line(2, Nature.DIGITAL, null).objection()).isEqualTo(excluded(ExclusionGround.DIGITAL));
        assertThat(shop.line(6, Nature.DIGITAL, null).objection()).isEqualTo(excluded(ExclusionGround.DIGITAL));
        shop.remove(7, PRODUCT);
        assertThat(shop.line(2, Nature.DIGITAL, null).objection()).isEqualTo(Objection.general("rtn.objection.line.digital"));
    }

    @Test
    void aDownloadThatWasReturnableStaysIt() {
        shop.mark(1, PRODUCT, null);
        shop.remove(5, PRODUCT);
        shop.mark(6, PRODUCT, ExclusionGround.DIGITAL);

        assertThat(shop.line(2, Nature.DIGITAL, null).returnable()).isPositive();
        assertThat(shop.line(7, Nature.DIGITAL, null).objection()).isEqualTo(excluded(ExclusionGround.DIGITAL));
    }

    @Test
    void whatHasAlwaysHeldCountsForAllOrders() {
        shop.markAlways(PRODUCT, ExclusionGround.HYGIENE);

        assertThat(shop.comesBack(0)).isFalse();
        shop.remove(5, PRODUCT);
        assertThat(shop.comesBack(0)).isTrue();
    }

    @Test
    void anOrderWithoutADateMayBeOfAnyTime() {
        shop.mark(5, PRODUCT, ExclusionGround.HYGIENE);

        assertThat(shop.assess(null, Nature.PHYSICAL, BUNDLE).returnable()).isPositive();
    }

    /** Against what was in force hour by hour, as it was written down at the time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverMerchantsDoAnOrderHasTheMostGenerousOfWhatWasInForce(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            Shop some = new Shop();
            for (long thing : MARKABLE) {
                if (random.nextInt(4) == 0) {
                    some.markAlways(thing, random.nextBoolean() ? ExclusionGround.HYGIENE : null);
                }
            }
            int end = 1 + random.nextInt(20);
            for (int hour = 1; hour <= end; hour++) {
                for (int change = random.nextInt(3); change > 0; change--) {
                    long thing = MARKABLE.get(random.nextInt(MARKABLE.size()));
                    some.remove(hour, thing);
                    int next = random.nextInt(3);
                    if (next > 0) {
                        some.mark(hour, thing, next == 1 ? ExclusionGround.PERISHABLE : null);
                    }
                }
            }
            for (Nature nature : List.of(Nature.PHYSICAL, Nature.DIGITAL)) {
                for (Long bundle : new Long[] {null, BUNDLE}) {
                    for (int hour = 0; hour <= end + 1; hour++) {
                        assertThat(some.line(hour, nature, bundle).returnable() > 0)
                            .as("seed %d, round %d, hour %d, %s, bundle %s: %s", seed, round, hour, nature, bundle, some.all)
                            .isEqualTo(some.promised(hour, nature, bundle));
                    }
                }
            }
        }
    }

    private static Objection excluded(ExclusionGround ground) {
        return Objection.general("rtn.objection.line.excluded." + ground);
    }

    /** What its merchants have marked, and an account of what was in force when. Changes are made on the hour, orders half an hour later. */
    private static final class Shop {

        final List<HeldMark> all = new ArrayList<>();
        private final Map<Integer, Map<Long, Boolean>> account = new HashMap<>(Map.of(0, Map.of()));
        private int now;
        private final ReturnPolicy policy;
        private List<OrderedLine> lines;

        Shop() {
            ShopOrders orders = mock(ShopOrders.class, withSettings().stubOnly());
            when(orders.linesOf(any(Order.class))).thenAnswer(call -> lines);
            HeldMarks stored = new HeldMarks(mock(DataSource.class), null) {
                @Override
                List<HeldMark> on(Collection<Long> products, Instant since) {
                    return InheritedMarksUnitTests.among(all, products, since);
                }
            };
            InheritedMarksUnitTests.Catalogue catalogue = new InheritedMarksUnitTests.Catalogue();
            catalogue.holding.putAll(Map.of(PRODUCT, Set.of(CATEGORY), BUNDLE, Set.of(21L)));
            catalogue.above.putAll(Map.of(CATEGORY, Set.of(20L), 20L, Set.of(ROOT), 21L, Set.of(ROOT)));
            ProductMarks marks = new InheritedMarks(stored, catalogue);
            policy = new ReturnPolicy(orders, List.of(new OnlyPhysicalGoods(marks), new NotExcluded(marks)));
        }

        void mark(int hour, long thing, ExclusionGround ground) {
            add(thing, ground, moment(hour));
            write(hour, thing, ground == null);
        }

        void markAlways(long thing, ExclusionGround ground) {
            add(thing, ground, Instant.MIN);
            write(0, thing, ground == null);
        }

        private void add(long thing, ExclusionGround ground, Instant from) {
            all.add(new HeldMark(thing < ROOT ? thing : null, thing < ROOT ? null : thing,
                ground == null ? Mark.RETURNABLE : Mark.excluded(ground, null), from, null));
        }

        void remove(int hour, long thing) {
            Predicate<HeldMark> held = mark -> mark.until() == null && Long.valueOf(thing).equals(thing < ROOT ? mark.product() : mark.category());
            List<HeldMark> ended = all.stream().filter(held).toList();
            all.removeAll(ended);
            ended.stream().filter(mark -> mark.from().isBefore(moment(hour)))
                .forEach(mark -> all.add(new HeldMark(mark.product(), mark.category(), mark.mark(), mark.from(), moment(hour))));
            write(hour, thing, null);
        }

        private void write(int hour, long thing, Boolean returnable) {
            Map<Long, Boolean> marks = new HashMap<>(at(hour));
            marks.remove(thing);
            if (returnable != null) {
                marks.put(thing, returnable);
            }
            account.put(hour, marks);
            now = Math.max(now, hour);
        }

        private Map<Long, Boolean> at(int hour) {
            return Stream.iterate(hour, earlier -> earlier - 1).filter(account::containsKey).findFirst().map(account::get).orElseThrow();
        }

        boolean promised(int hour, Nature nature, Long bundle) {
            return Stream.iterate(hour, later -> later <= Math.max(now, hour), later -> later + 1).map(this::at).anyMatch(marks -> {
                Optional<Boolean> product = nearest(PRODUCT, marks);
                return product.orElse(nature == Nature.PHYSICAL) && (bundle == null || nearest(bundle, marks).orElse(true));
            });
        }

        private static Optional<Boolean> nearest(long thing, Map<Long, Boolean> marks) {
            return NEAREST_FIRST.get(thing).stream().filter(marks::containsKey).findFirst().map(marks::get);
        }

        boolean comesBack(int hour) {
            return line(hour, Nature.PHYSICAL, BUNDLE).returnable() > 0;
        }

        EligibleLine line(int hour, Nature nature, Long bundle) {
            return assess(Date.from(moment(hour).plusSeconds(1800)), nature, bundle);
        }

        EligibleLine assess(Date submitted, Nature nature, Long bundle) {
            Order order = new OrderImpl();
            order.setSubmitDate(submitted);
            lines = List.of(new OrderedLine(9L, () -> null, "Article", null, 1, nature, PRODUCT, bundle));
            return policy.assess(new OrderSituation(order, Map.of(), 0, Map.of(), moment(now + 1))).lines().get(0);
        }

        private static Instant moment(int hour) {
            return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(3600L * hour);
        }
    }
}
