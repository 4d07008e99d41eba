package org.broadleafreturns.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * For which customer a page of returns is shown: in the account for whoever is logged in, elsewhere for the customer of the order that is
 * open to a guest, and of that order alone. Several can be open side by side: the page's address says which one it is about.
 */
class Visitors {

    private static final String OPEN = Visitors.class.getName() + ".OPEN";

    private final ReturnLookup lookup;
    private final ObjectProvider<OpenOrders> openOrders;

    Visitors(ReturnLookup lookup, ObjectProvider<OpenOrders> openOrders) {
        this.lookup = lookup;
        this.openOrders = openOrders;
    }

    /**
     * Of a page about one return.
     *
     * @throws ReturnNotFoundException if a guest may not see that one; whether somebody who is logged in may, the core says
     * @throws NothingOpenException if nothing is open to a guest
     */
    Long ofReturn(String number) {
        return Area.current() == Area.ACCOUNT ? Shopper.id() : about(open().stream().filter(open -> shows(open, number))).customerId();
    }

    private boolean shows(OpenOrder open, String number) {
        return lookup.orderOfReturn(open.customerId(), number).filter(open.orderId()::equals).isPresent()
            && (open.isWhole() || ReturnNumber.parse(number).filter(parsed -> parsed.value().equals(open.returnNumber())).isPresent());
    }

    /**
     * Of a page about an order, or about something that is asked for of one.
     *
     * @throws ReturnNotFoundException if a guest has others open, and not that one; whether it is theirs who are logged in, the core says
     * @throws NothingOpenException if no whole order is open to a guest
     */
    Long ofOrder(String orderNumber) {
        return Area.current() == Area.ACCOUNT ? Shopper.id() : wholeOrder(orderNumber).customerId();
    }

    /**
     * One of the orders that such a page can be about; empty if somebody who is logged in has none of that number.
     *
     * @throws ReturnNotFoundException as above
     * @throws NothingOpenException as above
     */
    Optional<Order> order(String orderNumber) {
        return lookup.orderOfCustomer(ofOrder(orderNumber), orderNumber);
    }

    /**
     * What there is for one of the customers of whom such a page can be, where the address does not say of which order it is.
     *
     * @throws NothingOpenException as above
     */
    <T> Optional<T> ofAny(Function<Long, Optional<T>> found) {
        List<Long> customers = Area.current() == Area.ACCOUNT ? List.of(Shopper.id())
            : wholeOrders().stream().map(OpenOrder::customerId).distinct().toList();
        return customers.stream().flatMap(customer -> found.apply(customer).stream()).findFirst();
    }

    /** Found once a page. */
    private OpenOrder wholeOrder(String orderNumber) {
        String known = OPEN + "." + orderNumber;
        if (request().getAttribute(known) == null) {
            request().setAttribute(known, about(wholeOrders().stream().filter(open ->
                lookup.orderOfCustomer(open.customerId(), orderNumber).filter(order -> order.getId().equals(open.orderId())).isPresent())));
        }
        return (OpenOrder) request().getAttribute(known);
    }

    private static OpenOrder about(Stream<OpenOrder> some) {
        OpenOrder open = some.findFirst().orElseThrow(ReturnNotFoundException::new);
        request().setAttribute(OPEN, open);
        return open;
    }

    /** Whether the order that a guest's page is about is open to them as a whole, as far as that was asked for yet. */
    static boolean areInWholeOrder() {
        return request().getAttribute(OPEN) instanceof OpenOrder open && open.isWhole();
    }

    private List<OpenOrder> wholeOrders() {
        List<OpenOrder> whole = open().stream().filter(OpenOrder::isWhole).toList();
        if (whole.isEmpty()) {
            throw new NothingOpenException();
        }
        return whole;
    }

    /** Whole ones first: they show all that the others do. */
    private List<OpenOrder> open() {
        List<OpenOrder> open = openOrders.stream().flatMap(some -> some.of(request()).stream())
            .sorted(Comparator.comparing(some -> !some.isWhole())).toList();
        if (open.isEmpty()) {
            throw new NothingOpenException();
        }
        return open;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
