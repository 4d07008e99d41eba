package org.broadleafreturns.site;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** Knows which order is open to somebody who is not logged in. */
public interface OpenOrders {

    /** The order that is open to the browser from which a request comes; empty if none is. */
    Optional<OpenOrder> of(HttpServletRequest request);
}
