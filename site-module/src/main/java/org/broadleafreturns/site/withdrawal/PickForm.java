package org.broadleafreturns.site.withdrawal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.withdrawal.PickedOrder;
import org.broadleafreturns.core.withdrawal.WithdrawnLine;

/**
 * The articles of one order with what is picked of them. Public for the templates.
 *
 * @param lines all of the order
 * @param fault what is wrong with the whole, in words; null if nothing is
 */
public record PickForm(String order, List<Line> lines, String name, String email, String fault) {

    /**
     * One article.
     *
     * @param called in one line, with what tells it from others
     * @param typed the quantity as it was typed
     * @param fault what is wrong with that, in words; null if nothing is
     */
    public record Line(Long itemId, String name, List<String> details, String called, int ordered, String picture, boolean taken,
            String typed, String fault) {
    }

    /** All of it is picked. */
    static PickForm of(PickedOrder order, String name, String email) {
        return new PickForm(order.number(), order.lines().stream().map(line -> line(line, true, Integer.toString(line.quantity()), null))
            .toList(), name, email, null);
    }

    private static Line line(PickedOrder.Line line, boolean taken, String typed, String fault) {
        return new Line(line.orderItemId(), line.name(), line.details(), line.called(), line.quantity(), line.picture(), taken, typed,
            fault);
    }

    /** The same with what somebody has sent. */
    static PickForm sent(PickedOrder order, Map<String, String> inputs, String name, String email, ShownStatement.Words words) {
        List<Line> lines = new ArrayList<>();
        for (PickedOrder.Line line : order.lines()) {
            boolean taken = inputs.get("take[" + line.orderItemId() + "]") != null;
            String typed = inputs.getOrDefault("quantity[" + line.orderItemId() + "]", "").strip();
            lines.add(line(line, taken, typed, taken && units(typed, line.quantity()) == 0
                ? words.message("rtn.objection.withdrawal.units", line.quantity()) : null));
        }
        boolean nothing = lines.stream().noneMatch(Line::taken);
        return new PickForm(order.number(), lines, name, email, nothing ? words.message("rtn.objection.withdrawal.nothing") : null);
    }

    /** 0 for what is no number of them. */
    private static int units(String typed, int most) {
        int units = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
        return units > most ? 0 : units;
    }

    public boolean isFaulty() {
        return fault != null || lines.stream().anyMatch(line -> line.fault() != null);
    }

    /** What is picked; none if it is all of the order. */
    List<WithdrawnLine> picked() {
        Map<Long, WithdrawnLine> picked = new LinkedHashMap<>();
        lines.stream().filter(Line::taken).forEach(line ->
            picked.put(line.itemId(), new WithdrawnLine(line.itemId(), line.called(), units(line.typed(), line.ordered()))));
        boolean all = lines.stream().allMatch(line -> line.taken() && units(line.typed(), line.ordered()) == line.ordered());
        return all ? List.of() : List.copyOf(picked.values());
    }
}
