package org.broadleafreturns.admin.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.openadmin.web.controller.AbstractAdminAbstractControllerExtensionHandler;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.delivery.DeliveryPanels;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.request.Actor;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;

/** Puts the panel with an order's returns below the platform's form for the order. */
class OrderReturns extends AbstractAdminAbstractControllerExtensionHandler {

    private final ReturnAccess access;
    private final ReturnLookup returns;
    private final Outbox outbox;
    private final DeliveryPanels deliveries;
    private final MerchantWords words;

    OrderReturns(ReturnAccess access, ReturnLookup returns, Outbox outbox, DeliveryPanels deliveries, MerchantWords words) {
        this.access = access;
        this.returns = returns;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.words = words;
    }

    @Override
    public ExtensionResultStatusType setAdditionalModelAttributes(Model model, String sectionKey) {
        Optional<Long> order = orderShown(model);
        if (order.isEmpty() || !access.mayRead()) {
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        model.addAttribute("entityFormTemplatePath", "rtn/orderForm");
        List<ReturnRequest> requests = returns.ofOrder(order.get());
        model.addAttribute("rtnReturns", panels(requests));
        model.addAttribute("rtnDetails", returns.detailsOfLines(requests, LocaleContextHolder.getLocale()));
        model.addAttribute("rtnChanges", returns.changes(order.get()));
        returns.order(order.get()).ifPresent(found -> {
            model.addAttribute("rtnOrderId", found.getId());
            model.addAttribute("rtnDeliveries", deliveries.of(found));
            model.addAttribute("rtnMayChange", access.mayChange());
            model.addAttribute("rtnCreatable",
                access.mayChange() && returns.eligibilityForMerchant(found).objection() == null);
        });
        model.addAttribute("rtnWords", words);
        return ExtensionResultStatusType.HANDLED_CONTINUE;
    }

    private static Optional<Long> orderShown(Model model) {
        if (model.asMap().get("entityForm") instanceof EntityForm form && form.getId() != null
                && Order.class.getName().equals(form.getCeilingEntityClassname()) && form.getId().matches("[0-9]{1,18}")) {
            return Optional.of(Long.valueOf(form.getId()));
        }
        return Optional.empty();
    }

    private List<ReturnPanel> panels(List<ReturnRequest> requests) {
        boolean mayChange = access.mayChange();
        Actor merchant = access.merchant();
        Map<String, List<OutgoingMail>> toShop = outbox.about(requests.stream().map(ReturnRequest::getNumber).toList());
        return requests.stream()
            .map(request -> new ReturnPanel(request, toShop.getOrDefault(request.getNumber(), List.of()),
                returns.mailAddress(request).orElse(null), mayChange,
                !request.nextStatuses(merchant).isEmpty()))
            .toList();
    }
}
