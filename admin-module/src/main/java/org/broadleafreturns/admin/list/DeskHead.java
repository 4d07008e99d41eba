package org.broadleafreturns.admin.list;

import java.util.List;

/**
 * What stands above the list.
 *
 * @param view the key of the view that is shown
 * @param searched what was searched for, or an empty text
 * @param filling whether a search may not find returns of before yet
 * @param limit how many rows a list shows at most
 * @param columns that features have added
 * @param statuses what each status means, of those that mean something
 */
public record DeskHead(String view, String searched, List<Tab> tabs, boolean filling, int limit, List<Column> columns,
    List<Status> statuses) {

    /**
     * @param count how many, in the merchant's language
     * @param query of its address, with what is searched and filtered for
     */
    public record Tab(String key, String title, String count, String query, boolean shown) {
    }

    /** @param name of its fields */
    public record Column(String name, String title) {
    }

    /** @param description what shoppers are told of it */
    public record Status(String name, String description) {
    }
}
