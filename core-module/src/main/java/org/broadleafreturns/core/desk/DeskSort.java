package org.broadleafreturns.core.desk;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** In which order a list's rows stand. */
@ForIntegrators
public record DeskSort(DeskColumn column, boolean ascending) {

    public static final DeskSort NEWEST_FIRST = new DeskSort(DeskColumn.SUBMITTED_AT, false);
    public static final DeskSort LONGEST_WAITING_FIRST = new DeskSort(DeskColumn.ATTENTION_AT, true);

    String sql() {
        String direction = ascending ? " ASC" : " DESC";
        return column.sql() + direction + ", R.REQUEST_ID" + direction;
    }
}
