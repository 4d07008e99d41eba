package org.broadleafreturns.core.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.EnteredStep;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StepPart;

/**
 * With a decision, the refund of what it accepts. The mail of the decision, which says the amount, waits for it where a gateway is asked.
 * Units that were refunded before a decision was taken back stay accepted, but for those of vouchers that nobody has used: these end with
 * it, and so does a mail of it that still waits.
 */
class RefundPart implements StepPart {

    private final RefundEntries entries;
    private final RefundLines lines;
    private final RefundWriting writing;
    private final RefundPermission permission;
    private final RefundDispatch dispatch;
    private final RefundVouchers vouchers;
    private final RefundWords words;

    RefundPart(RefundEntries entries, RefundLines lines, RefundWriting writing, RefundPermission permission, RefundDispatch dispatch,
            RefundVouchers vouchers, RefundWords words) {
        this.entries = entries;
        this.lines = lines;
        this.writing = writing;
        this.permission = permission;
        this.dispatch = dispatch;
        this.vouchers = vouchers;
        this.words = words;
    }

    @Override
    public String name() {
        return EnteredRefund.CHOICE;
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return to == ReturnStatus.ACCEPTED || to == ReturnStatus.PARTIALLY_ACCEPTED
            ? EnteredRefund.names(request.getLines().stream().map(ReturnLine::getId).toList()) : Set.of();
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        List<Objection> objections = new ArrayList<>(objectionsToFewer(step));
        if (EnteredRefund.isWanted(step.inputs()) && !step.goods().isEmpty()) {
            objections.addAll(entered(step).map(entered -> against(step, entered))
                .orElseGet(() -> List.of(Objection.to(EnteredRefund.CHOICE, "rtn.objection.refund.unknown"))));
        }
        return objections;
    }

    /** Nobody can refuse afterwards what was paid back. */
    private List<Objection> objectionsToFewer(EnteredStep step) {
        if (step.to() == null || !step.to().isDecision()) {
            return List.of();
        }
        Map<Long, Integer> refunded = refundedByLine(step.request());
        return refunded.isEmpty() ? List.of() : step.goods().stream()
            .filter(line -> line.isDecided() && line.accepted() < refunded.getOrDefault(line.lineId(), 0))
            .map(line -> Objection.to(step.to() == ReturnStatus.PARTIALLY_ACCEPTED ? "accepted[" + line.lineId() + "]" : "status",
                "rtn.objection.refund.refunded", line.article(), refunded.get(line.lineId())))
            .toList();
    }

    private Map<Long, Integer> refundedByLine(ReturnRequest request) {
        return request.getId() == null ? Map.of() : lines.sumByLine(request.getId()).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
    }

    private List<Objection> against(EnteredStep step, EnteredRefund entered) {
        return entered.objections().isEmpty() ? permission.objections(step.actor(), step.request().getId(), entered) : entered.objections();
    }

    @Override
    public Map<String, String> made(EnteredStep step) {
        return wanted(step).map(EnteredRefund::made).orElse(Map.of());
    }

    @Override
    public List<Objection> objectionsByNow(EnteredStep step) {
        // What was not previewed yet is objected to above.
        if (!EnteredRefund.isWanted(step.inputs()) || !step.inputs().containsKey(EnteredRefund.TOTAL) || step.goods().isEmpty()) {
            return List.of();
        }
        return entered(step).map(entered -> byNow(step, entered))
            .orElseGet(() -> List.of(Objection.to(EnteredRefund.CHOICE, "rtn.objection.refund.unknown")));
    }

    /** Whoever confirms it may have lost the permission since, or have a lower limit. */
    private List<Objection> byNow(EnteredStep step, EnteredRefund entered) {
        List<Objection> objections = against(step, entered);
        return objections.isEmpty() && entered.isOtherThanPreviewed() ? List.of(Objection.general("rtn.objection.refund.changed"))
            : objections;
    }

    @Override
    public List<String> said(EnteredStep step, Map<Long, String> articles, Locale reader) {
        return step.isReopening() ? words.reopening(vouchers.given(step.request().getId()), writing.isMailWaiting(step.request()), reader)
            : wanted(step).map(entered -> words.preview(entered, reader)).orElse(List.of());
    }

    @Override
    public boolean holdsMail(EnteredStep step) {
        return wanted(step).stream().flatMap(entered -> entered.payments().stream())
            .anyMatch(payment -> payment.means() == RefundMeans.GATEWAY);
    }

    private Optional<EnteredRefund> wanted(EnteredStep step) {
        return EnteredRefund.isWanted(step.inputs()) ? entered(step) : Optional.empty();
    }

    private Optional<EnteredRefund> entered(EnteredStep step) {
        return entries.ofDecision(step.request(), step.inputs(), step.goods());
    }

    @Override
    public void perform(EnteredStep step, Happening happening) {
        if (step.isReopening()) {
            writing.endUnused(step.request(), happening);
            writing.dropMails(step.request());
        } else if (EnteredRefund.isWanted(step.inputs())) {
            EnteredRefund entered = entries.ofDecided(step.request(), step.inputs()).orElseThrow();
            dispatch.after(happening, writing.decide(step.request(), entered, false, happening));
        }
    }
}
