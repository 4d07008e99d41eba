package org.broadleafreturns.core.withdrawal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.delivery.Arrival;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.mail.WireAddress;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.request.UnsentUnits;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What merchants make of statements: a return of one, or of a return that runs already one that follows it. The shop's own rules do not
 * bind whoever has withdrawn, as far as merchants may pass over them; never are more units taken than were ordered.
 */
public class ReturnsOfStatements {

    private final WithdrawalStatements statements;
    private final WithdrawalLines lines;
    private final WithdrawalReturns returns;
    private final ReturnLookup lookup;
    private final ReturnViews views;
    private final DeliveryService deliveries;
    private final UnsentUnits unsent;
    private final ReturnSubmissionService submissions;
    private final ReturnSteps steps;
    private final TransactionTemplate reading;

    ReturnsOfStatements(WithdrawalStatements statements, WithdrawalLines lines, WithdrawalReturns returns, ReturnLookup lookup,
            ReturnViews views, DeliveryService deliveries, UnsentUnits unsent, ReturnSubmissionService submissions, ReturnSteps steps,
            PlatformTransactionManager transactionManager) {
        this.statements = statements;
        this.lines = lines;
        this.returns = returns;
        this.lookup = lookup;
        this.views = views;
        this.deliveries = deliveries;
        this.unsent = unsent;
        this.submissions = submissions;
        this.steps = steps;
        this.reading = new TransactionTemplate(transactionManager);
        this.reading.setReadOnly(true);
    }

    /**
     * The returns of a statement's order.
     *
     * @param following that follow the statement, the newest first
     * @param running that do not, and have units that it names
     */
    public record OfStatement(List<WithdrawnReturn> following, List<WithdrawnReturn> running) {
    }

    /** @throws ReturnNotFoundException if there is no statement of that number; the same holds for the others */
    public OfStatement of(String number, Locale reader) {
        return reading.execute(status -> {
            WithdrawalStatement statement = statements.named(number);
            if (statement.getOrderId() == null) {
                return new OfStatement(List.of(), List.of());
            }
            List<Long> following = returns.findOfStatement(statement.getId());
            Set<Long> named = named(statement).keySet();
            List<ReturnView> all = views.ofOrder(statement.getOrderId(), reader).stream().map(MerchantReturnView::shown).toList();
            return new OfStatement(shown(all, view -> following.contains(view.id())),
                shown(all, view -> !following.contains(view.id()) && view.status().isRunning()
                    && (named.isEmpty() || view.lines().stream().anyMatch(line -> named.contains(line.orderItemId())))));
        });
    }

    private static List<WithdrawnReturn> shown(List<ReturnView> all, Predicate<ReturnView> which) {
        return all.stream().filter(which).map(view -> new WithdrawnReturn(view.number(), view.orderId(), view.status(),
            view.lines().stream().map(line -> line.quantityRequested() + "\u00a0\u00d7 " + line.details().after(line.articleName())).toList()))
            .toList();
    }

    /**
     * What can be returned of a statement's order.
     *
     * @throws ReturnRefusedException if nobody knows which it is
     */
    public WithdrawalOffer offer(String number, Locale reader) {
        return reading.execute(status -> {
            WithdrawalStatement statement = statements.named(number);
            Order order = lookup.order(orderOf(statement)).orElseThrow(ReturnNotFoundException::new);
            Eligibility eligibility = lookup.eligibilityForMerchant(order);
            Map<Long, ArticleDetails> details =
                lookup.detailsOf(eligibility.lines().stream().map(line -> line.line().itemId()).toList(), reader);
            Map<Long, Arrival> arrivals = deliveries.arrivals(order.getId());
            Map<Long, Integer> named = named(statement);
            boolean all = statement.content(List.of()).isOfAll() && named.isEmpty();
            Map<Long, Integer> stated = eligibility.lines().stream().collect(Collectors.toMap(line -> line.line().itemId(),
                line -> all ? line.line().quantity() : named.getOrDefault(line.line().itemId(), 0), Integer::sum));
            Map<Long, Integer> wanted = eligibility.lines().stream().collect(Collectors.toMap(line -> line.line().itemId(),
                line -> Math.min(stated.get(line.line().itemId()), line.returnable()), Integer::sum));
            Map<Long, UnsentUnits.Some> here = unsent.of(order.getId(), wanted, null, arrivals);
            return new WithdrawalOffer(order.getId(), order.getOrderNumber(), eligibility.objection(), eligibility.lines().stream()
                .map(line -> line(line, details, stated, wanted, arrivals, here)).toList(),
                lookup.mailAddress(order).filter(WireAddress::isWritable).orElse(null));
        });
    }

