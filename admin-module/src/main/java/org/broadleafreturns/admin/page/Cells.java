package org.broadleafreturns.admin.page;

import org.broadleafcommerce.openadmin.web.form.entity.Field;

/** Cells of the platform's lists. */
public final class Cells {

    private Cells() {
    }

    /** Lets a cell show a text as it is, whatever a list of the platform's line makes of markup. */
    public static void show(Field cell, String text) {
        String markup = CellMarkup.of(text);
        cell.setDisplayValue(markup);
        if (!markup.equals(text)) {
            cell.setTooltip(text);
        }
    }
}
