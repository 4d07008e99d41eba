package org.broadleafreturns.core.refund;

import java.time.Duration;

/**
 * How long things take when gateways are asked.
 *
 * @param limit how long a gateway is waited for
 * @param poll how often a node looks for what others have left, and how long that must have been left
 */
record RefundPace(Duration limit, Duration poll) {

    RefundPace {
        if (limit.toSeconds() < 1 || poll.toSeconds() < 1) {
            throw new IllegalArgumentException("returns.refund.gateway-seconds and returns.refund.poll-seconds must be at least 1");
        }
    }
}
