package org.broadleafreturns.demo;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.FeatureSteps;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a {@link ShopNode} with a back office can be told to do with refunds. */
final class NodeRefunds {

    private final ConfigurableApplicationContext backOffice;
    private final Actor merchant;
    private final Map<String, String> waiting;
    private final TransactionTemplate transaction;

    /** @param waiting tokens of refunds that were previewed, with the numbers of the returns */
    NodeRefunds(ConfigurableApplicationContext backOffice, Actor merchant, Map<String, String> waiting) {
        this.backOffice = backOffice;
        this.merchant = merchant;
        this.waiting = waiting;
        this.transaction = new TransactionTemplate(backOffice.getBean("blTransactionManager", PlatformTransactionManager.class));
    }

    String answer(String[] words) throws Exception {
        switch (words[0]) {
            case "accept" -> List.of(words[1].split(",")).forEach(number -> changes().apply(previewed(number, Map.of()), true, merchant));
            case "previewRefunds" -> {
                String[] numbers = words[1].split(",");
                for (int i = 0; i < Integer.parseInt(words[2]); i++) {
                    String number = numbers[i % numbers.length];
                    waiting.put(refunds().preview(new FeatureSteps.Kept(number, request(number).getVersion(), Map.of(), null), merchant)
                        .getToken(), number);
                }
                return "previewed " + waiting.size();
            }
            case "applyRefunds" -> {
                return apply();
            }
            case "refundSequence" -> {
                new RefundSequence(backOffice, merchant, List.of(words[1].split(",")), Long.parseLong(words[2])).run(20);
            }
            case "hold" -> {
                HeldRefunds.hold(request(words[2]).getOrderId(), HeldRefunds.Moment.valueOf(words[1]));
                String token = previewed(words[2], Map.of("refund", "now"));
                new Thread(() -> changes().apply(token, true, merchant)).start();
                return "told";
            }
            // A step within somebody else's transaction leaves to others what is to be done after it.
            case "leave" -> {
                String token = previewed(words[1], Map.of("refund", "now"));
                transaction.execute(status -> changes().apply(token, true, merchant));
            }
            case "voucher" -> {
                return vouchers(words[1]);
            }
            case "say" -> refunds().say(words[1], part(words[1]), Boolean.parseBoolean(words[2]), merchant);
            case "again" -> refunds().tryAgain(words[1], part(words[1]), merchant);
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "done";
    }

    /** Given, taken back with the decision, and given again. */
    private String vouchers(String number) {
        Map<String, String> voucher = Map.of("refund", "now", "refund.as", "voucher", "refund.voucher.agreement", "Said so",
            "refund.voucher.channel", "PHONE");
        changes().apply(previewed(number, voucher), true, merchant);
        int version = request(number).getVersion();
        changes().execute(new StatusChange(number, version, ReturnStatus.RECEIVED, null, "Looked again", Map.of(), null, Map.of()), false,
            merchant);
        changes().apply(previewed(number, voucher), true, merchant);
        Long id = request(number).getId();
        return backOffice.getBean(RefundViews.class).of(Set.of(id)).get(id).stream().map(refund -> refund.voucher().state().name())
            .collect(Collectors.joining(" "));
    }

    private String apply() throws Exception {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Queue<String> unexpected = new ConcurrentLinkedQueue<>();
        AtOnce.run(waiting.entrySet().stream().<Callable<Void>>map(preview -> () -> {
            try {
                NodeCommands.inRequest(backOffice, () -> refunds().apply(preview.getValue(), preview.getKey(), true, merchant));
                made.incrementAndGet();
            } catch (ReturnRefusedException | StaleReturnException e) {
                refused.incrementAndGet();
            } catch (Exception e) {
                e.printStackTrace();
                unexpected.add(e.toString().replaceAll("\\s+", " "));
            }
            return null;
        }).toList());
        waiting.clear();
        return made + " " + refused + " " + unexpected;
    }

    private String previewed(String number, Map<String, String> inputs) {
        return changes().preview(new StatusChange(number, request(number).getVersion(), ReturnStatus.ACCEPTED, null, null, Map.of(), null,
            inputs), merchant).getToken();
    }

    private ReturnRequest request(String number) {
        return transaction.execute(status -> backOffice.getBean(ReturnLookup.class).byNumber(number).orElseThrow());
    }

    /** The one of the newest refund. */
    private Long part(String number) {
        Long id = request(number).getId();
        return backOffice.getBean(RefundViews.class).of(Set.of(id)).get(id).stream().reduce((one, next) -> next).orElseThrow()
            .payments().get(0).id();
    }

    private StatusChangeService changes() {
        return backOffice.getBean(StatusChangeService.class);
    }

    private RefundService refunds() {
        return backOffice.getBean(RefundService.class);
    }
}
