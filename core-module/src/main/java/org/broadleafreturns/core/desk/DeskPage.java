package org.broadleafreturns.core.desk;

import java.util.List;

/**
 * A part of a list.
 *
 * @param ids the returns' identifiers, in the list's order
 * @param total how many rows the whole list has, at most {@link ReturnDesk#LIMIT}
 */
public record DeskPage(List<Long> ids, int total) {
}
