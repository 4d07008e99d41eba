package org.broadleafreturns.admin.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.openadmin.web.form.component.ListGrid;
import org.broadleafcommerce.openadmin.web.form.component.ListGridRecord;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.column.ListColumn;
import org.broadleafreturns.admin.words.MerchantWords;
import org.junit.jupiter.api.Test;

class FurtherColumnsUnitTests {

    private final List<Collection<Long>> asked = new ArrayList<>();
    private final ListColumn weights = ListColumn.of("weight", "80px", returns -> {
        asked.add(returns);
        return Map.of(7L, "3 kg");
    });
    private final ListColumn failing = ListColumn.of("shelf", "40px", returns -> {
        throw new IllegalStateException("No shelf");
    });

    @Test
    void addEachAHeadingAndACellToEachRow() {
        ListGrid grid = gridOf(7, 8);

        columns(weights).addTo(grid, listed(7, 8));

        assertThat(grid.getHeaderFields()).extracting(Field::getName, Field::getFriendlyName, Field::getColumnWidth,
            Field::getFilterSortDisabled).containsExactly(tuple("weight", "rtn.admin.field.weight", "80px", true));
        assertThat(grid.getRecords()).extracting(row -> row.getFields().iterator().next().getDisplayValue()).element(0).isEqualTo("3 kg");
        assertThat(values(grid)).containsExactly("some", "none");
    }

    @Test
    void areAskedOnceForAllRowsAndNotForNone() {
        columns(weights).addTo(gridOf(7, 8), listed(7, 8));
        columns(weights).addTo(gridOf(), List.of());

        assertThat(asked).containsExactly(List.of(7L, 8L));
    }

    @Test
    void thatFailLeaveTheListAsItIs() {
        ListGrid grid = gridOf(7);

        columns(failing, weights).addTo(grid, listed(7));

        assertThat(grid.getHeaderFields()).extracting(Field::getName).containsExactly("shelf", "weight");
        assertThat(grid.getRecords().get(0).getFields()).extracting(Field::getName, Field::getValue)
            .containsExactly(tuple("shelf", "none"), tuple("weight", "some"));
        assertThat(grid.getRecords().get(0).getFields().iterator().next().getDisplayValue()).isEmpty();
    }

    private static FurtherColumns columns(ListColumn... columns) {
        return new FurtherColumns(List.of(columns), mock(MerchantWords.class));
    }

    private static List<String> values(ListGrid grid) {
        return grid.getRecords().stream().map(row -> row.getFields().iterator().next().getValue()).toList();
    }

    private static ListGrid gridOf(long... ids) {
        ListGrid grid = new ListGrid();
        for (long id : ids) {
            ListGridRecord row = new ListGridRecord();
            row.setId(Long.toString(id));
            grid.getRecords().add(row);
        }
        return grid;
    }

    private static List<ListedReturn> listed(long... ids) {
        List<ListedReturn> listed = new ArrayList<>();
        for (long id : ids) {
            listed.add(new ListedReturn(id, new Date(), null));
        }
        return listed;
    }
}
