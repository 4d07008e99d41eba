package org.broadleafreturns.admin.refund;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.refund.DueState;
import org.broadleafreturns.core.refund.DueView;
import org.broadleafreturns.core.refund.FailedWays;
import org.broadleafreturns.core.refund.OrderRefunds;
import org.broadleafreturns.core.refund.RefundLimits;
import org.broadleafreturns.core.refund.RefundState;
import org.broadleafreturns.core.refund.RefundView;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.refund.RefundWords;
import org.broadleafreturns.core.request.MerchantEntryView;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.ReturnView;

/** What was refunded of a return and what can be, payment by payment; and what the journal says of it. Public for the templates. */
public class RefundPanel implements ReturnPart, EntryWords {

    private final RefundViews refunds;
    private final FailedWays failed;
    private final RefundFields fields;
    private final RefundWords said;
    private final MerchantWords words;
    private final ReturnAccess access;

    RefundPanel(RefundViews refunds, FailedWays failed, RefundFields fields, RefundWords said, MerchantWords words, ReturnAccess access) {
        this.refunds = refunds;
        this.failed = failed;
        this.fields = fields;
        this.said = said;
        this.words = words;
        this.access = access;
    }

    /**
     * What is shown of one return. Public for the templates.
     *
     * @param payments of the order
     * @param refundable whether the button is shown that refunds
     * @param due until when the money has to be back, or null
     * @param standing whether the payments are shown
     * @param waiting whether a mail waits for a refund that was not made
     * @param mayRefund whether failed and unknown ones can be settled
     * @param failed what can still be done with what has failed
     * @param elsewhere how what has failed can have been paid back elsewhere
     * @param today the last day on which it can have been
     * @param agreed that the customer has agreed to a voucher, by identifier of the refund
     */
    public record Shown(List<RefundView> refunds, OrderRefunds payments, DueView due, boolean standing, boolean refundable,
            boolean waiting, boolean mayRefund, FailedWays.Open failed, List<RefundFields.Means> elsewhere, String today, RefundWords said,
            MerchantWords words, Map<Long, String> agreed) {

        /**
         * Whether somebody has to do something: pay back, find out, or tell the customer. With what has failed, while anything can be done:
         * its articles may have been refunded since.
         */
        public boolean isPending() {
            return waiting || due != null && due.state() != DueState.NOT_RECORDED
                || refunds.stream().anyMatch(refund -> refund.state() == RefundState.UNKNOWN
                    || refund.payments().stream().anyMatch(part -> failed.elsewhere().contains(part.id())));
        }
    }

    @Override
    public Place place() {
        return Place.BESIDE_FACTS;
    }

    @Override
    public String template() {
        return "rtn/refund/panel";
    }

    @Override
    public boolean isPending(Object model) {
        return ((Shown) model).isPending();
    }

    @Override
    public String brief(Object model) {
        return ((Shown) model).refunds().stream().filter(refund -> refund.state() == RefundState.DONE).map(RefundView::paidBack)
            .reduce(Amount::plus)
            .map(paidBack -> words.message("rtn.admin.refund.brief", words.amount(paidBack))).orElse(null);
    }

    @Override
    public Map<Long, ?> models(PanelOrder order, List<MerchantReturnView> returns) {
        List<ReturnView> accepted = returns.stream().map(MerchantReturnView::shown)
            .filter(shown -> shown.lines().stream().anyMatch(line -> line.quantityAccepted() > 0)).toList();
        Map<Long, List<RefundView>> made = refunds.of(returns.stream().map(view -> view.shown().id()).toList());
        Map<Long, DueView> dues = refunds.dues(returns.stream().map(MerchantReturnView::shown).toList());
        if (accepted.isEmpty() && made.isEmpty() && dues.isEmpty()) {
            return Map.of();
        }
        OrderRefunds payments = refunds.ofOrder(order.id());
        boolean mayRefund = order.mayChange() && access.merchant().may(RefundLimits.PERMISSION);
        FailedWays.Open ways = failed.of(made.values().stream().flatMap(List::stream).toList());
        Set<Long> waiting = refunds.withWaitingMail(made.keySet());
        List<RefundFields.Means> elsewhere = fields.elsewhere();
        String today = fields.today();
        Map<Long, Shown> models = new HashMap<>();
        for (MerchantReturnView view : returns) {
            ReturnView shown = view.shown();
            List<RefundView> own = made.getOrDefault(shown.id(), List.of());
            boolean decided = accepted.contains(shown) && shown.status().isDecision();
            DueView due = own.isEmpty() || !isUnrecorded(dues.get(shown.id())) ? dues.get(shown.id()) : null;
            if (decided || !own.isEmpty() || due != null) {
                boolean refundable = decided && mayRefund && payments.currency() != null && payments.left().value().signum() > 0;
                boolean held = order.mayChange() && waiting.contains(shown.id()) && shown.status().isDecision();
                models.put(shown.id(), new Shown(own, payments, due, decided || !own.isEmpty(), refundable, held, mayRefund,
                    ways, elsewhere, today, said, words, agreed(own)));
            }
        }
        return models;
    }

    private Map<Long, String> agreed(List<RefundView> refunds) {
        return refunds.stream().filter(refund -> refund.voucher() != null)
            .collect(Collectors.toMap(RefundView::id, refund -> fields.agreed(refund.voucher().agreement())));
    }

    private static boolean isUnrecorded(DueView due) {
        return due != null && due.state() == DueState.NOT_RECORDED;
    }

    @Override
    public List<String> of(MerchantEntryView entry, MerchantReturnView view) {
        return said.ofEntry(entry.kind(), entry.details(), words.locale());
    }
}
