package org.broadleafreturns.core.request.sequence;

import java.util.List;

/**
 * A return as it is stored.
 *
 * @param label the name of the label's file, or null
 * @param journal oldest first
 */
public record StoredReturn(String number, String status, int version, int articles, String label, List<Line> lines,
        List<Entry> journal) {

    public record Line(Long id, Long itemId, int requested, int received, int accepted) {
    }

    /**
     * @param row what else tells this entry from others
     * @param actor in which capacity, and the identifier
     * @param label the name of its file, or null
     */
    public record Entry(String row, String actor, String from, String to, String note, String label, boolean mailed) {
    }
}
