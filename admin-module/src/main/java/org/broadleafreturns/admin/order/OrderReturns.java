package org.broadleafreturns.admin.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.openadmin.web.controller.AbstractAdminAbstractControllerExtensionHandler;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.delivery.DeliveryPanels;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.delivery.GroupContent;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.mail.MailReport;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.request.OrderChanges;
import org.broadleafreturns.core.request.OrderStanding;
import org.broadleafreturns.core.request.ReturnLine;
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
        boolean mayChange = access.mayChange();
        List<ReturnRequest> requests = returns.ofOrder(order.get());
        Optional<Order> found = returns.order(order.get());
        List<GroupContent> contents = found.map(deliveries::contents).orElse(List.of());
        Map<Long, ArticleDetails> details = returns.detailsOf(Stream.concat(
            requests.stream().flatMap(request -> request.getLines().stream()).map(ReturnLine::getOrderItemId),
            contents.stream().flatMap(group -> group.parts().stream()).map(GroupContent.Part::itemId)).toList(),
            LocaleContextHolder.getLocale());
        Optional<OrderStanding> standing = found.map(returns::standing);
        model.addAttribute("rtnReturns", requests.isEmpty() ? List.of() : panels(order.get(), requests, mayChange));
        model.addAttribute("rtnDetails", details);
        model.addAttribute("rtnChanges", standing.map(OrderStanding::changes).orElse(OrderChanges.NONE));
        found.ifPresent(shown -> {
            model.addAttribute("rtnOrderId", shown.getId());
            model.addAttribute("rtnDeliveries", deliveries.of(shown, contents, details));
            model.addAttribute("rtnMayChange", mayChange);
            model.addAttribute("rtnCreatable", mayChange && standing.get().open());
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

    private List<ReturnPanel> panels(Long order, List<ReturnRequest> requests, boolean mayChange) {
        Actor merchant = access.merchant();
        Map<Long, MailReport> toCustomer = returns.mailsOfOrder(order);
        Map<String, List<MailReport>> toShop = outbox.reportsAbout(requests.stream().map(ReturnRequest::getNumber).toList());
        return requests.stream()
            .map(request -> new ReturnPanel(request, toCustomer, toShop.getOrDefault(request.getNumber(), List.of()),
                returns.mailAddress(request).orElse(null), mayChange,
                !request.nextStatuses(merchant).isEmpty()))
            .toList();
    }
}
