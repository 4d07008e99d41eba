package org.broadleafreturns.demo.gateway;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.common.payment.dto.PaymentRequestDTO;
import org.broadleafcommerce.common.payment.dto.PaymentResponseDTO;
import org.broadleafcommerce.common.payment.service.PaymentGatewayTransactionService;
import org.broadleafcommerce.common.vendor.service.exception.PaymentException;

/**
 * A payment gateway in memory, which knows no keys: whoever asks it twice pays twice. The cents of the amount that is asked back say
 * how it behaves:
 *
 * <table>
 * <caption>Amounts</caption>
 * <tr><td>.01</td><td>declines, with words</td></tr>
 * <tr><td>.02</td><td>throws before any money moves</td></tr>
 * <tr><td>.03</td><td>pays, and does not answer for longer than anybody waits</td></tr>
 * <tr><td>.04</td><td>pays, and answers with another amount</td></tr>
 * <tr><td>.05</td><td>pays, and answers nothing</td></tr>
 * <tr><td>.06</td><td>pays, and throws what nobody expects</td></tr>
 * <tr><td>others</td><td>pays</td></tr>
 * </table>
 */
public final class DemoGateway implements PaymentGatewayTransactionService {

    /** What payments through it have as their gateway. */
    public static final PaymentGatewayType TYPE = new PaymentGatewayType("DEMO", "Demo gateway");

    /** The additional field of a request that tells it from others. */
    public static final String KEY = "rtnRefundKey";

    private final Map<String, Paid> ledger = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger hanging = new AtomicInteger();
    private final Semaphore goOn = new Semaphore(0);
    private volatile Duration pause;

    /** @param pause how long it hangs where it does */
    public DemoGateway(Duration pause) {
        this.pause = pause;
    }

    /**
     * What was paid back under a key.
     *
     * @param amount of all calls together
     * @param calls how often it was asked for, whatever came of it
     */
    public record Paid(BigDecimal amount, int calls) {

        private Paid and(Paid further) {
            return new Paid(amount.add(further.amount), calls + further.calls);
        }
    }

    /** What was paid back, by key. */
    public Map<String, Paid> ledger() {
        return Map.copyOf(ledger);
    }

    /** How many wait for an answer right now. */
    public int hanging() {
        return hanging.get();
    }

    /** How long it hangs from now on. */
    public void pauseFor(Duration duration) {
        pause = duration;
    }

    /** Answers one that hangs, or the next one that would. */
    public void answerOne() {
        goOn.release();
    }

    @Override
    public PaymentResponseDTO refund(PaymentRequestDTO request) throws PaymentException {
        BigDecimal amount = new BigDecimal(request.getTransactionTotal());
        int cents = amount.setScale(2, RoundingMode.DOWN).remainder(BigDecimal.ONE).movePointRight(2).intValueExact();
        boolean pays = cents != 1 && cents != 2;
        ledger.merge(String.valueOf(request.getAdditionalFields().get(KEY)), new Paid(pays ? amount : BigDecimal.ZERO, 1), Paid::and);
        return switch (cents) {
            case 1 -> answer(request, amount).successful(false).responseMap("MESSAGE", "Declined by the demo bank: this card was closed.");
            case 2 -> throw new PaymentException("The demo bank cannot be reached.");
            case 3 -> hang(request, amount);
            case 4 -> answer(request, amount.movePointLeft(1).setScale(2, RoundingMode.DOWN));
            case 5 -> null;
            case 6 -> throw new IllegalStateException("The answer of the demo bank cannot be read.");
            default -> answer(request, amount);
        };
    }

    private PaymentResponseDTO hang(PaymentRequestDTO request, BigDecimal amount) throws PaymentException {
        hanging.incrementAndGet();
        try {
            // Whether it was let go on or has waited long enough makes no difference.
            goOn.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            return answer(request, amount);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaymentException("Nobody waited for the demo bank.");
        } finally {
            hanging.decrementAndGet();
        }
    }

    private PaymentResponseDTO answer(PaymentRequestDTO request, BigDecimal amount) {
        String number = "DEMO-" + answers.incrementAndGet();
        return new PaymentResponseDTO(PaymentType.CREDIT_CARD, TYPE)
            .paymentTransactionType(PaymentTransactionType.REFUND)
            .orderId(request.getOrderId())
            .amount(new Money(amount, request.getOrderCurrencyCode()))
            .rawResponse(number)
            .responseMap("REQUEST_ID", number);
    }

    @Override
    public PaymentResponseDTO authorize(PaymentRequestDTO request) {
        return answer(request, new BigDecimal(request.getTransactionTotal())).paymentTransactionType(PaymentTransactionType.AUTHORIZE);
    }

    @Override
    public PaymentResponseDTO capture(PaymentRequestDTO request) {
        return answer(request, new BigDecimal(request.getTransactionTotal())).paymentTransactionType(PaymentTransactionType.CAPTURE);
    }

    @Override
    public PaymentResponseDTO authorizeAndCapture(PaymentRequestDTO request) {
        return answer(request, new BigDecimal(request.getTransactionTotal()))
            .paymentTransactionType(PaymentTransactionType.AUTHORIZE_AND_CAPTURE);
    }

    @Override
    public PaymentResponseDTO reverseAuthorize(PaymentRequestDTO request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PaymentResponseDTO voidPayment(PaymentRequestDTO request) {
        throw new UnsupportedOperationException();
    }
}
