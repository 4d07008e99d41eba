package org.broadleafreturns.site.refund;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafreturns.core.choice.RefundBehaviour;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.refund.DueState;
import org.broadleafreturns.core.refund.DueView;
import org.broadleafreturns.core.refund.RefundState;
import org.broadleafreturns.core.refund.RefundView;
import org.broadleafreturns.core.refund.RefundViews;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.site.WayPart;
import org.broadleafreturns.site.WayStep;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * When money comes back, or that it has. What is on its way counts more than what is due, and what is due more than what went back;
 * nothing is said of returns that were decided before anybody recorded refunds.
 */
class RefundWay implements WayPart {

    private final RefundViews refunds;
    private final ReturnChoices choices;
    private final MessageSource messages;
    private final ShopCalendar calendar;

    RefundWay(RefundViews refunds, ReturnChoices choices, MessageSource messages, ShopCalendar calendar) {
        this.refunds = refunds;
        this.choices = choices;
        this.messages = messages;
        this.calendar = calendar;
    }

    @Override
    public Map<Long, WayStep> of(Collection<ReturnView> returns) {
        Map<Long, DueView> dues = refunds.dues(returns);
        Map<Long, List<RefundView>> made = refunds.of(returns.stream().map(ReturnView::id).toList());
        Map<Long, WayStep> steps = new HashMap<>();
        returns.forEach(shown -> {
            WayStep step = step(shown, dues.get(shown.id()), made.getOrDefault(shown.id(), List.of()));
            if (step != null) {
                steps.put(shown.id(), step);
            }
        });
        return steps;
    }

    private WayStep step(ReturnView shown, DueView due, List<RefundView> made) {
        List<RefundView> open = made.stream().filter(refund -> refund.state().isOpen()).toList();
        List<RefundView> done = made.stream().filter(refund -> refund.done().signum() > 0).toList();
        if (!open.isEmpty()) {
            return open(open, done, made.stream().anyMatch(refund -> refund.state() == RefundState.FAILED));
        }
        String by = due == null || due.state() == DueState.NOT_RECORDED ? null : said(due);
        if (shown.status().isRunning() && by != null) {
            return WayStep.later(comes(shown), by);
        }
        if (by != null || !shown.status().isRunning() && done.stream().anyMatch(refund -> refund.state() == RefundState.FAILED)) {
            return WayStep.now(done.isEmpty() ? comes(shown) : words("partly", paidBack(done)), by);
        }
        if (!done.isEmpty()) {
            boolean vouchers = done.stream().allMatch(refund -> refund.voucher() != null);
            return WayStep.done(words(vouchers ? "voucherIssued" : "refunded", paidBack(done)), lastDay(done));
        }
        return shown.status().isRunning() && choices.refundBehaviour(shown.refundType()).isPaidBack()
            ? WayStep.later(comes(shown), null) : null;
    }

    /** What is on its way, and of what nobody knows whether it has arrived. */
    private WayStep open(List<RefundView> open, List<RefundView> done, boolean failed) {
        List<String> said = Stream.of(said("onItsWay", open, RefundState.PENDING), said("checked", open, RefundState.UNKNOWN))
            .flatMap(Optional::stream).toList();
        if (done.isEmpty()) {
            return WayStep.now(said.get(0), said.size() == 1 ? null : said.get(1));
        }
        boolean follows = failed || sum(open, RefundState.PENDING).signum() > 0;
        return WayStep.now(words(follows ? "partly" : "refunded", paidBack(done)), String.join("; ", said));
    }

    private Optional<String> said(String code, List<RefundView> open, RefundState state) {
        BigDecimal sum = sum(open, state);
        return sum.signum() == 0 ? Optional.empty() : Optional.of(words(code, new Amount(sum, open.get(0).currency()).shownTo(reader())));
    }

    private String comes(ReturnView shown) {
        return words(choices.refundBehaviour(shown.refundType()) == RefundBehaviour.VOUCHER ? "voucher" : "back");
    }

    private String said(DueView due) {
        String how = switch (due.state()) {
            case WITHHELD -> "withheld";
            case LATE -> "late";
            default -> "day";
        };
        return messages.getMessage("rtn.site.refundDue." + how, new Object[] {calendar.day(due.day(), reader())}, reader());
    }

    private static String paidBack(List<RefundView> done) {
        BigDecimal sum = done.stream().map(RefundView::done).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Amount(sum, done.get(0).currency()).shownTo(reader());
    }

    /** Of the parts that stand so. */
    private static BigDecimal sum(List<RefundView> open, RefundState state) {
        return open.stream().flatMap(refund -> refund.payments().stream()).filter(part -> part.state() == state)
            .map(RefundView.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String lastDay(List<RefundView> done) {
        return done.stream().flatMap(RefundWay::days).filter(Objects::nonNull).max(Date::compareTo).map(at -> calendar.day(at, reader()))
            .orElse(null);
    }

    /** A voucher is there as soon as it is decided. */
    private static Stream<Date> days(RefundView refund) {
        return refund.voucher() != null ? Stream.of(refund.createdAt())
            : refund.payments().stream().filter(part -> part.state() == RefundState.DONE).map(RefundView.Part::at);
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage("rtn.site.way.money." + code, arguments, reader());
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
