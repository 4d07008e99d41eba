package org.broadleafreturns.admin.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.openadmin.web.form.component.ListGrid;
import org.broadleafcommerce.openadmin.web.form.component.ListGridRecord;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.column.ListColumn;
import org.broadleafreturns.admin.page.Cells;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ShownPart;

/** The columns that features add to the list. The list is there for more than them: one that fails has empty cells. */
class FurtherColumns {

    private static final String TITLE = "rtn.admin.field.";
    private static final String NOTHING = "\u2014";
    private static final int ORDER = 8;

    private final List<ListColumn> columns;
    private final MerchantWords words;

    FurtherColumns(List<ListColumn> columns, MerchantWords words) {
        this.columns = List.copyOf(columns);
        this.words = words;
    }

    /** For the script of the list. */
    List<DeskHead.Column> heads() {
        return columns.stream().map(column -> new DeskHead.Column(column.name(), words.called(TITLE + column.name()))).toList();
    }

    /** Adds them to the right of what is there. */
    void addTo(ListGrid grid, List<ListedReturn> listed) {
        List<Long> returns = listed.stream().map(ListedReturn::id).toList();
        for (ListColumn column : columns) {
            Optional<Map<Long, String>> cells = returns.isEmpty() ? Optional.of(Map.of())
                : ShownPart.unlessItFails(column.name(), () -> column.cells(returns));
            Field header = field(column);
            header.setColumnWidth(column.width());
            header.setFilterSortDisabled(true);
            grid.getHeaderFields().add(header);
            for (ListGridRecord row : grid.getRecords()) {
                row.getFields().add(cell(column, cells.map(found -> found.getOrDefault(Long.valueOf(row.getId()), NOTHING)).orElse("")));
            }
        }
    }

    private static Field cell(ListColumn column, String text) {
        Field cell = field(column);
        cell.setValue(text.isEmpty() || text.equals(NOTHING) ? "none" : "some");
        Cells.show(cell, text);
        return cell;
    }

    private static Field field(ListColumn column) {
        return new Field().withName(column.name()).withFriendlyName(TITLE + column.name()).withOrder(ORDER);
    }
}
