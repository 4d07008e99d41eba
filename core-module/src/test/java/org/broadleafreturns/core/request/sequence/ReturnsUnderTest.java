package org.broadleafreturns.core.request.sequence;

import java.util.List;
import java.util.function.Supplier;
import org.broadleafreturns.core.request.CancellationService;
import org.broadleafreturns.core.request.CorrectionService;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StatusChangeService;

/** The services, and an order of {@link CommandSequence#ORDERED} of which nothing was returned. */
public interface ReturnsUnderTest {

    /**
     * @param items the identifiers of its items
     * @param otherItem the identifier of another order's item
     */
    record OrderToReturn(Long id, String number, Long customerId, List<Long> items, Long otherItem, String refundType) {
    }

    OrderToReturn order();

    ReturnSubmissionService submissions();

    StatusChangeService changes();

    CancellationService cancellations();

    CorrectionService corrections();

    /** The order's returns as they are stored now, in the order of their submission. */
    List<StoredReturn> stored();

    /** How many units of each item the product would still let a merchant return. */
    List<Integer> returnable();

    /** How many units of each item's article are on the shelf; null where nobody counts them. */
    List<Integer> stock();

    /** How many units of each item its returns have put on the shelf and not taken again, as they have noted it. */
    List<Integer> moved();

    /** Sells so many units of an item's article that is counted, or as many as there are. */
    void sell(int item, int units);

    /** What the rest of the shop was told of the order's returns. */
    List<Object> told();

    /** Does things at once if that can be here, else one after the other. */
    void atOnce(List<Runnable> things);

    /** Does something in a transaction, if there are any here. */
    <T> T inTransaction(Supplier<T> thing);
}
