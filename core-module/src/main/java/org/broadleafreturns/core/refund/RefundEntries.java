package org.broadleafreturns.core.refund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafreturns.core.request.GoodsOfLine;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.settings.ShopCalendar;

/** Reads what was entered for refunds, with what they are reckoned from at this moment. */
class RefundEntries {

    private final RefundBases bases;
    private final RefundTerms terms;
    private final ShopCalendar calendar;
    private final Clock clock;

    RefundEntries(RefundBases bases, RefundTerms terms, ShopCalendar calendar, Clock clock) {
        this.bases = bases;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Of a return as it is decided; empty where the platform does not say what was paid. */
    Optional<EnteredRefund> ofDecided(ReturnRequest request, Map<String, String> inputs) {
        return read(request, inputs, request.getLines().stream().map(line -> accepted(line, line.getQuantityAccepted())).toList());
    }

    /** Of a return that is to be decided so. */
    Optional<EnteredRefund> ofDecision(ReturnRequest request, Map<String, String> inputs, List<GoodsOfLine> goods) {
        Map<Long, GoodsOfLine> byLine = goods.stream().collect(Collectors.toMap(GoodsOfLine::lineId, Function.identity()));
        return read(request, inputs, request.getLines().stream().map(line -> {
            GoodsOfLine decided = byLine.get(line.getId());
            return accepted(line, decided == null || !decided.isDecided() ? 0 : decided.accepted());
        }).toList());
    }

    private Optional<EnteredRefund> read(ReturnRequest request, Map<String, String> inputs, List<AcceptedUnits> accepted) {
        LocalDate today = calendar.dayOf(Date.from(clock.instant()));
        RefundRules rules = terms.rules(request.getStatedBasis());
        return bases.of(request.getOrderId(), request.getId(), accepted.stream().map(AcceptedUnits::orderItemId).toList(),
            rules.withdrawal()).map(basis -> EnteredRefund.read(inputs, accepted, basis, today, rules));
    }

    private static AcceptedUnits accepted(ReturnLine line, int units) {
        return new AcceptedUnits(line.getId(), line.getOrderItemId(), line.getArticleName(), units);
    }
}
