package org.broadleafreturns.site;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.guest.GuestEntrance;
import org.broadleafreturns.core.guest.TakeOver;
import org.broadleafreturns.core.installation.InstallationNotes;
import org.broadleafreturns.core.installation.StorefrontPart;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.UrlPathHelper;

/**
 * What the shop's own templates can ask about returns, as {@code ${#rtn.inMenu}} and {@code ${#rtn.offers(order, orders)}}.
 * Public for the templates.
 */
public class StorefrontReturns implements BroadleafVariableExpression {

    private static final String ANSWERS = StorefrontReturns.class.getName() + ".ANSWERS";
    private static final String IN_MENU = StorefrontReturns.class.getName() + ".IN_MENU";

    private static final String TAKEN_OVER = StorefrontReturns.class.getName() + ".TAKEN_OVER.";

    private static final Pattern OWN_PAGES = Pattern.compile("/account/returns(/.*)?");

    private final ReturnLookup lookup;
    private final ReturnViews views;
    private final ReturnWays ways;
    private final ReturnsSettings settings;
    private final Theme theme;
    private final InstallationNotes notes;
    private final ShopCalendar calendar;
    private final GuestEntrance entrance;
    private final TakeOver takeOver;
    /** Asked for when it is needed: on 7.0 what mails are written with is made after what templates can ask. */
    private final ObjectProvider<ReturnDraftService> drafts;

    StorefrontReturns(ReturnLookup lookup, ReturnViews views, ReturnWays ways, ReturnsSettings settings, Theme theme,
            InstallationNotes notes, ShopCalendar calendar, GuestEntrance entrance, TakeOver takeOver,
            ObjectProvider<ReturnDraftService> drafts) {
        this.lookup = lookup;
        this.views = views;
        this.ways = ways;
        this.settings = settings;
        this.theme = theme;
        this.notes = notes;
        this.calendar = calendar;
        this.entrance = entrance;
        this.takeOver = takeOver;
        this.drafts = drafts;
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
        if (!isGuest()) {
            notes.once(StorefrontPart.ORDER_LINK.note());
        }
        return eligibility(order, page).filter(Eligibility::anythingReturnable).isPresent();
    }

    /**
     * The last day on which something of an order could be returned, in words, where nothing can because that day is over; null
     * otherwise. Asked together with {@link #offers}.
     */
    public String missed(Order order, Object page) {
        return eligibility(order, page).flatMap(Eligibility::missedDay).map(day -> calendar.day(day, ShopperWords.locale())).orElse(null);
    }

    /** Empty where there is no such order, or nothing is returned at all. */
    private Optional<Eligibility> eligibility(Order order, Object page) {
        if (order == null || order.getId() == null || !settings.enabled()) {
            return Optional.empty();
        }
        Map<Long, Eligibility> answers = answers();
        if (!answers.containsKey(order.getId())) {
            Map<Long, Order> orders = new LinkedHashMap<>();
            if (page instanceof Collection<?> shown) {
                shown.stream().filter(Order.class::isInstance).map(Order.class::cast)
                    .filter(other -> other.getId() != null).forEach(other -> orders.put(other.getId(), other));
            }
            orders.put(order.getId(), order);
            answers.putAll(lookup.eligibilities(orders.values()));
        }
        return Optional.of(answers.get(order.getId()));
    }

    /**
     * The returns of an order of the shopper's, or of the one that is open to a guest, newest first, with where each is on its way; empty
     * if it has none.
     */
    public List<ReturnCard> ofOrder(Order order) {
        if (order == null || order.getId() == null) {
            return List.of();
        }
        List<ReturnView> returns = whoLooksAt(order)
            .map(shopper -> views.shownOfCustomer(shopper, order.getId(), ShopperWords.locale())).orElse(List.of());
        return ways.cards(returns, Map.of());
    }

    /** Where the shopper, or a guest, goes on with the request that they have begun for an order; null if they have begun none. */
    public String begun(Order order) {
        return whoLooksAt(order).flatMap(shopper -> drafts.getObject().latest(order.getId(), shopper))
            .map(token -> FormAddress.here(order.getOrderNumber(), token).edit()).orElse(null);
    }

    private Optional<Long> whoLooksAt(Order order) {
        return isGuest() ? lookup.ownerOf(order.getId()) : Shopper.find();
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

    /** The language of our pages and fragments, as a page says it, whatever the layout around them says of itself. */
    public String getLanguage() {
        return ShopperWords.locale().toLanguageTag();
    }

    /** The layout around our pages, where templates name it themselves. */
    public String getLayout() {
        return theme.layout();
    }

    /**
     * The shop's page of an order, or null if it has none; our own for guests, and for orders that a shopper has taken over. To guests who
     * have come by a link of a mail a return is open and not its order: they are led to where that is opened.
     */
    public String orderAddress(String orderNumber) {
        if (isGuest()) {
            return orderAddress(Visitors.areInWholeOrder() ? Area.GUESTS.home() : Area.GUESTS.address(), orderNumber);
        }
        return isTakenOver(orderNumber) ? orderAddress("/account/returns/order", orderNumber) : theme.orderAddress(orderNumber);
    }

    private static String orderAddress(String page, String orderNumber) {
        return page + "?order=" + UriUtils.encode(orderNumber, StandardCharsets.UTF_8);
    }

    /** Asked of the database once a page. */
    private boolean isTakenOver(String orderNumber) {
        RequestAttributes page = RequestContextHolder.getRequestAttributes();
        if (page == null || orderNumber == null) {
            return false;
        }
        String name = TAKEN_OVER + orderNumber;
        Object known = page.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = Shopper.find().filter(shopper -> takeOver.has(shopper, orderNumber)).isPresent();
            page.setAttribute(name, known, RequestAttributes.SCOPE_REQUEST);
        }
        return (Boolean) known;
    }

    /** Whether the page that is shown is one for guests, who have no account. */
    public boolean isGuest() {
        return Area.current() == Area.GUESTS;
    }

    /** Whether those who have no account, or are not logged in, are let in to their orders. */
    public boolean isOpenToGuests() {
        return entrance.isOpen();
    }

    /** Where a return is shown, in the account or for guests, as the page is. */
    public String address(String number) {
        return Area.current().address(number);
    }

    /** Where all returns are that whoever looks at the page can see. */
    public String getHome() {
        return Area.current().home();
    }

    /** Where something of an order can be returned. */
    public String formAddress(String orderNumber) {
        return FormAddress.here(orderNumber, null).page();
    }

    /** The shop's day on which something was, as our pages write it. */
    public String day(Date moment) {
        return calendar.day(moment, ShopperWords.locale());
    }

    @SuppressWarnings("unchecked")
    private static Map<Long, Eligibility> answers() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new HashMap<>();
        }
        Map<Long, Eligibility> answers = (Map<Long, Eligibility>) request.getAttribute(ANSWERS, RequestAttributes.SCOPE_REQUEST);
        if (answers == null) {
            answers = new HashMap<>();
            request.setAttribute(ANSWERS, answers, RequestAttributes.SCOPE_REQUEST);
        }
        return answers;
    }
}
