package org.broadleafreturns.core.refund;

import java.util.Optional;
import org.broadleafreturns.core.choice.RefundBehaviour;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnRequested;
import org.broadleafreturns.core.request.StatementChannel;
import org.springframework.context.event.EventListener;

/**
 * Keeps what a shopper has agreed to who asks for a voucher on the request form, in the transaction of the request. What a merchant has
 * chosen for them is no agreement.
 */
class VoucherAgreements {

    private final AgreedVouchers agreed;
    private final ReturnLookup returns;
    private final ReturnChoices choices;
    private final VoucherWords words;

    VoucherAgreements(AgreedVouchers agreed, ReturnLookup returns, ReturnChoices choices, VoucherWords words) {
        this.agreed = agreed;
        this.returns = returns;
        this.choices = choices;
        this.words = words;
    }

    @EventListener
    void requested(ReturnRequested made) {
        returns.byId(made.returnId()).filter(request -> isVoucher(request.getRefundType()) && isShoppers(request))
            .ifPresent(request -> agreed.save(new AgreedVoucher(request.getId(), new VoucherAgreement(
                words.offer(request.getRefundType(), request.getLanguage()), request.getSubmittedAt(), StatementChannel.ONLINE))));
    }

    private static boolean isShoppers(ReturnRequest request) {
        return request.getJournal().stream().findFirst().map(JournalEntry::getActorKind).filter(Actor.Kind.CUSTOMER::equals).isPresent();
    }

    /** Whether a refund type gives one. */
    boolean isVoucher(String refundType) {
        return choices.refundBehaviour(refundType) == RefundBehaviour.VOUCHER;
    }

    /** What the shopper has agreed to when they asked for a return. */
    Optional<VoucherAgreement> of(Long requestId) {
        return requestId == null ? Optional.empty() : agreed.findById(requestId).map(AgreedVoucher::agreement);
    }
}