    private static WithdrawalOffer.Line line(EligibleLine line, Map<Long, ArticleDetails> details, Map<Long, Integer> stated,
            Map<Long, Integer> wanted, Map<Long, Arrival> arrivals, Map<Long, UnsentUnits.Some> here) {
        Long item = line.line().itemId();
        boolean thing = line.line().nature() == OrderedLine.Nature.PHYSICAL;
        return new WithdrawalOffer.Line(item, details.get(item).after(line.line().name()), line.line().quantity(), stated.get(item),
            line.returnable(), wanted.get(item), line.objection(), line.waived(),
            thing ? arrivals.getOrDefault(item, Arrival.UNKNOWN).unshipped() : 0,
            thing && here.containsKey(item) ? here.get(item).toStop() : 0);
    }

    private Map<Long, Integer> named(WithdrawalStatement statement) {
        return lines.contentOf(statement).lines().stream()
            .collect(Collectors.toMap(WithdrawnLine::orderItemId, WithdrawnLine::quantity, Integer::sum));
    }

    /**
     * Makes a return of a statement, which follows from the law from its first moment.
     *
     * @throws ReturnRefusedException if something stands against it that nobody can pass over; objections are to
     *     {@code lines[17].quantity}, {@code refundType} and others as {@link ReturnSubmissionService#create} has them
     */
    public ReturnReference make(String number, MakeReturn made, Actor merchant) {
        WithdrawalStatement statement = reading.execute(status -> statements.named(number));
        List<SubmitReturn.Line> wanted = made.units().entrySet().stream().filter(units -> units.getValue() != 0)
            .sorted(Map.Entry.comparingByKey()).map(units -> new SubmitReturn.Line(units.getKey(), units.getValue(), made.reason()))
            .toList();
        Map<String, String> basis = Map.of("basis", "WITHDRAWAL", "basis.day", statement.stated().day().toString(), "basis.channel",
            statement.getChannel().name(), WithdrawalPart.NUMBER, statement.getNumber());
        return ReturnReference.to(submissions.create(new CreateReturn(orderOf(statement), wanted, made.refundType(), null, made.ground(),
            made.confirm(), made.key(), basis), merchant));
    }

    /**
     * Takes a return that runs for one that follows a statement. Once more changes nothing.
     *
     * @throws ReturnRefusedException if it is of another order, or does not run any more
     */
    public ReturnReference take(String number, String returnNumber, Actor merchant) {
        WithdrawalStatement statement = reading.execute(status -> statements.named(number));
        orderOf(statement);
        return ReturnReference.to(steps.execute(returnNumber, new TakenAsWithdrawal(statement, returns), merchant));
    }

    /** Which statements some returns follow, by the return's identifier: of several the first, since that one counts. */
    public Map<Long, FollowedStatement> followedBy(Collection<Long> some) {
        Map<Long, FollowedStatement> followed = new HashMap<>();
        if (!some.isEmpty()) {
            reading.executeWithoutResult(status -> returns.findStatements(some).forEach(row -> followed.putIfAbsent((Long) row[0],
                new FollowedStatement((String) row[1], new WithdrawalMoment((String) row[2], (String) row[3])))));
        }
        return followed;
    }

    private static Long orderOf(WithdrawalStatement statement) {
        if (statement.getOrderId() == null) {
            throw new ReturnRefusedException(List.of(Objection.general("rtn.objection.withdrawal.noOrder")));
        }
        return statement.getOrderId();
    }
}
