package org.broadleafreturns.admin.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafcommerce.openadmin.web.form.component.ListGridRecord;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafreturns.admin.page.RowMark;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ShownPart;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The marks of the list's rows, as hidden fields of theirs, which the list's script puts beside the numbers. One that fails is left
 * out: people come to the list for more than that.
 */
class RowMarks {

    /** What their names begin with, for the list's script. */
    private static final String FIELD = "rtnMark.";

    private final ObjectProvider<RowMark> marks;
    private final MerchantWords words;

    RowMarks(ObjectProvider<RowMark> marks, MerchantWords words) {
        this.marks = marks;
        this.words = words;
    }

    void mark(ListGridRecord row, ShownList list) {
        list.marked(this::among).forEach((mark, marked) -> {
            if (marked.contains(Long.valueOf(row.getId()))) {
                row.getHiddenFields().add(new Field().withName(FIELD + mark.name()).withValue(words.message(mark.words())));
            }
        });
    }

    private Map<RowMark, Set<Long>> among(List<Long> returns) {
        Map<RowMark, Set<Long>> marked = new LinkedHashMap<>();
        marks.orderedStream().forEach(mark ->
            marked.put(mark, ShownPart.unlessItFails(mark.name(), () -> mark.among(returns)).orElse(Set.of())));
        return marked;
    }
}
