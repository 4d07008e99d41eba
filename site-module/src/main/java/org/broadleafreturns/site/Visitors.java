package org.broadleafreturns.site;

import java.util.Objects;
import java.util.Optional;
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
 * open to a guest, and of that order alone.
 */
class Visitors {

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
        if (Area.current() == Area.ACCOUNT) {
            return Shopper.id();
        }
        OpenOrder open = open();
        lookup.orderOfReturn(open.customerId(), number).filter(open.orderId()::equals)
            .filter(order -> open.returnNumber() == null
                || ReturnNumber.parse(number).filter(parsed -> parsed.value().equals(open.returnNumber())).isPresent())
            .orElseThrow(ReturnNotFoundException::new);
        return open.customerId();
    }

    /**
     * Of a page about an order, or about something that is asked for of one.
     *
     * @throws NothingOpenException if no whole order is open to a guest
     */
    Long ofOrder() {
        return Area.current() == Area.ACCOUNT ? Shopper.id() : wholeOrder().customerId();
    }

    /**
     * One of the orders that such a page can be about.
     *
     * @throws NothingOpenException as above
     */
    Optional<Order> order(String orderNumber) {
        Optional<Order> own = lookup.orderOfCustomer(ofOrder(), orderNumber);
        return Area.current() == Area.ACCOUNT ? own : own.filter(order -> Objects.equals(order.getId(), wholeOrder().orderId()));
    }

    private OpenOrder wholeOrder() {
        OpenOrder open = open();
        if (open.returnNumber() != null) {
            throw new NothingOpenException();
        }
        return open;
    }

    private OpenOrder open() {
        HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return openOrders.stream().flatMap(some -> some.of(request).stream()).findFirst().orElseThrow(NothingOpenException::new);
    }
}
