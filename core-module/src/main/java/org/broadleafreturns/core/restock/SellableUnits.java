package org.broadleafreturns.core.restock;

import java.util.Map;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.request.GoodsOfLine;
import org.broadleafreturns.core.request.ReturnLine;

/**
 * How many units of a line can be sold again with a decision. At most those that are here and stay: what was accepted and has come,
 * and what was refused and is not sent back. Unless the merchant says otherwise, those of them that came in a condition to be sold
 * again; units whose condition nobody has noted count as new. What goes back to the shopper is what cannot be sold first. Units that never
 * left the shop are here too; they go back on the shelf only if the merchant says so, who may have none of them in hand.
 *
 * @param most how many can be
 * @param usual how many are, unless somebody says otherwise
 */
record SellableUnits(int most, int usual) {

    private static SellableUnits of(int staying, int received, Map<String, Integer> conditions, ReturnChoices choices, int unsent) {
        int unsellable = conditions.entrySet().stream().filter(some -> !choices.isSellable(some.getKey()))
            .mapToInt(Map.Entry::getValue).sum();
        return new SellableUnits(staying + unsent, Math.max(0, Math.min(staying, received - unsellable)));
    }

    /**
     * Before the decision.
     *
     * @param unsent how many units that are kept have never left the shop
     */
    static SellableUnits with(GoodsOfLine decided, ReturnLine line, ReturnChoices choices, int unsent) {
        Map<String, Integer> conditions = line.conditions();
        decided.conditions().forEach((condition, units) -> conditions.merge(condition, units, Integer::sum));
        return of(decided.accepted() - decided.kept() + decided.staying(), decided.received(), conditions, choices, unsent);
    }

    /** Since the decision. */
    static SellableUnits of(ReturnLine line, ReturnChoices choices, int unsent) {
        return of(line.getQuantityAccepted() - line.getQuantityKept() + line.getQuantityStaying(), line.getQuantityReceived(),
            line.conditions(), choices, unsent);
    }
}
