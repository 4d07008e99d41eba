package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.context.i18n.LocaleContextHolder;

/** How many units are accepted: no more than were asked for, and than the order and its other returns leave. */
class AcceptedUnitsPart implements StepPart {

    private final ShopOrders orders;
    private final TakenQuantities taken;

    AcceptedUnitsPart(ShopOrders orders, TakenQuantities taken) {
        this.orders = orders;
        this.taken = taken;
    }

    @Override
    public String name() {
        return "accepted";
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        EnteredGoods goods = EnteredGoods.of(step);
        if (step.to() == ReturnStatus.ACCEPTED) {
            return objectionsToMissing(step, goods);
        }
        if (step.to() != ReturnStatus.PARTIALLY_ACCEPTED) {
            return List.of();
        }
        List<Objection> objections = new ArrayList<>();
        Map<Long, Integer> acceptedByLine = step.change().acceptedByLine();
        int accepted = 0;
        for (ReturnLine line : step.request().getLines()) {
            int quantity = acceptedByLine.getOrDefault(line.getId(), 0);
            if (quantity < 0 || quantity > goods.present(line)) {
                objections.add(Objection.to("accepted[" + line.getId() + "]", "rtn.objection.accepted.range", goods.present(line)));
            }
            accepted += quantity;
        }
        boolean allKnown = step.request().getLines().stream().map(ReturnLine::getId).toList().containsAll(acceptedByLine.keySet());
        if (!allKnown) {
            objections.add(Objection.general("rtn.objection.line.unknown"));
        }
        if (objections.isEmpty() && accepted == 0) {
            objections.add(Objection.to("accepted", "rtn.objection.accepted.none"));
        }
        if (objections.isEmpty() && accepted == step.request().getArticleCount()) {
            objections.add(Objection.to("accepted", "rtn.objection.accepted.all"));
        }
        return objections;
    }

    /** Accepted is what was asked for: of what has not come somebody has to say that it need not. */
    private static List<Objection> objectionsToMissing(EnteredStep step, EnteredGoods goods) {
        return step.request().getLines().stream().filter(line -> goods.refused(line) < 0)
            .map(line -> Objection.to(EnteredGoods.heap(line, 1), "rtn.objection.accepted.missing", -goods.refused(line))).toList();
    }

    @Override
    public List<Objection> objectionsByNow(EnteredStep step) {
        if (StatusWorkflow.isReopening(step.request().getStatus(), step.to())) {
            return reopeningObjections(step.request());
        }
        boolean accepts = step.to() == ReturnStatus.ACCEPTED || step.to() == ReturnStatus.PARTIALLY_ACCEPTED;
        return accepts && objections(step).isEmpty() ? reductionObjections(step) : List.of();
    }

    /** The units that were refused must not be in another return by now. */
    private List<Objection> reopeningObjections(ReturnRequest request) {
        Map<Long, Integer> others = taken.without(request.getOrderId(), request.getId());
        Map<Long, Integer> ordered = orders.unitsOf(request.getOrderId());
        // Where only the order was reduced, the decision can be made anew, for what the order still has.
        Predicate<ReturnLine> inOthers = line -> others.getOrDefault(line.getOrderItemId(), 0) > 0
            && others.get(line.getOrderItemId()) + line.getQuantityRequested() > ordered.getOrDefault(line.getOrderItemId(), 0);
        List<Objection> objections = new ArrayList<>();
        names(request.getLines().stream().filter(inOthers).toList()).values()
            .forEach(name -> objections.add(Objection.to("status", "rtn.objection.reopen.quantityTaken", name)));
        return objections;
    }

    /** An order can be reduced after a return was requested. What it no longer has is not accepted, but it can be refused. */
    private List<Objection> reductionObjections(EnteredStep step) {
        ReturnRequest request = step.request();
        List<Objection> objections = new ArrayList<>();
        Map<Long, Integer> ordered = orders.unitsOf(request.getOrderId());
        Map<Long, Integer> elsewhere = taken.heldWithout(request.getOrderId(), request.getId());
        ToIntFunction<ReturnLine> left = line -> Math.max(0,
            ordered.getOrDefault(line.getOrderItemId(), 0) - elsewhere.getOrDefault(line.getOrderItemId(), 0));
        Predicate<ReturnLine> tooMany = line ->
            line.acceptedWith(step.to(), step.change().acceptedByLine()) > left.applyAsInt(line);
        names(request.getLines().stream().filter(tooMany).toList())
            .forEach((line, name) -> objections.add(Objection.to(
                step.to() == ReturnStatus.ACCEPTED ? "status" : "accepted[" + line.getId() + "]",
                "rtn.objection.accepted.reduced", name, left.applyAsInt(line))));
        return objections;
    }

    /** What the articles are called, told apart from others of their name, in the order of the lines. */
    private Map<ReturnLine, String> names(List<ReturnLine> lines) {
        Map<Long, ArticleDetails> details = lines.isEmpty() ? Map.of()
            : orders.detailsOf(lines.stream().map(ReturnLine::getOrderItemId).toList(), LocaleContextHolder.getLocale());
        Map<ReturnLine, String> names = new LinkedHashMap<>();
        lines.forEach(line -> names.put(line, line.articleWith(details)));
        return names;
    }
}
