package org.broadleafreturns.admin.dialog;

import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;

/**
 * A dialog that a merchant opens.
 *
 * @param request the return whose status it changes; empty where it creates one
 * @param orderId of the order
 * @param choices the statuses that the merchant can choose; {@link ReturnStatus#REQUESTED} alone where a return is created
 */
@ForIntegrators
public record OpenDialog(Optional<ReturnView> request, Long orderId, Set<ReturnStatus> choices) {

    public OpenDialog {
        choices = Set.copyOf(choices);
    }

    /** The dialog that changes a return's status. */
    public static OpenDialog of(ReturnView request, Set<ReturnStatus> choices) {
        return new OpenDialog(Optional.of(request), request.orderId(), choices);
    }

    /** The dialog that creates a return of an order. */
    public static OpenDialog creation(Long orderId) {
        return new OpenDialog(Optional.empty(), orderId, Set.of(ReturnStatus.REQUESTED));
    }
}
