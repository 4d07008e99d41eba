package org.broadleafreturns.admin.exclusion;

import org.broadleafcommerce.common.presentation.client.SupportedFieldType;
import org.broadleafcommerce.openadmin.web.form.component.ListGrid;

/**
 * How the platform's list filters by a column that refers to something: Broadleaf 3.1 takes what was typed into the search for
 * identifiers, and shows what is referred to a second time for a link that leads there, unless the column is one of text.
 */
final class ColumnFilter {

    private ColumnFilter() {
    }

    static void byText(ListGrid list, String column) {
        list.getHeaderFields().stream().filter(field -> column.equals(field.getName()))
            .forEach(field -> field.setFieldType(SupportedFieldType.STRING.toString()));
    }
}
