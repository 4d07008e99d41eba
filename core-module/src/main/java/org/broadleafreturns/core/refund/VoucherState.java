package org.broadleafreturns.core.refund;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** What has become of a voucher. */
@ForIntegrators
public enum VoucherState {
    /** It can be used. */
    ISSUED,
    /** Somebody has ordered with it: it counts as money that was paid back. */
    USED,
    /** Nobody had used it when its return's decision was taken back, and nobody can any more. */
    ENDED
}
