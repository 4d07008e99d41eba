package org.broadleafreturns.demo;

import java.util.List;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A return in every status, made by the same commands that shoppers and merchants give. */
public class ReturnSeeds {

    private static final Actor MERCHANT = Actor.merchant(-1L, "Alex Admin", true);

    private final ReturnSubmissionService submissions;
    private final StatusChangeService changes;
    private final ShopOrders orders;
    private final TransactionTemplate transaction;

    public ReturnSeeds(ReturnSubmissionService submissions, StatusChangeService changes, ShopOrders orders,
            PlatformTransactionManager transactionManager) {
        this.submissions = submissions;
        this.changes = changes;
        this.orders = orders;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Adds the returns to a shop that has the demo's orders. */
    public void create() {
        request("PL-1003", 1, 1, "WRONG_SIZE", "Le pot est plus petit que prévu.");
        to(ReturnStatus.LABEL_SENT, request("PL-1003", 1, 1, "DAMAGED", "Une fissure sous l’émail."), null, 0, label());
        to(ReturnStatus.RECEIVED, request("PL-1004", 0, 1, "NOT_AS_DESCRIBED", null), null, 0, null);
        to(ReturnStatus.REFUSED, request("PL-1004", 1, 1, "CHANGED_MIND", null),
            "Le pot porte des traces d’utilisation.", 0, null);
        request("PL-2002", 1, 2, "DAMAGED", "Two pots arrived with chips.");
        to(ReturnStatus.ACCEPTED, request("PL-2002", 0, 1, "CHANGED_MIND", null), "Your refund is on its way.", 0, null);
        to(ReturnStatus.PARTIALLY_ACCEPTED, request("PL-2003", 0, 2, "WRONG_ARTICLE", null),
            "One can had been used.", 1, null);
        to(ReturnStatus.CANCELLED, request("PL-2003", 1, 1, "OTHER", "Found a use for it after all."), null, 0, null);
    }

    private ReturnRequest request(String orderNumber, int line, int quantity, String reason, String comment) {
        return transaction.execute(status -> {
            Order order = orders.findByNumber(orderNumber).orElseThrow();
            OrderedLine picked = orders.linesOf(order).get(line);
            return submissions.submit(new SubmitReturn(orderNumber, order.getCustomer().getId(),
                List.of(new SubmitReturn.Line(picked.itemId(), quantity, reason)), "ORIGINAL_PAYMENT", comment, null, null));
        });
    }

    private void to(ReturnStatus status, ReturnRequest request, String message, int accepted, StatusChange.LabelFile label) {
        transaction.executeWithoutResult(transactionStatus -> {
            Map<Long, Integer> acceptedByLine = accepted == 0
                ? Map.of() : Map.of(request.getLines().get(0).getId(), accepted);
            String token = changes.preview(new StatusChange(request.getNumber(), request.getVersion(), status, message, null,
                acceptedByLine, label, Map.of("refused.reason", "USED")), MERCHANT).getToken();
            changes.apply(token, true, MERCHANT);
        });
    }

    private static StatusChange.LabelFile label() {
        return new StatusChange.LabelFile("return-label.pdf", new ClassPathResource("/demo/label.pdf"));
    }
}
