package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What a correction makes of a line. Kept with its entry in the journal, so that it is told for ever as it was then. Public for the
 * templates.
 *
 * @param orderItemId the platform's identifier of the order item, of which a return has one line
 * @param article what people call it; the line's own name where nothing more is known
 * @param before how it stood
 * @param after how it stands since
 */
@ForIntegrators
public record CorrectedLine(Long orderItemId, String article, LineStanding before, LineStanding after) {

    private static final String NAME = "corrected.";
    private static final String REQUESTED = "requested";
    private static final String REASON = "reason";
    private static final String RECEIVED = "received";

    /** Whether the line was not in the return before. */
    public boolean isAdded() {
        return !before.isIn();
    }

    /** Whether the line is not in the return any more. */
    public boolean isTakenOut() {
        return !after.isIn();
    }

    /** Whether anything is another than it was. */
    boolean isChange() {
        return !before.equals(after);
    }

    CorrectedLine called(String name) {
        return new CorrectedLine(orderItemId, name, before, after);
    }

    /** As a shopper may know it. */
    CorrectedLine withoutConditions() {
        return new CorrectedLine(orderItemId, article, withoutConditions(before), withoutConditions(after));
    }

    private static LineStanding withoutConditions(LineStanding line) {
        return new LineStanding(line.requested(), line.reasonCode(), ReceivedUnits.of(line.received().units()));
    }

    /** Into the details of an entry of the journal. */
    void writeInto(Map<String, String> details) {
        details.put(NAME + orderItemId + ".before", written(before));
        details.put(NAME + orderItemId + ".after", written(after));
    }

    private static String written(LineStanding line) {
        return new NotedValues.Writer().with(REQUESTED, line.requested()).with(REASON, line.reasonCode())
            .with(RECEIVED, line.received().units()).withConditions(line.received().byCondition()).toString();
    }

    /**
     * What {@link #writeInto} has written of some lines.
     *
     * @param articles what they are called, by identifier of the order item, in the order in which they are told of
     */
    static List<CorrectedLine> in(Map<String, String> details, Map<Long, String> articles) {
        List<CorrectedLine> lines = new ArrayList<>();
        articles.forEach((item, article) -> {
            String before = details.get(NAME + item + ".before");
            if (before != null) {
                lines.add(new CorrectedLine(item, article, read(before), read(details.get(NAME + item + ".after"))));
            }
        });
        return lines;
    }

    private static LineStanding read(String text) {
        NotedValues values = NotedValues.read(text);
        return new LineStanding(values.number(REQUESTED), values.text(REASON),
            new ReceivedUnits(values.number(RECEIVED), values.conditions()));
    }
}
