package org.broadleafreturns.site;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.installation.InstallationNotes;
import org.broadleafreturns.core.installation.StorefrontPart;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UrlPathHelper;

/**
 * What the shop's own templates can ask about returns, as {@code ${#rtn.inMenu}} and {@code ${#rtn.offers(order, orders)}}.
 * Public for the templates.
 */
public class StorefrontReturns implements BroadleafVariableExpression {

    private static final String ANSWERS = StorefrontReturns.class.getName() + ".ANSWERS";
    private static final String IN_MENU = StorefrontReturns.class.getName() + ".IN_MENU";

    private static final Pattern OWN_PAGES = Pattern.compile("/account/returns(/.*)?");

    private final ReturnLookup lookup;
    private final ReturnsSettings settings;
    private final Theme theme;
    private final InstallationNotes notes;
    private final ShopCalendar calendar;

    StorefrontReturns(ReturnLookup lookup, ReturnsSettings settings, Theme theme, InstallationNotes notes, ShopCalendar calendar) {
        this.lookup = lookup;
        this.settings = settings;
        this.theme = theme;
        this.notes = notes;
        this.calendar = calendar;
    }

    @Override
    public String getName() {
        return "rtn";
    }

    /**
     * Whether the account's menu has an entry for returns: while returns are switched on, and afterwards for shoppers who have some,
     * since a label may wait there. Asked of the database once a page at most, and never while returns are switched on.
     */
    public boolean isInMenu() {
        if (isEnabled()) {
            return true;
        }
        RequestAttributes page = RequestContextHolder.getRequestAttributes();
        Object known = page == null ? null : page.getAttribute(IN_MENU, RequestAttributes.SCOPE_REQUEST);
        if (known != null) {
            return (Boolean) known;
        }
        boolean inMenu = Shopper.find().filter(lookup::hasReturns).isPresent();
        if (page != null) {
            page.setAttribute(IN_MENU, inMenu, RequestAttributes.SCOPE_REQUEST);
        }
        return inMenu;
    }

    /** Whether shoppers can ask for returns at all. */
    public boolean isEnabled() {
        notes.once(StorefrontPart.MENU_ITEM.note());
        return settings.enabled();
    }

    /**
     * Whether something of an order can be returned just now. The first question of a page is answered for all orders of the
     * page at once, so that a long history takes as many queries as a short one.
     *
     * @param page the orders that the page shows, or anything else if it shows one
     */
    public boolean offers(Order order, Object page) {
        notes.once(StorefrontPart.ORDER_LINK.note());
        if (order == null || order.getId() == null || !settings.enabled()) {
            return false;
        }
        Map<Long, Boolean> answers = answers();
        if (!answers.containsKey(order.getId())) {
            Map<Long, Order> orders = new LinkedHashMap<>();
            if (page instanceof Collection<?> shown) {
                shown.stream().filter(Order.class::isInstance).map(Order.class::cast)
                    .filter(other -> other.getId() != null).forEach(other -> orders.put(other.getId(), other));
            }
            orders.put(order.getId(), order);
            Set<Long> returnable = lookup.returnable(orders.values());
            orders.keySet().forEach(id -> answers.put(id, returnable.contains(id)));
        }
        return answers.get(order.getId());
    }

    /** Whether the page that is shown is one of the shopper's returns, or the request form. */
    public boolean isActive() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
            && OWN_PAGES.matcher(new UrlPathHelper().getPathWithinApplication(attributes.getRequest())).matches();
    }

    /** The theme's classes for a part of our pages, of those in {@code returns.site.classes.*}. */
    public String classes(String part) {
        return theme.classes(part);
    }

    /** The layout around our pages, where templates name it themselves. */
    public String getLayout() {
        return theme.layout();
    }

    /** The shop's page of an order, or null if it has none. */
    public String orderAddress(String orderNumber) {
        return theme.orderAddress(orderNumber);
    }

    /** Where something of an order can be returned. */
    public String formAddress(String orderNumber) {
        return FormAddress.of(orderNumber).page();
    }

    /** The shop's day on which something was, as our pages write it. */
    public String day(Date moment) {
        return calendar.day(moment, ShopperWords.locale());
    }

    @SuppressWarnings("unchecked")
    private static Map<Long, Boolean> answers() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new HashMap<>();
        }
        Map<Long, Boolean> answers = (Map<Long, Boolean>) request.getAttribute(ANSWERS, RequestAttributes.SCOPE_REQUEST);
        if (answers == null) {
            answers = new HashMap<>();
            request.setAttribute(ANSWERS, answers, RequestAttributes.SCOPE_REQUEST);
        }
        return answers;
    }
}
