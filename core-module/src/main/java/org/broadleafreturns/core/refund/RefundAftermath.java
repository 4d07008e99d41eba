package org.broadleafreturns.core.refund;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.request.Aftermath;
import org.springframework.transaction.annotation.Transactional;

/** Money that goes back for a return. */
@Transactional(value = "blTransactionManager", readOnly = true)
class RefundAftermath implements Aftermath {

    private final Refunds refunds;
    private final DueRefunds dues;

    RefundAftermath(Refunds refunds, DueRefunds dues) {
        this.refunds = refunds;
        this.dues = dues;
    }

    @Override
    public boolean isOpen(Long returnId) {
        return refunds.countUnsettled(returnId) > 0 || dues.findById(returnId).filter(DueRefund::isToRefund).isPresent();
    }

    /** A refund that was settled before there were times of it is as old as its decision. */
    @Override
    public Optional<Instant> lastDone(Long returnId) {
        return refunds.findOfReturns(List.of(returnId)).stream()
            .map(refund -> refund.getSettledAt() == null ? refund.getCreatedAt() : refund.getSettledAt())
            .map(moment -> Instant.ofEpochMilli(moment.getTime())).max(Comparator.naturalOrder());
    }
}
