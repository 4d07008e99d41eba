package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.broadleafreturns.core.settings.ReturnsSettings;

/**
 * What can be put right of a return. Who asks for more than before is asked by the rules that hold where a merchant creates a
 * return, as if this one were not there; who asks for less, by none.
 */
class CorrectionRules {

    private final ShopOrders orders;
    private final OrderSituations situations;
    private final ReturnPolicy policy;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;

    CorrectionRules(ShopOrders orders, OrderSituations situations, ReturnPolicy policy, ReturnChoices choices,
            ReturnsSettings settings) {
        this.orders = orders;
        this.situations = situations;
        this.policy = policy;
        this.choices = choices;
        this.settings = settings;
    }

    /** What of the order can be in a return, in all, as far as its other returns leave it. */
    Eligibility eligibility(ReturnReference which) {
        return policy.assessForMerchant(situations.without(order(which.orderId()), which.id()));
    }

    private Order order(Long orderId) {
        return orders.findById(orderId).orElseThrow(ReturnNotFoundException::new);
    }

    /** What stands against it now, beside the workflow; empty if nothing does. */
    List<Objection> objections(ReturnRequest request, Correction correction) {
        if (!request.isCorrectable()) {
            return List.of(Objection.general("rtn.objection.correct.decided"));
        }
        return new Check(request, correction).objections();
    }

    /** Whether nothing would be left, so that the return is called off. */
    static boolean leavesNothing(ReturnRequest request, Correction correction) {
        Set<Long> takenOut = correction.lines().stream().filter(line -> line.requested() == 0).map(Correction.Line::lineId)
            .collect(Collectors.toSet());
        return correction.added().isEmpty() && request.getLines().stream().allMatch(line -> takenOut.contains(line.getId()));
    }

    /** How the lines that it names would stand, by the line's identifier. Only where nothing is wrong with it. */
    static Map<Long, LineStanding> standings(ReturnRequest request, Correction correction) {
        Map<Long, ReturnLine> lines = byIdentifier(request);
        Map<Long, LineStanding> standings = new LinkedHashMap<>();
        correction.lines().forEach(said -> standings.put(said.lineId(), standing(lines.get(said.lineId()), said)));
        return standings;
    }

    private static Map<Long, ReturnLine> byIdentifier(ReturnRequest request) {
        return request.getLines().stream().collect(Collectors.toMap(ReturnLine::getId, Function.identity()));
    }

    private static LineStanding standing(ReturnLine line, Correction.Line said) {
        return said.requested() == 0 ? LineStanding.takenOut(line.getReasonCode())
            : new LineStanding(said.requested(), said.reasonCode(), received(line, said));
    }

    private static ReceivedUnits received(ReturnLine line, Correction.Line said) {
        if (said.received() == null) {
            return line.standing().received();
        }
        Map<String, Integer> byCondition = new LinkedHashMap<>();
        said.received().stream().filter(heap -> heap.units() > 0 && heap.condition() != null)
            .forEach(heap -> byCondition.merge(heap.condition(), heap.units(), Integer::sum));
        return new ReceivedUnits(said.received().stream().mapToInt(Correction.Heap::units).sum(), byCondition);
    }

    /** What it would bring into the return. Only where nothing is wrong with it. */
    List<AddedLine> added(ReturnRequest request, Correction correction) {
        if (correction.added().isEmpty()) {
            return List.of();
        }
        Map<Long, OrderedLine> ordered = orders.linesOf(order(request.getOrderId())).stream()
            .collect(Collectors.toMap(OrderedLine::itemId, Function.identity()));
        return correction.added().stream().map(line -> new AddedLine(ordered.get(line.orderItemId()),
            new LineStanding(line.quantity(), line.reasonCode(), ReceivedUnits.NONE))).toList();
    }

    /** What it would change, line by line, with the names that the lines themselves have. Only where nothing is wrong with it. */
    List<CorrectedLine> changes(ReturnRequest request, Correction correction) {
        Map<Long, LineStanding> standings = standings(request, correction);
        List<CorrectedLine> changes = new ArrayList<>();
        request.getLines().stream().filter(line -> standings.containsKey(line.getId())).forEach(line -> changes.add(
            new CorrectedLine(line.getOrderItemId(), line.getArticleName(), line.standing(), standings.get(line.getId()))));
        added(request, correction).forEach(line -> changes.add(new CorrectedLine(line.ordered().itemId(), line.ordered().name(),
            LineStanding.takenOut(line.standing().reasonCode()), line.standing())));
        return changes.stream().filter(CorrectedLine::isChange).toList();
    }

    /** One look at what was entered. */
    private final class Check {

        private final ReturnRequest request;
        private final Correction correction;
        private final List<Objection> objections = new ArrayList<>();
        private boolean commentAsked;
        private Eligibility eligibility;

        Check(ReturnRequest request, Correction correction) {
            this.request = request;
            this.correction = correction;
        }

        List<Objection> objections() {
            Map<Long, ReturnLine> lines = byIdentifier(request);
            if (namesOthers(lines.keySet())) {
                return List.of(Objection.general("rtn.objection.line.unknown"));
            }
            correction.lines().forEach(said -> check(lines.get(said.lineId()), said));
            correction.added().forEach(this::check);
            checkTexts();
            if (objections.isEmpty() && changes(request, correction).isEmpty()) {
                objections.add(Objection.general("rtn.objection.correct.nothing"));
            }
            return objections;
        }

