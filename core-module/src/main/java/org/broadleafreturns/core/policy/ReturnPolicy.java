package org.broadleafreturns.core.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;

/** Asks every {@link ReturnRule} of the shop; the form that shows and the service that decides ask this one policy. */
@ForIntegrators
public class ReturnPolicy {

    private final ShopOrders orders;
    private final List<ReturnRule> rules;

    public ReturnPolicy(ShopOrders orders, List<ReturnRule> rules) {
        this.orders = orders;
        this.rules = List.copyOf(rules);
    }

    /** What a shopper can return of an order. */
    public Eligibility assess(OrderSituation situation) {
        return assess(situation, rule -> false);
    }

    /** What a merchant can return of an order for a customer; what would keep the customer from it is told as waived. */
    public Eligibility assessForMerchant(OrderSituation situation) {
        return assess(situation, ReturnRule::waivable);
    }

    /**
     * Why a merchant can return nothing of an order whatever the line; empty if nothing stands against that. Reads none of its
     * lines: rules are asked as they are, not {@linkplain ReturnRule#about made ready} for any.
     */
    public Optional<Objection> objectionForMerchant(OrderSituation situation) {
        return first(rules, rule -> !rule.waivable(), rule -> rule.againstOrder(situation));
    }

    /** The last day on which something of an order that a parcel can bring back can be returned, or could; empty if there is none. */
    public Optional<LocalDate> lastDay(OrderSituation situation) {
        List<OrderedLine> ordered = orders.linesOf(situation.order());
        List<ReturnRule> ready = ready(ordered, List.of(situation));
        return ordered.stream().filter(line -> line.nature() == OrderedLine.Nature.PHYSICAL)
            .flatMap(line -> lastDay(ready, situation, line).stream()).max(Comparator.naturalOrder());
    }

    /**
     * What shoppers can return of several orders. Whatever a rule looks up, it looks up once for all of them.
     *
     * @return by identifier of the order
     */
    public Map<Long, Eligibility> assess(Collection<OrderSituation> situations) {
        Map<Long, List<OrderedLine>> ordered = orders.linesOf(situations.stream().map(OrderSituation::order).toList());
        List<ReturnRule> ready = ready(ordered.values().stream().flatMap(List::stream).toList(), situations);
        return situations.stream().collect(Collectors.toMap(situation -> situation.order().getId(),
            situation -> assess(ready, situation, ordered.get(situation.order().getId()), rule -> false)));
    }

    private Eligibility assess(OrderSituation situation, Predicate<ReturnRule> waived) {
        List<OrderedLine> ordered = orders.linesOf(situation.order());
        return assess(ready(ordered, List.of(situation)), situation, ordered, waived);
    }

    private List<ReturnRule> ready(List<OrderedLine> lines, Collection<OrderSituation> situations) {
        return rules.stream().map(rule -> rule.about(lines, situations)).toList();
    }

    private static Eligibility assess(List<ReturnRule> ready, OrderSituation situation, List<OrderedLine> ordered,
            Predicate<ReturnRule> waived) {
        Function<ReturnRule, Optional<Objection>> question = rule -> rule.againstOrder(situation);
        Optional<Objection> toOrder = first(ready, waived.negate(), question);
        List<EligibleLine> lines = ordered.stream().map(line -> assess(ready, situation, line, waived, toOrder)).toList();
        return new Eligibility(toOrder.orElse(null), lines, first(ready, waived, question).orElse(null));
    }

    private static EligibleLine assess(List<ReturnRule> rules, OrderSituation situation, OrderedLine line,
            Predicate<ReturnRule> waived, Optional<Objection> toOrder) {
        Function<ReturnRule, Optional<Objection>> question = rule -> rule.againstLine(situation, line);
        Optional<Objection> objection = toOrder.or(() -> first(rules, waived.negate(), question));
        LocalDate lastDay = lastDay(rules, situation, line).orElse(null);
        Optional<Objection> passedOver = first(rules, waived, question);
        int returnable = objection.isPresent() ? 0 : units(rules.stream().filter(waived.negate()), situation, line);
        return new EligibleLine(line, returnable, objection.orElse(null), lastDay, passedOver.orElse(null),
            passedOver.isPresent() ? 0 : Math.min(returnable, Math.max(0, units(rules.stream(), situation, line))));
    }

    private static Optional<LocalDate> lastDay(List<ReturnRule> rules, OrderSituation situation, OrderedLine line) {
        return rules.stream().flatMap(rule -> rule.lastDayOf(situation, line).stream()).min(Comparator.naturalOrder());
    }

    /** How many units of a line are left that all of these rules let be returned. */
    private static int units(Stream<ReturnRule> rules, OrderSituation situation, OrderedLine line) {
        return Math.min(line.quantity(), rules.mapToInt(rule -> rule.unitsOf(situation, line)).min().orElse(line.quantity()))
            - situation.taken(line);
    }

    private static Optional<Objection> first(List<ReturnRule> rules, Predicate<ReturnRule> which,
            Function<ReturnRule, Optional<Objection>> question) {
        Stream<Objection> objections = rules.stream().filter(which).flatMap(rule -> question.apply(rule).stream());
        return objections.findFirst();
    }
}
