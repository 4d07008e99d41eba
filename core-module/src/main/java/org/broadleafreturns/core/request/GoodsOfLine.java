package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What a step says of the goods of one line: what it brings, and how the line stands with it. Kept with the step's entry in the
 * journal, so that it is told for ever as it was then. Public for the templates.
 *
 * @param lineId the line's identifier
 * @param article what people call it; the line's own name where nothing more is known
 * @param requested units that were asked for then
 * @param arrived units that the step notes as received
 * @param conditions how many of these are in which condition, by its code; for merchants alone, and empty for others
 * @param received units that are here since, in all
 * @param kept units that need not come back
 * @param accepted units that a decision accepts; null where the step decides nothing
 * @param staying refused units that stay with the shop
 * @param refusalReason the code of the reason for which the others are refused, or null
 */
@ForIntegrators
public record GoodsOfLine(Long lineId, String article, int requested, int arrived, Map<String, Integer> conditions, int received,
        int kept, Integer accepted, int staying, String refusalReason) {

    private static final String NAME = "goods.";

    public GoodsOfLine {
        conditions = Map.copyOf(conditions);
    }

    /** Whether the step decides. */
    public boolean isDecided() {
        return accepted != null;
    }

    /** Units that are neither here nor kept. */
    public int missing() {
        return requested - received - kept;
    }

    /** Units that are here and not accepted; none before the decision. */
    public int refused() {
        return isDecided() ? received + kept - accepted : 0;
    }

    /** Refused units that go back to the shopper. */
    public int goingBack() {
        return refused() - staying;
    }

    GoodsOfLine called(String name) {
        return new GoodsOfLine(lineId, name, requested, arrived, conditions, received, kept, accepted, staying, refusalReason);
    }

    /** As a shopper may know it. */
    GoodsOfLine withoutConditions() {
        return new GoodsOfLine(lineId, article, requested, arrived, Map.of(), received, kept, accepted, staying, refusalReason);
    }

    /** Into the details of an entry of the journal. */
    void writeInto(Map<String, String> details) {
        NotedValues.Writer values = new NotedValues.Writer().with("requested", requested).with("arrived", arrived)
            .withConditions(conditions).with("received", received).with("kept", kept);
        if (isDecided()) {
            values.with("accepted", accepted).with("staying", staying);
            if (refusalReason != null) {
                values.with("refusal", refusalReason);
            }
        }
        details.put(NAME + lineId, values.toString());
    }

    /**
     * What {@link #writeInto} has written of some lines.
     *
     * @param articles what they are called, by identifier of the line, in the order in which they are told of
     */
    static List<GoodsOfLine> in(Map<String, String> details, Map<Long, String> articles) {
        return details.isEmpty() ? List.of() : articles.entrySet().stream().filter(line -> details.containsKey(NAME + line.getKey()))
            .map(line -> read(line.getKey(), line.getValue(), details.get(NAME + line.getKey()))).toList();
    }

    private static GoodsOfLine read(Long lineId, String article, String text) {
        NotedValues values = NotedValues.read(text);
        return new GoodsOfLine(lineId, article, values.number("requested"), values.number("arrived"), values.conditions(),
            values.number("received"), values.number("kept"), values.has("accepted") ? values.number("accepted") : null,
            values.number("staying"), values.text("refusal"));
    }
}
