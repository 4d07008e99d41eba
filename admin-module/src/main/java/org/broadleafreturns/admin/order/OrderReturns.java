package org.broadleafreturns.admin.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.openadmin.web.controller.AbstractAdminAbstractControllerExtensionHandler;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.delivery.GroupContent;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.OrderView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.UnsentUnits;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts the panel with an order's returns beside the platform's form for the order. */
class OrderReturns extends AbstractAdminAbstractControllerExtensionHandler {

    /** The parameter of the address that names a return which is then shown whole and open. */
    private static final String NAMED = "return";

    /** So many closed returns, the newest, are on the page with all that there is of them. */
    private static final int CLOSED_WHOLE = 5;
    /** And so many open ones. */
    private static final int OPEN_WHOLE = 10;

    private final ReturnAccess access;
    private final ReturnLookup returns;
    private final ReturnViews views;
    private final DeliveryService deliveries;
    private final UnsentUnits unsent;
    private final PanelParts parts;
    private final MerchantWords words;

    OrderReturns(ReturnAccess access, ReturnLookup returns, ReturnViews views, DeliveryService deliveries, UnsentUnits unsent,
            PanelParts parts, MerchantWords words) {
        this.access = access;
        this.returns = returns;
        this.views = views;
        this.deliveries = deliveries;
        this.unsent = unsent;
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
        model.addAttribute("rtnOpen", List.of());
        model.addAttribute("rtnClosed", List.of());
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
        if (!view.returns().isEmpty()) {
            List<ReturnPanel> panels = panels(panel, view.returns(), named(model));
            model.addAttribute("rtnOpen", panels.stream().filter(shown -> !shown.closed()).toList());
            model.addAttribute("rtnClosed", panels.stream().filter(ReturnPanel::closed).toList());
        }
    }

    /** Which return the address names, or the page has something to say of since its form was sent. */
    private static Predicate<String> named(Model model) {
        String asked = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
            ? web.getRequest().getParameter(NAMED) : null;
        return number -> number.equals(asked) || model.asMap().containsValue(number);
    }

    private List<ReturnPanel> panels(PanelOrder order, List<MerchantReturnView> shown, Predicate<String> named) {
        Actor merchant = access.merchant();
        Map<Long, PanelParts.Pieces> pieces = parts.of(order, shown);
        Set<Long> unsentOnes = unsent.withNothingToSend(shown.stream().map(MerchantReturnView::shown)
            .filter(view -> view.stated().isWithdrawal()).toList());
        List<ReturnPanel> panels = new ArrayList<>();
        int closedOnes = 0;
        int openOnes = 0;
        for (MerchantReturnView seen : shown) {
            ReturnView view = seen.shown();
            PanelParts.Pieces own = pieces.get(view.id());
            Set<ReturnStatus> possible = order.mayChange() ? view.nextStatuses(merchant) : Set.of();
            boolean closed = !view.status().isRunning() && seen.attentionAt() == null && !own.isPending();
            closedOnes += closed ? 1 : 0;
            openOnes += closed ? 0 : 1;
            boolean isNamed = named.test(view.number());
            boolean whole = isNamed || (closed ? closedOnes <= CLOSED_WHOLE : openOnes <= OPEN_WHOLE);
            panels.add(new ReturnPanel(view, !possible.isEmpty(), order.mayChange() && view.status().isRunning(),
                NextStep.of(view, unsentOnes.contains(view.id())).filter(possible::contains).orElse(null), closed, whole,
                isNamed, articles(view), words.dayOf(view.statusChangedAt() == null ? view.submittedAt() : view.statusChangedAt()),
                seen.attentionAt(), own));
        }
        return panels;
    }

    private String articles(ReturnView view) {
        return view.lines().stream().map(line -> words.message("rtn.admin.delivery.article", line.quantityRequested(),
            line.details().after(line.articleName()))).collect(Collectors.joining(", "));
    }
}
