package org.broadleafreturns.admin.access;

import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;

/** Finds the return that a URL names, for those who may have it: access first, so that nobody else learns what exists. */
public class AccessibleReturns {

    private final ReturnAccess access;
    private final ReturnLookup returns;

    AccessibleReturns(ReturnAccess access, ReturnLookup returns) {
        this.access = access;
        this.returns = returns;
    }

    /**
     * @param numberOrId the return's number, or the identifier by which the platform's lists name it
     * @throws NoAccessException if the user may not see returns
     * @throws ReturnNotFoundException if there is no such return
     */
    public ReturnReference toRead(String numberOrId) {
        access.requireRead();
        return find(numberOrId);
    }

    /**
     * @param numberOrId the return's number, or the identifier by which the platform's lists name it
     * @throws NoAccessException if the user may not change returns
     * @throws ReturnNotFoundException if there is no such return
     */
    public ReturnReference toChange(String numberOrId) {
        access.requireChange();
        return find(numberOrId);
    }

    /** The return whose whole number somebody typed or scanned; empty for anything else. Access is the caller's to check. */
    public Optional<ReturnReference> named(String typed) {
        return returns.referenceByNumber(typed);
    }

    /**
     * The order whose returns or deliveries are to be changed.
     *
     * @throws NoAccessException if the user may not change returns
     * @throws ReturnNotFoundException if there is no such order
     */
    public Order orderToChange(Long orderId) {
        access.requireChange();
        return returns.order(orderId).orElseThrow(ReturnNotFoundException::new);
    }

    /** Digits can be a number whose hyphen was left out, but the lists' links have identifiers. The platform hands on nothing as null. */
    private ReturnReference find(String numberOrId) {
        if (numberOrId == null) {
            throw new ReturnNotFoundException();
        }
        return identifier(numberOrId).flatMap(returns::referenceById)
            .or(() -> returns.referenceByNumber(numberOrId))
            .orElseThrow(ReturnNotFoundException::new);
    }

    private static Optional<Long> identifier(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
