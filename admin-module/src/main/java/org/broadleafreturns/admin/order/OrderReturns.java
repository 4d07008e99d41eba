package org.broadleafreturns.admin.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.openadmin.web.controller.AbstractAdminAbstractControllerExtensionHandler;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.delivery.GroupContent;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.OrderView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.ShownPart;
import org.springframework.ui.Model;

/** Puts the panel with an order's returns below the platform's form for the order. */
class OrderReturns extends AbstractAdminAbstractControllerExtensionHandler {

    private final ReturnAccess access;
    private final ReturnLookup returns;
    private final ReturnViews views;
    private final DeliveryService deliveries;
    private final PanelParts parts;
    private final MerchantWords words;

    OrderReturns(ReturnAccess access, ReturnLookup returns, ReturnViews views, DeliveryService deliveries, PanelParts parts,
            MerchantWords words) {
        this.access = access;
        this.returns = returns;
        this.views = views;
        this.deliveries = deliveries;
        this.parts = parts;
        this.words = words;
    }

    @Override
    public ExtensionResultStatusType setAdditionalModelAttributes(Model model, String sectionKey) {
        Optional<Long> shown = orderShown(model);
        if (shown.isEmpty() || !access.mayRead()) {
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        model.addAttribute("entityFormTemplatePath", "rtn/orderForm");
        model.addAttribute("rtnReturns", List.of());
        model.addAttribute("rtnParts", List.of());
        model.addAttribute("rtnWords", words);
        returns.order(shown.get()).ifPresent(order -> show(order, model));
        return ExtensionResultStatusType.HANDLED_CONTINUE;
    }

    private static Optional<Long> orderShown(Model model) {
        if (model.asMap().get("entityForm") instanceof EntityForm form && form.getId() != null
                && Order.class.getName().equals(form.getCeilingEntityClassname()) && form.getId().matches("[0-9]{1,18}")) {
            return Optional.of(Long.valueOf(form.getId()));
        }
        return Optional.empty();
    }

    private void show(Order order, Model model) {
        boolean mayChange = access.mayChange();
        List<GroupContent> contents = order.getSubmitDate() == null ? List.of() : deliveries.contents(order.getId());
        OrderView view = views.ofOrder(order.getId(),
            contents.stream().flatMap(group -> group.parts().stream()).map(GroupContent.Part::itemId).toList(), words.locale());
        PanelOrder panel = new PanelOrder(order.getId(), order.getSubmitDate(), contents, view.details(), returns.standing(order),
            mayChange);
        model.addAttribute("rtnOrder", panel);
        model.addAttribute("rtnParts", parts.of(panel));
        model.addAttribute("rtnReturns", view.returns().isEmpty() ? List.of() : panels(panel, view.returns()));
    }

    private List<ReturnPanel> panels(PanelOrder order, List<MerchantReturnView> shown) {
        Actor merchant = access.merchant();
        Map<Long, Map<ReturnPart.Place, List<ShownPart>>> pieces = parts.of(order, shown);
        return shown.stream().map(MerchantReturnView::shown).map(view -> {
            Map<ReturnPart.Place, List<ShownPart>> places = pieces.get(view.id());
            return new ReturnPanel(view, order.mayChange() && !view.nextStatuses(merchant).isEmpty(),
                order.mayChange() && view.status().isRunning(),
                places.get(ReturnPart.Place.ABOVE_FACTS), places.get(ReturnPart.Place.FACTS),
                places.get(ReturnPart.Place.BELOW_FACTS));
        }).toList();
    }
}
