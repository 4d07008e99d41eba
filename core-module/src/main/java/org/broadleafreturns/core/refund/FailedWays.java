package org.broadleafreturns.core.refund;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.springframework.transaction.annotation.Transactional;

/** What somebody can still do with parts of refunds that their gateways have refused; nothing is read where none was. */
@Transactional(value = "blTransactionManager", readOnly = true)
public class FailedWays {

    private final FailedParts failed;
    private final Refunds refunds;
    private final RefundPayments payments;
    private final ReturnLookup returns;

    FailedWays(FailedParts failed, Refunds refunds, RefundPayments payments, ReturnLookup returns) {
        this.failed = failed;
        this.refunds = refunds;
        this.payments = payments;
        this.returns = returns;
    }

    /**
     * By identifier of the part.
     *
     * @param again those of which the gateway can be asked once more
     * @param elsewhere those that can be recorded as paid back elsewhere, all of the others among them: they wait for somebody
     */
    public record Open(Set<Long> again, Set<Long> elsewhere) {

        public Open {
            again = Set.copyOf(again);
            elsewhere = Set.copyOf(elsewhere);
        }
    }

    /** Of some refunds, whoever may do it. */
    public Open of(Collection<RefundView> some) {
        Map<Long, RefundView> views = some.stream()
            .filter(refund -> refund.payments().stream().anyMatch(part -> part.state() == RefundState.FAILED))
            .collect(Collectors.toMap(RefundView::id, Function.identity()));
        if (views.isEmpty()) {
            return new Open(Set.of(), Set.of());
        }
        Set<Long> returnIds = views.values().stream().map(RefundView::returnId).collect(Collectors.toSet());
        Map<Long, ReturnRequest> requests = returns.byIds(returnIds).stream()
            .collect(Collectors.toMap(ReturnRequest::getId, Function.identity()));
        Map<Long, Refund> known = refunds.findOfReturns(returnIds).stream().collect(Collectors.toMap(Refund::getId, Function.identity()));
        Set<Long> again = new HashSet<>();
        Set<Long> elsewhere = new HashSet<>();
        for (RefundPayment part : payments.findOfRefunds(views.keySet())) {
            Refund refund = known.get(part.getRefundId());
            FailedParts.Ways ways = failed.ways(requests.get(refund.getRequestId()), refund, part);
            if (ways.again()) {
                again.add(part.getId());
            }
            if (ways.elsewhere()) {
                elsewhere.add(part.getId());
            }
        }
        return new Open(again, elsewhere);
    }
}
