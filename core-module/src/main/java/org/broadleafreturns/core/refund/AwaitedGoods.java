package org.broadleafreturns.core.refund;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.request.GoodsOfLine;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.settings.ShopCalendar;

/**
 * On which day all goods were there that a refund may wait for. After a withdrawal those are all that were asked for, until a decision
 * ends the waiting; but what has not left the shop cannot come.
 */
class AwaitedGoods {

    private final UnsentUnits unsent;
    private final ShopCalendar calendar;

    AwaitedGoods(UnsentUnits unsent, ShopCalendar calendar) {
        this.unsent = unsent;
        this.calendar = calendar;
    }

    /** Of a return as it is; null while goods are missing, and where only its decision has ended the waiting for them. */
    LocalDate thereOn(ReturnRequest request) {
        boolean decided = request.getStatus().isDecision();
        if (!request.getStatedBasis().isWithdrawal()) {
            boolean back = request.getLines().stream().anyMatch(line -> line.getQuantityAccepted() > line.getQuantityKept());
            return decided && back ? lastArrival(request) : null;
        }
        int missing = request.getLines().stream().mapToInt(line -> line.getQuantityRequested() - line.getQuantityReceived()).sum();
        return afterWithdrawal(request, missing, missing == 0 ? 0 : units(decided ? UnsentUnits.noted(request) : unsent.of(request)));
    }

    /** Of one that nobody has decided on yet, with a decision on these goods. */
    LocalDate thereOn(ReturnRequest request, List<GoodsOfLine> goods, LocalDate today) {
        if (goods.stream().anyMatch(line -> line.arrived() > 0)) {
            return today;
        }
        if (!request.getStatedBasis().isWithdrawal()) {
            return goods.stream().anyMatch(line -> line.isDecided() && line.accepted() > line.kept()) ? lastArrival(request) : null;
        }
        int missing = goods.stream().mapToInt(line -> line.requested() - line.received()).sum();
        Map<Long, Integer> never = missing == 0 ? Map.of() : unsent.of(request);
        return afterWithdrawal(request, missing,
            goods.stream().mapToInt(line -> Math.min(line.kept(), never.getOrDefault(line.lineId(), 0))).sum());
    }

    /**
     * Where nothing can come, nothing was waited for since the statement.
     *
     * @param missing units that are not here
     * @param never those of them that have not left the shop
     */
    private LocalDate afterWithdrawal(ReturnRequest request, int missing, int never) {
        return missing > never ? null
            : never > 0 && never == request.getLines().stream().mapToInt(ReturnLine::getQuantityRequested).sum()
                ? request.getStatedBasis().statedOn() : lastArrival(request);
    }

    /** The day on which goods came last, with a decision or by themselves; null where no arrival was noted. */
    private LocalDate lastArrival(ReturnRequest request) {
        return request.lastArrival().map(calendar::dayOf).orElse(null);
    }

    private static int units(Map<Long, Integer> byLine) {
        return byLine.values().stream().mapToInt(Integer::intValue).sum();
    }
}
