package org.broadleafreturns.core.desk;

import java.util.Date;
import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many rows the whole list has, at most {@link ReturnDesk#LIMIT}
 * @param more whether there are more than those, which the list does not show
 */
public record DeskPage(List<Row> rows, int total, boolean more) {

    /**
     * @param attentionAt since when somebody should act, or from when on; null if nobody has to
     */
    public record Row(Long id, Date submittedAt, Date attentionAt) {
    }
}