        /** Lines of other returns or orders, and some twice; there can be any number of them, of which one word is enough. */
        private boolean namesOthers(Set<Long> lines) {
            Set<Long> seen = new HashSet<>();
            Set<Long> items = request.getLines().stream().map(ReturnLine::getOrderItemId).collect(Collectors.toSet());
            return !correction.lines().stream().allMatch(line -> lines.contains(line.lineId()) && seen.add(line.lineId()))
                || !correction.added().stream().allMatch(line -> items.add(line.orderItemId())
                    && eligibility().lineOf(line.orderItemId()).isPresent());
        }

        private void checkTexts() {
            if (Texts.orNull(correction.note()) == null) {
                objections.add(Objection.to("note", "rtn.objection.correct.note"));
            }
            Texts.objectionTo("note", correction.note()).ifPresent(objections::add);
            Texts.objectionTo("message", correction.message()).ifPresent(objections::add);
            Texts.objectionTo("comment", correction.comment()).ifPresent(objections::add);
            if (commentAsked && request.getComment() == null && Texts.orNull(correction.comment()) == null) {
                objections.add(Objection.to("comment", "rtn.objection.comment.missing"));
            }
        }

        private void check(ReturnLine line, Correction.Line said) {
            String quantity = Correction.quantity(said);
            if (said.requested() < 0) {
                objections.add(Objection.to(quantity, "rtn.objection.correct.quantity"));
                return;
            }
            if (said.requested() > line.getQuantityRequested()) {
                checkMore(quantity, line.getOrderItemId(), said.requested());
            }
            if (said.requested() > 0 && !line.getReasonCode().equals(said.reasonCode())) {
                checkReason(Correction.reason(said), said.reasonCode());
            }
            checkReceived(line, said, line.getQuantityRequested() > said.requested());
        }

        private void checkReceived(ReturnLine line, Correction.Line said, boolean fewer) {
            List<Correction.Heap> heaps = said.received() == null ? List.of() : said.received();
            int most = request.getStatus() == ReturnStatus.RECEIVED ? Math.max(said.requested(), line.getQuantityRequested()) : 0;
            long units = said.received() == null ? line.getQuantityReceived() : 0;
            boolean readable = true;
            for (int heap = 1; heap <= heaps.size(); heap++) {
                int some = heaps.get(heap - 1).units();
                if (some < 0 || some > most) {
                    objections.add(Objection.to(Correction.heap(said, heap), "rtn.objection.received.range", most));
                    readable = false;
                } else if (some > 0 && isGone(heaps.get(heap - 1), line)) {
                    objections.add(Objection.to(Correction.condition(said, heap), "rtn.objection.condition.gone"));
                }
                units += Math.max(0, some);
            }
            if (readable && units + line.getQuantityKept() > said.requested()) {
                objections.add(fewer
                    ? Objection.to(Correction.quantity(said), "rtn.objection.correct.belowReceived", units + line.getQuantityKept())
                    : Objection.to(Correction.heap(said, 1), "rtn.objection.correct.received.tooMany", said.requested()));
            }
        }

        /** What was noted of a line can stay, on offer or not. */
        private boolean isGone(Correction.Heap heap, ReturnLine line) {
            return heap.condition() != null && line.conditions().getOrDefault(heap.condition(), 0) < heap.units()
                && choices.condition(heap.condition(), settings.defaultLanguage()).filter(Choice::active).isEmpty();
        }

        private void check(SubmitReturn.Line added) {
            if (added.quantity() < 1) {
                objections.add(Objection.to(Correction.quantity(added), "rtn.objection.quantity.notPositive"));
            } else {
                checkMore(Correction.quantity(added), added.orderItemId(), added.quantity());
            }
            checkReason(Correction.reason(added), added.reasonCode());
        }

        private void checkMore(String field, Long itemId, int wanted) {
            Optional<EligibleLine> eligible = eligibility().lineOf(itemId);
            if (eligible.isEmpty()) {
                objections.add(Objection.to(field, "rtn.objection.line.removed"));
            } else if (eligible.get().objection() != null) {
                Objection why = eligible.get().objection();
                objections.add(Objection.to(field, why.code(), why.arguments().toArray()));
            } else if (wanted > eligible.get().returnable()) {
                objections.add(Objection.to(field, "rtn.objection.quantity.tooMany", Math.max(0, eligible.get().returnable())));
            }
        }

        private void checkReason(String field, String code) {
            Optional<Choice> reason = code == null ? Optional.empty()
                : choices.reason(code, settings.defaultLanguage()).filter(Choice::active);
            if (reason.isEmpty()) {
                objections.add(Objection.to(field, code == null ? "rtn.objection.reason.missing" : "rtn.objection.refusal.gone"));
            }
            commentAsked |= reason.filter(Choice::commentRequired).isPresent();
        }

        /** Asked for only where somebody wants more. */
        private Eligibility eligibility() {
            if (eligibility == null) {
                eligibility = CorrectionRules.this.eligibility(ReturnReference.to(request));
            }
            return eligibility;
        }
    }
}
