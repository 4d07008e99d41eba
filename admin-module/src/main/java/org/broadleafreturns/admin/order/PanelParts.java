package org.broadleafreturns.admin.order;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Of each return, by its identifier, place by place. */
    Map<Long, Map<ReturnPart.Place, List<ShownPart>>> of(PanelOrder order, List<MerchantReturnView> returns) {
        Map<Long, Map<ReturnPart.Place, List<ShownPart>>> shown = new HashMap<>();
        returns.forEach(view -> {
            Map<ReturnPart.Place, List<ShownPart>> places = new EnumMap<>(ReturnPart.Place.class);
            for (ReturnPart.Place place : ReturnPart.Place.values()) {
                places.put(place, new ArrayList<>());
            }
            shown.put(view.shown().id(), places);
        });
        for (ReturnPart part : ofReturns) {
            ShownPart.unlessItFails(part.template(), () -> part.models(order, returns)).ifPresent(models -> returns.forEach(view -> {
                Object model = models.get(view.shown().id());
                if (model != null) {
                    shown.get(view.shown().id()).get(part.place()).add(new ShownPart(part.template(), model));
                }
            }));
        }
        return shown;
    }
}
