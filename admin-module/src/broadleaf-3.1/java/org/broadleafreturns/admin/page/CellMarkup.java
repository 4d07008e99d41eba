package org.broadleafreturns.admin.page;

/** What the platform's list makes of a cell's text: Broadleaf 3.1 escapes it. */
final class CellMarkup {

    private CellMarkup() {
    }

    static String of(String text) {
        return text;
    }
}
