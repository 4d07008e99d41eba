package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadleafreturns.core.history.JournalEntry;
import org.springframework.context.MessageSource;

/**
 * Which of the units that are accepted without coming back have never left the shop: noted with the decision, since the shop may
 * say something else of its parcels later. Nobody enters it.
 */
class UnsentPart implements StepPart {

    static final String NAME = "unsent";

    private final UnsentUnits unsent;
    private final MessageSource messages;

    UnsentPart(UnsentUnits unsent, MessageSource messages) {
        this.unsent = unsent;
        this.messages = messages;
    }

    private static String input(ReturnLine line) {
        return NAME + "[" + line.getId() + "]";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return to == ReturnStatus.ACCEPTED || to == ReturnStatus.PARTIALLY_ACCEPTED
            ? request.getLines().stream().filter(line -> line.missing() > 0).map(UnsentPart::input).collect(Collectors.toSet()) : Set.of();
    }

    /** Whatever was sent by that name is none of a merchant's. */
    @Override
    public Map<String, String> made(EnteredStep step) {
        Map<String, String> made = new TreeMap<>();
        Map<Long, Integer> units = unsent.kept(step);
        step.request().getLines().forEach(line -> {
            if (units.containsKey(line.getId())) {
                made.put(input(line), units.get(line.getId()).toString());
            } else if (step.input(input(line)) != null) {
                made.put(input(line), "0");
            }
        });
        return made;
    }

    @Override
    public List<String> said(EnteredStep step, Map<Long, String> articles, Locale reader) {
        List<String> said = new ArrayList<>();
        unsent.kept(step).forEach((line, units) ->
            said.add(messages.getMessage("rtn.unsent.said", new Object[] {articles.getOrDefault(line, ""), units}, reader)));
        return said;
    }

    @Override
    public void perform(EnteredStep step, Happening happening) {
        Map<String, String> details = new TreeMap<>();
        step.request().getLines().forEach(line -> {
            int units = UnsentUnits.noted(step, line);
            if (units > 0) {
                details.put(line.getOrderItemId().toString(), Integer.toString(units));
            }
        });
        if (!details.isEmpty()) {
            happening.note(step.request(), new JournalEntry(ReturnRequest.UNSENT, happening.when(), happening.actor()).detailed(details));
        }
    }
}
