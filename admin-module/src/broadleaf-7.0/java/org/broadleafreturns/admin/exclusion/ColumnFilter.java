package org.broadleafreturns.admin.exclusion;

import org.broadleafcommerce.openadmin.web.form.component.ListGrid;

/**
 * How the platform's list filters by a column that refers to something: Broadleaf 7.0 takes what was typed into the search for
 * identifiers and shows the filter that is on without its first and last letter, unless the column is one of text.
 */
final class ColumnFilter {

    private static final String TEXT = "blcFilterOperators_Text";

    private ColumnFilter() {
    }

    static void byText(ListGrid list, String column) {
        list.getFieldWrapper().getFields().stream().filter(field -> column.equals(field.getId())).forEach(field -> {
            field.setOperators(TEXT);
            field.setType(null);
            field.setSelectizeSectionKey(null);
        });
    }
}
