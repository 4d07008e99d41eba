package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.context.i18n.LocaleContextHolder;

/** A status that somebody chose for a return, with what goes with it: a message, accepted units, a label. */
class StatusStep implements Step {

    private final StatusChange change;
    private final ReturnDocument label;
    private final ShopOrders orders;
    private final TakenQuantities taken;

    /** @param label the stored file, or null if there is none or it is not stored yet */
    StatusStep(StatusChange change, ReturnDocument label, ShopOrders orders, TakenQuantities taken) {
        this.change = change;
        this.label = label;
        this.orders = orders;
        this.taken = taken;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Optional<Integer> version() {
        return Optional.of(change.version());
    }

    @Override
    public ReturnStatus to(ReturnRequest request) {
        return change.to();
    }

    @Override
    public String message() {
        return Texts.orNull(change.message());
    }

    @Override
    public String note() {
        return Texts.orNull(change.note());
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        List<Objection> objections = new ArrayList<>();
        if (change.to() == null) {
            objections.add(Objection.to("status", "rtn.objection.status.missing"));
        } else if (!request.nextStatuses(actor).contains(change.to())) {
            objections.add(Objection.to("status", "rtn.objection.status.notAllowed"));
        } else {
            List<Objection> toQuantities = change.to() == ReturnStatus.PARTIALLY_ACCEPTED ? partialObjections(request) : List.of();
            objections.addAll(toQuantities.isEmpty() ? orderObjections(request) : toQuantities);
            objections.addAll(labelObjections(request));
        }
        Texts.objectionTo("message", change.message()).ifPresent(objections::add);
        Texts.objectionTo("note", change.note()).ifPresent(objections::add);
        return objections;
    }

    /** What other returns of the order, and the order as it is by now, have against it. */
    List<Objection> orderObjections(ReturnRequest request) {
        List<Objection> objections = new ArrayList<>(reopeningObjections(request));
        objections.addAll(reductionObjections(request));
        return objections;
    }

    private List<Objection> labelObjections(ReturnRequest request) {
        boolean aLabel = change.to() == ReturnStatus.LABEL_SENT;
        if (change.label() != null && !aLabel) {
            return List.of(Objection.to("label", "rtn.objection.label.otherStatus"));
        }
        return change.label() == null && aLabel && request.getStatus() == ReturnStatus.LABEL_SENT
            ? List.of(Objection.to("label", "rtn.objection.label.missing")) : List.of();
    }

    /** Taking back a decision needs a reason, and the units that were refused must not be in another return by now. */
    private List<Objection> reopeningObjections(ReturnRequest request) {
        if (!StatusWorkflow.isReopening(request.getStatus(), change.to())) {
            return List.of();
        }
        List<Objection> objections = new ArrayList<>();
        if (note() == null) {
            objections.add(Objection.to("note", "rtn.objection.note.missing"));
        }
        Map<Long, Integer> others = taken.without(request.getOrderId(), request.getId());
        Map<Long, Integer> ordered = orders.unitsOf(request.getOrderId());
        // Where only the order was reduced, the decision can be made anew, for what the order still has.
        Predicate<ReturnLine> inOthers = line -> others.getOrDefault(line.getOrderItemId(), 0) > 0
            && others.get(line.getOrderItemId()) + line.getQuantityRequested() > ordered.getOrDefault(line.getOrderItemId(), 0);
        names(request.getLines().stream().filter(inOthers).toList()).values()
            .forEach(name -> objections.add(Objection.to("status", "rtn.objection.reopen.quantityTaken", name)));
        return objections;
    }

    /** An order can be reduced after a return was requested. What it no longer has is not accepted, but it can be refused. */
    private List<Objection> reductionObjections(ReturnRequest request) {
        ReturnStatus to = change.to();
        if (to != ReturnStatus.ACCEPTED && to != ReturnStatus.PARTIALLY_ACCEPTED) {
            return List.of();
        }
        List<Objection> objections = new ArrayList<>();
        Map<Long, Integer> ordered = orders.unitsOf(request.getOrderId());
        Map<Long, Integer> elsewhere = taken.acceptedWithout(request.getOrderId(), request.getId());
        ToIntFunction<ReturnLine> left = line -> Math.max(0,
            ordered.getOrDefault(line.getOrderItemId(), 0) - elsewhere.getOrDefault(line.getOrderItemId(), 0));
        names(request.getLines().stream().filter(line -> acceptedOf(line) > left.applyAsInt(line)).toList())
            .forEach((line, name) -> objections.add(Objection.to(
                to == ReturnStatus.ACCEPTED ? "status" : "accepted[" + line.getId() + "]",
                "rtn.objection.accepted.reduced", name, left.applyAsInt(line))));
        return objections;
    }

    private int acceptedOf(ReturnLine line) {
        return line.acceptedWith(change.to(), change.acceptedByLine());
    }

    /** What the articles are called, told apart from others of their name, in the order of the lines. */
    private Map<ReturnLine, String> names(List<ReturnLine> lines) {
        Map<Long, ArticleDetails> details = lines.isEmpty() ? Map.of()
            : orders.detailsOf(lines.stream().map(ReturnLine::getOrderItemId).toList(), LocaleContextHolder.getLocale());
        Map<ReturnLine, String> names = new LinkedHashMap<>();
        lines.forEach(line -> names.put(line, line.articleWith(details)));
        return names;
    }

    private List<Objection> partialObjections(ReturnRequest request) {
        List<Objection> objections = new ArrayList<>();
        int accepted = 0;
        for (ReturnLine line : request.getLines()) {
            int quantity = change.acceptedByLine().getOrDefault(line.getId(), 0);
            if (quantity < 0 || quantity > line.getQuantityRequested()) {
                objections.add(Objection.to("accepted[" + line.getId() + "]", "rtn.objection.accepted.range",
                    line.getQuantityRequested()));
            }
            accepted += quantity;
        }
        boolean allKnown = request.getLines().stream().map(ReturnLine::getId).toList()
            .containsAll(change.acceptedByLine().keySet());
        if (!allKnown) {
            objections.add(Objection.general("rtn.objection.line.unknown"));
        }
        if (objections.isEmpty() && accepted == 0) {
            objections.add(Objection.to("accepted", "rtn.objection.accepted.none"));
        }
        if (objections.isEmpty() && accepted == request.getArticleCount()) {
            objections.add(Objection.to("accepted", "rtn.objection.accepted.all"));
        }
        return objections;
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        switch (change.to()) {
            case LABEL_SENT -> request.sendLabel(label, happening);
            case RECEIVED -> {
                if (request.getStatus().isDecision()) {
                    request.reopen(happening);
                } else {
                    request.receive(happening);
                }
            }
            case ACCEPTED -> request.accept(happening);
            case PARTIALLY_ACCEPTED -> request.decide(change.acceptedByLine(), happening);
            case REFUSED -> request.refuse(happening);
            case CANCELLED -> request.cancel(happening);
            case REQUESTED -> throw new IllegalStateException("Nothing leads back to a request");
        }
    }
}
