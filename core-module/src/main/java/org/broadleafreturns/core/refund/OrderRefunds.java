package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.RefundObstacle;

/**
 * How the payments of an order stand. Public for the templates.
 *
 * @param currency the order's; null where the platform does not say what was paid
 * @param vouchers what the order's vouchers come to that can be used, or were: that much less can be refunded over all payments
 * @param addsUp whether lines, delivery and fees are the order's total
 */
public record OrderRefunds(Currency currency, boolean addsUp, List<Payment> payments, BigDecimal vouchers) {

    static OrderRefunds of(OrderMoney paid, List<PaymentLeft> payments, BigDecimal vouchers) {
        return new OrderRefunds(paid.currency(), paid.addsUp(),
            payments.stream().map(payment -> Payment.of(payment, paid.currency())).toList(), vouchers);
    }

    public OrderRefunds {
        payments = List.copyOf(payments);
    }

    /**
     * One payment.
     *
     * @param number which of the order's it is: 1, 2, 3 …
     * @param type the code of the platform's payment type
     * @param hint what tells it from others, or null
     * @param refunded what the platform records as refunded or voided
     * @param open what is on its way, or may be
     * @param left what can still be refunded
     * @param obstacle why its gateway cannot be asked; null if it can
     */
    public record Payment(int number, String type, String hint, Amount captured, Amount refunded, Amount open, Amount left,
            RefundObstacle obstacle) {

        static Payment of(PaymentLeft payment, Currency currency) {
            BigDecimal open = payment.paid().left().subtract(payment.left());
            return new Payment(payment.number(), payment.paid().type(), payment.paid().hint(),
                new Amount(payment.paid().captured(), currency), new Amount(payment.paid().returned(), currency),
                new Amount(open, currency), new Amount(payment.left(), currency), payment.paid().obstacle());
        }

        /** Whether there is anything to be refunded. */
        public boolean isLeft() {
            return left.value().signum() > 0;
        }
    }

    /** What can still be refunded over all of them. */
    public Amount left() {
        return new Amount(payments.stream().map(payment -> payment.left().value()).reduce(BigDecimal.ZERO, BigDecimal::add)
            .subtract(vouchers).max(BigDecimal.ZERO), currency);
    }

    /** What was given by vouchers; null where none was. */
    public Amount byVouchers() {
        return vouchers.signum() > 0 ? new Amount(vouchers, currency) : null;
    }
}
