package org.broadleafreturns.core.desk;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.ReturnStatus;

/**
 * One of the views in which merchants see their returns. Each bean of this type is a view, in the order of the beans; a module
 * or shop can add its own.
 *
 * @param key what it is called in addresses; its title is the message {@code rtn.admin.desk.view.<key>}
 * @param condition which returns are in it, in SQL over RTN_REQUEST R that every database takes and an index serves;
 *     {@code :now} is the present moment. Null for all
 * @param sort how it is sorted unless somebody asks for something else
 */
@ForIntegrators
public record DeskView(String key, String condition, DeskSort sort) {

    /** A view of returns in some statuses, newest first. */
    public static DeskView of(String key, ReturnStatus... statuses) {
        String list = Arrays.stream(statuses).map(status -> "'" + status.name() + "'").collect(Collectors.joining(", "));
        return new DeskView(key, statuses.length == 1 ? "R.STATUS = " + list : "R.STATUS IN (" + list + ")", DeskSort.NEWEST_FIRST);
    }
}
