package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.request.GoodsOfLine;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.ShopCalendar;

/** Reads what was entered for refunds, with what they are reckoned from at this moment. */
class RefundEntries {

    private final RefundBases bases;
    private final RefundTerms terms;
    private final RefundVouchers vouchers;
    private final Refunds refunds;
    private final DeliveryService deliveries;
    private final ShopCalendar calendar;
    private final Clock clock;

    RefundEntries(RefundBases bases, RefundTerms terms, RefundVouchers vouchers, Refunds refunds, DeliveryService deliveries,
            ShopCalendar calendar, Clock clock) {
        this.bases = bases;
        this.terms = terms;
        this.vouchers = vouchers;
        this.refunds = refunds;
        this.deliveries = deliveries;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Of a return as it is decided; empty where the platform does not say what was paid. */
    Optional<EnteredRefund> ofDecided(ReturnRequest request, Map<String, String> inputs) {
        return read(request, inputs, accepted(request));
    }

    static List<AcceptedUnits> accepted(ReturnRequest request) {
        return request.getLines().stream().map(line -> accepted(line, line.getQuantityAccepted(), line.getQuantityKept())).toList();
    }

    /** Of a return that is to be decided so. */
    Optional<EnteredRefund> ofDecision(ReturnRequest request, Map<String, String> inputs, List<GoodsOfLine> goods) {
        return read(request, inputs, accepted(request, goods));
    }

    static List<AcceptedUnits> accepted(ReturnRequest request, List<GoodsOfLine> goods) {
        Map<Long, GoodsOfLine> byLine = goods.stream().collect(Collectors.toMap(GoodsOfLine::lineId, Function.identity()));
        return request.getLines().stream().map(line -> {
            GoodsOfLine decided = byLine.get(line.getId());
            return decided == null || !decided.isDecided() ? accepted(line, 0, 0) : accepted(line, decided.accepted(), decided.kept());
        }).toList();
    }

    private Optional<EnteredRefund> read(ReturnRequest request, Map<String, String> inputs, List<AcceptedUnits> accepted) {
        RefundRules rules = terms.rules(request.getStatedBasis());
        return bases.of(request.getOrderId(), request.getId(), accepted.stream().map(AcceptedUnits::orderItemId).toList(),
            rules.withdrawal()).map(basis -> EnteredRefund.read(inputs, accepted, basis, soFar(request, inputs), today(), rules,
                vouchers.terms(request.getId(), request.getRefundType())));
    }

    /** What bears on what was not entered is not read. */
    private RefundSoFar soFar(ReturnRequest request, Map<String, String> inputs) {
        boolean goodwill = EnteredRefund.hasGoodwill(inputs);
        boolean deductions = EnteredRefund.hasDeductions(inputs);
        boolean stored = request.getId() != null;
        Map<Long, Integer> unshipped = !deductions ? Map.of() : deliveries.arrivals(request.getOrderId()).entrySet().stream()
            .filter(item -> item.getValue().unshipped() > 0)
            .collect(Collectors.toMap(Map.Entry::getKey, item -> item.getValue().unshipped()));
        BigDecimal deducted = deductions && stored ? refunds.sumDeductions(request.getId()) : null;
        return new RefundSoFar(goodwill && stored && refunds.countUnsettled(request.getId()) > 0,
            stored && refunds.countContradicted(request.getId()) > 0, deducted == null ? BigDecimal.ZERO : deducted, unshipped,
            deductions && (terms.collects() || hasHadLabel(request)));
    }

    /** Which may be one that the shop has sent past the module. */
    private static boolean hasHadLabel(ReturnRequest request) {
        return request.getLabel() != null || request.getJournal().stream().anyMatch(entry -> entry.isStatus()
            && ReturnStatus.LABEL_SENT.name().equals(entry.getTo()));
    }

    /** In the shop's time zone. */
    LocalDate today() {
        return calendar.dayOf(Date.from(clock.instant()));
    }

    private static AcceptedUnits accepted(ReturnLine line, int units, int kept) {
        return new AcceptedUnits(line.getId(), line.getOrderItemId(), line.getArticleName(), units, kept);
    }
}
