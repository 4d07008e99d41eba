package org.broadleafreturns.site.withdrawal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafreturns.core.withdrawal.PickedOrder;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.WithdrawnLine;

/**
 * The articles of one order with what is picked of them. Public for the templates.
 *
 * @param lines all of the order; none if it has none any more, or too many for a form, so that articles are typed
 * @param many whether it has too many
 * @param articles as they were typed
 * @param faults in words, by the name of their input; of nothing being picked, by "lines"
 */
public record PickForm(String order, List<Line> lines, boolean many, String articles, Who who, Map<String, String> faults) {

    /** Servers read 1,000 inputs of a form: two a line, and a few more. Of others they would leave out the last articles. */
    static final int MOST_LINES = 490;

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

    /**
     * Who withdraws, as far as is known.
     *
     * @param asked the inputs for what their account does not have
     */
    public record Who(String name, String email, Set<String> asked) {

        /** @param typed in place of what the account does not have */
        static Who of(WithdrawalContent account, WithdrawalContent typed) {
            Set<String> asked = TypedForm.missing(account).keySet();
            return new Who(asked.contains("name") ? typed.name() : account.name(),
                asked.contains("email") ? typed.email() : account.email(), asked);
        }
    }

    /** All of it is picked. */
    static PickForm of(PickedOrder order, Who who) {
        return new PickForm(order.number(), tickable(order).stream()
            .map(line -> line(line, true, Integer.toString(line.quantity()), null)).toList(), isMany(order), "", who, Map.of());
    }

    /** What a statement picks. */
    static PickForm of(PickedOrder order, WithdrawalContent stated, Who who) {
        Map<Long, Integer> units = stated.lines().stream()
            .collect(Collectors.toMap(WithdrawnLine::orderItemId, WithdrawnLine::quantity, Integer::sum));
        return new PickForm(order.number(), tickable(order).stream().map(line -> line(line, stated.isOfAll()
            || units.containsKey(line.orderItemId()), units.getOrDefault(line.orderItemId(), line.quantity()).toString(), null)).toList(),
            isMany(order), stated.articles(), who, Map.of());
    }

    /** The same with what somebody has sent. */
    static PickForm sent(PickedOrder order, Map<String, String> inputs, Who who, ShownStatement.Words words) {
        List<Line> lines = new ArrayList<>();
        for (PickedOrder.Line line : tickable(order)) {
            boolean taken = inputs.get("take[" + line.orderItemId() + "]") != null;
            String typed = inputs.getOrDefault("quantity[" + line.orderItemId() + "]", "").strip();
            lines.add(line(line, taken, typed, taken && units(typed, line.quantity()) == 0
                ? words.message("rtn.objection.withdrawal.units", line.quantity()) : null));
        }
        WithdrawalContent content = WithdrawalContent.typed(who.name(), order.number(), who.email(),
            lines.isEmpty() ? inputs.get("articles") : "", ShownStatement.Words.locale());
        Map<String, String> faults = new LinkedHashMap<>();
        if (!lines.isEmpty() && lines.stream().noneMatch(Line::taken)) {
            faults.put("lines", words.message("rtn.objection.withdrawal.nothing"));
        }
        faults.putAll(TypedForm.missing(content, words));
        return new PickForm(order.number(), lines, isMany(order), content.articles(), who, faults);
    }

    private static List<PickedOrder.Line> tickable(PickedOrder order) {
        return isMany(order) ? List.of() : order.lines();
    }

    private static boolean isMany(PickedOrder order) {
        return order.lines().size() > MOST_LINES;
    }

    private static Line line(PickedOrder.Line line, boolean taken, String typed, String fault) {
        return new Line(line.orderItemId(), line.name(), line.details(), line.called(), line.quantity(), line.picture(), taken, typed,
            fault);
    }

    /** 0 for what is no number of them. */
    private static int units(String typed, int most) {
        int units = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
        return units > most ? 0 : units;
    }

    public boolean isFaulty() {
        return !faults.isEmpty() || lines.stream().anyMatch(line -> line.fault() != null);
    }

    /** What is wrong with an input, or null. */
    public String fault(String input) {
        return faults.get(input);
    }

    /** The code of what the page begins with. */
    public String lead() {
        if (lines.isEmpty()) {
            return many ? "rtn.site.withdrawal.lead.many" : "rtn.site.withdrawal.lead.none";
        }
        return lines.stream().allMatch(Line::taken) ? "rtn.site.withdrawal.lead.pick" : "rtn.site.withdrawal.lead.some";
    }

    /** What was ordered, for when nobody is logged in any more who could be asked; see {@link PickedInWords}. */
    public String whole() {
        return lines.isEmpty() ? PickedInWords.DESCRIBED : lines.stream()
            .map(line -> PickedInWords.counted(line.itemId().toString(), Integer.toString(line.ordered())))
            .collect(Collectors.joining(" "));
    }

    /** What is picked; none if it is all of the order, or if articles are typed. */
    List<WithdrawnLine> picked() {
        List<WithdrawnLine> picked = lines.stream().filter(Line::taken)
            .map(line -> new WithdrawnLine(line.itemId(), line.called(), units(line.typed(), line.ordered()))).toList();
        boolean all = lines.stream().allMatch(line -> line.taken() && units(line.typed(), line.ordered()) == line.ordered());
        return all ? List.of() : picked;
    }
}
