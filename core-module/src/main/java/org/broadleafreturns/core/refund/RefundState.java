package org.broadleafreturns.core.refund;

import java.util.Collection;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** What has become of money that was to be paid back. Stored by name. */
@ForIntegrators
public enum RefundState {

    /** It was decided and written down; the gateway was not asked yet, or has not answered. */
    PENDING,
    /** The gateway has paid it back, or somebody has recorded that it was. */
    DONE,
    /** The gateway has refused, or somebody has said that it did not go through. */
    FAILED,
    /** The gateway was asked and nobody knows what it did. It is never asked again by itself. */
    UNKNOWN,
    /** It was a voucher that was ended unused, since the decision was taken back: nothing of it counts any more. */
    ENDED;

    /** What refunds come to whose payments stand so. */
    static RefundState of(Collection<RefundState> payments) {
        for (RefundState state : new RefundState[] {UNKNOWN, PENDING, FAILED}) {
            if (payments.contains(state)) {
                return state;
            }
        }
        return DONE;
    }

    /** Whether it can still become something else by itself or by a person's word. */
    public boolean isOpen() {
        return this == PENDING || this == UNKNOWN;
    }
}
