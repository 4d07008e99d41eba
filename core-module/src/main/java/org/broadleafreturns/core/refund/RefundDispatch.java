package org.broadleafreturns.core.refund;

import java.util.List;
import java.util.function.Supplier;
import org.broadleafreturns.core.request.Happening;

/**
 * Has gateways asked for refunds once these are committed, where this application can; else the back office does, when it next looks
 * for what nobody has asked for.
 */
class RefundDispatch {

    private final Supplier<RefundCalls> calls;

    /** @param calls answers null in an application that asks no gateways */
    RefundDispatch(Supplier<RefundCalls> calls) {
        this.calls = calls;
    }

    void after(Happening happening, List<Long> parts) {
        RefundCalls here = calls.get();
        if (here != null && !parts.isEmpty()) {
            happening.afterwards(() -> here.ask(parts));
        }
    }
}
