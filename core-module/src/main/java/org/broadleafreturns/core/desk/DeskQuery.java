package org.broadleafreturns.core.desk;

import java.util.List;

/**
 * A list of returns that somebody asks for.
 *
 * @param searched what was typed into the search; null or blank for nothing
 * @param sort null for the view's own
 */
public record DeskQuery(DeskView view, String searched, List<DeskFilter> filters, DeskSort sort) {

    public DeskQuery {
        filters = List.copyOf(filters);
        sort = sort == null ? view.sort() : sort;
    }
}
