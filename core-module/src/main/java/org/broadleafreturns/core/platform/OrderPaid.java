package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A payment of an order, as the platform has it at this moment.
 *
 * @param paymentId the platform's identifier
 * @param type the code of the platform's payment type, such as {@code CREDIT_CARD}
 * @param gateway the code of the gateway's type, or null
 * @param hint what tells it from others of its type, such as the last four digits of a card; or null
 * @param captures the transactions that took money, oldest first
 * @param obstacle why it cannot be paid back through its gateway; null if it can
 */
@ForIntegrators
public record OrderPaid(Long paymentId, String type, String gateway, String hint, List<CapturedAmount> captures,
        RefundObstacle obstacle) {

    public OrderPaid {
        captures = List.copyOf(captures);
    }

    /** What was taken in all. */
    public BigDecimal captured() {
        return sum(CapturedAmount::amount);
    }

    /** What the platform records as refunded or voided. */
    public BigDecimal returned() {
        return sum(CapturedAmount::returned);
    }

    /** What is left of it by the platform's records. */
    public BigDecimal left() {
        return sum(CapturedAmount::left);
    }

    private BigDecimal sum(Function<CapturedAmount, BigDecimal> amount) {
        return captures.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
