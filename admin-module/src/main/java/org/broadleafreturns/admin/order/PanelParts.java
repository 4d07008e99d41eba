package org.broadleafreturns.admin.order;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.admin.panel.OrderPart;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.ShownPart;

/** The parts that the panel is made of. One that fails is left out: the page of an order is there for more than that. */
class PanelParts {

    private final List<OrderPart> ofOrder;
    private final List<ReturnPart> ofReturns;

    PanelParts(List<OrderPart> ofOrder, List<ReturnPart> ofReturns) {
        this.ofOrder = ofOrder;
        this.ofReturns = ofReturns;
    }

    /** Above the returns. */
    List<ShownPart> of(PanelOrder order) {
        List<ShownPart> shown = new ArrayList<>();
        ofOrder.forEach(part -> ShownPart.unlessItFails(part.template(), () -> part.model(order)).flatMap(model -> model)
            .ifPresent(model -> shown.add(new ShownPart(part.template(), model))));
        return shown;
    }

    /** Of each return, by its identifier. */
    Map<Long, Pieces> of(PanelOrder order, List<MerchantReturnView> returns) {
        Map<Long, Pieces> pieces = new HashMap<>();
        returns.forEach(view -> pieces.put(view.shown().id(), new Pieces()));
        for (ReturnPart part : ofReturns) {
            ShownPart.unlessItFails(part.template(), () -> part.models(order, returns)).ifPresent(models -> returns.forEach(view -> {
                Object model = models.get(view.shown().id());
                if (model != null) {
                    pieces.get(view.shown().id()).add(part, model);
                }
            }));
        }
        return pieces;
    }

    /** What the parts show of one return, place by place, and what they say of it as a whole. */
    static final class Pieces {

        private final Map<ReturnPart.Place, List<ShownPart>> places = new EnumMap<>(ReturnPart.Place.class);
        private final List<String> brief = new ArrayList<>();
        private boolean pending;

        private void add(ReturnPart part, Object model) {
            places.computeIfAbsent(part.place(), place -> new ArrayList<>()).add(new ShownPart(part.template(), model));
            ShownPart.unlessItFails(part.template(), () -> Optional.ofNullable(part.brief(model))).flatMap(said -> said)
                .ifPresent(brief::add);
            pending |= ShownPart.unlessItFails(part.template(), () -> part.isPending(model)).orElse(false);
        }

        List<ShownPart> at(ReturnPart.Place place) {
            return places.getOrDefault(place, List.of());
        }

        /** What is said of it where there is but one line. */
        List<String> brief() {
            return brief;
        }

        /** Whether it waits for somebody, whatever its status is. */
        boolean isPending() {
            return pending;
        }
    }
}
