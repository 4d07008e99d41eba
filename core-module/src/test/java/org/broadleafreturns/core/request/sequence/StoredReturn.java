package org.broadleafreturns.core.request.sequence;

import java.util.List;
import java.util.Map;

/**
 * A return as it is stored.
 *
 * @param label the name of the label's file, or null
 * @param journal oldest first
 */
public record StoredReturn(String number, String status, int version, int articles, String label, List<Line> lines,
        List<Entry> journal) {

    /**
     * @param refused null where nobody has decided
     * @param reason of the refusal, or null
     * @param conditions units by the code of their condition
     */
    public record Line(Long id, Long itemId, int requested, int received, int kept, int accepted, Integer refused, int staying,
            String reason, Map<String, Integer> conditions) {
    }

    /**
     * @param row what else tells this entry from others
     * @param actor in which capacity, and the identifier
     * @param label the name of its file, or null
     */
    public record Entry(String row, String actor, String from, String to, String note, String label, boolean mailed) {
    }
}
