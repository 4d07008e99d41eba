package org.broadleafreturns.core.withdrawal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.PlacedOrder;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.NotExcluded;
import org.broadleafreturns.core.policy.OrderSituation;
import org.broadleafreturns.core.policy.ReturnRule;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.settings.ShopCalendar;

/** Compares a statement with the order that it is about. */
class WithdrawalAssessment {

    private static final String CANCELLED = "CANCELLED";

    private final ShopOrders orders;
    private final DeliveryService deliveries;
    private final UnsentOfStatements unsent;
    private final NotExcluded exclusions;
    private final WithdrawalPeriod period;
    private final WithdrawalTerms terms;
    private final ShopCalendar calendar;
    private final Clock clock;

    WithdrawalAssessment(ShopOrders orders, DeliveryService deliveries, UnsentOfStatements unsent, NotExcluded exclusions,
            WithdrawalPeriod period, WithdrawalTerms terms, ShopCalendar calendar, Clock clock) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.unsent = unsent;
        this.exclusions = exclusions;
        this.period = period;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param content what the statement says: the units that are withdrawn from; none for the whole order
     * @param second whether there is an earlier statement about the order
     */
    WithdrawalFindings of(PlacedOrder placed, WithdrawalStatement statement, WithdrawalContent content, boolean second, Locale reader) {
        LocalDate stated = statement.stated().day();
        Order order = orders.findById(placed.id()).orElseThrow();
        List<OrderedLine> all = orders.linesOf(order);
        Map<Long, Arrival> arrivals = deliveries.arrivals(placed.id());
        OrderSituation situation = new OrderSituation(order, placed.state(), Map.of(), 0, arrivals, clock.instant());
        ReturnRule excluded = exclusions.about(all, List.of(situation));
        Map<Long, ArticleDetails> details = orders.detailsOf(all.stream().map(OrderedLine::itemId).toList(), reader);
        Map<Long, Integer> units = units(all, content.lines());
        Map<Long, UnsentUnits.Some> here = unsent.of(statement.getId(), placed.id(), units, arrivals);
        List<String> places = Stream.concat(placed.countries().stream(), Stream.of(terms.holidays()).filter(place -> !place.isEmpty()))
            .toList();
        Optional<LocalDate> delivered = lastDelivery(all, arrivals);
        Optional<LocalDate> ordered = Optional.ofNullable(placed.state().submitDate()).map(calendar::dayOf);
        List<WithdrawalFindings.Line> lines = new ArrayList<>();
        for (OrderedLine line : all) {
            int quantity = units.getOrDefault(line.itemId(), 0);
            if (quantity > 0) {
                boolean thing = line.nature() == OrderedLine.Nature.PHYSICAL;
                LocalDate last = (thing ? delivered : ordered).map(day -> period.lastDay(day, places)).orElse(null);
                UnsentUnits.Some waiting = thing ? here.get(line.itemId()) : null;
                lines.add(new WithdrawalFindings.Line(line.itemId(),
                    details.getOrDefault(line.itemId(), ArticleDetails.NONE).after(line.name()), quantity, last,
                    last != null && stated.isAfter(last), excluded.againstLine(situation, line).orElse(null),
                    waiting == null ? 0 : waiting.unsent(), waiting == null ? 0 : waiting.toStop()));
            }
        }
        return new WithdrawalFindings(lines, flags(placed, lines, second));
    }

    private static Map<Long, Integer> units(List<OrderedLine> all, Collection<WithdrawnLine> picked) {
        return picked.isEmpty() ? all.stream().collect(Collectors.toMap(OrderedLine::itemId, OrderedLine::quantity, Integer::sum))
            : picked.stream().collect(Collectors.toMap(WithdrawnLine::orderItemId, WithdrawnLine::quantity, Integer::sum));
    }

    /**
     * Of all things of the order, since its period begins with the last one; empty while one of them is not known to have come. What was
     * removed from the order never comes.
     */
    private Optional<LocalDate> lastDelivery(List<OrderedLine> all, Map<Long, Arrival> arrivals) {
        List<Arrival> things = all.stream().filter(line -> line.nature() == OrderedLine.Nature.PHYSICAL && line.quantity() > 0)
            .map(line -> arrivals.getOrDefault(line.itemId(), Arrival.UNKNOWN)).toList();
        return things.isEmpty() || !things.stream().allMatch(Arrival::complete) ? Optional.empty()
            : things.stream().map(Arrival::latest).max(Instant::compareTo).map(Date::from).map(calendar::dayOf);
    }

    private Set<WithdrawalFlag> flags(PlacedOrder placed, List<WithdrawalFindings.Line> lines, boolean second) {
        Map<WithdrawalFlag, Boolean> found = Map.of(
            WithdrawalFlag.LATE, lines.stream().anyMatch(WithdrawalFindings.Line::late),
            WithdrawalFlag.EXCLUDED, lines.stream().anyMatch(line -> line.exclusion() != null),
            WithdrawalFlag.SECOND, second,
            WithdrawalFlag.NOT_SHIPPED, lines.stream().anyMatch(line -> line.toStop() > 0),
            WithdrawalFlag.CANCELLED, placed.state().status() != null && CANCELLED.equals(placed.state().status().getType()),
            WithdrawalFlag.COUNTRY, placed.countries().isEmpty() || !terms.countries().containsAll(placed.countries()));
        return found.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(WithdrawalFlag.class)));
    }
}
