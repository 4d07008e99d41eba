package org.broadleafreturns.site;

import java.util.List;
import javax.servlet.http.HttpServletRequest;

/** Knows which orders are open to somebody who is not logged in. */
public interface OpenOrders {

    /** The orders that are open to the browser from which a request comes, whole or in part, the one opened last first. */
    List<OpenOrder> of(HttpServletRequest request);
}
