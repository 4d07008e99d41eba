package org.broadleafreturns.admin.page;

import org.springframework.web.util.HtmlUtils;

/** What the platform's list makes of a cell's text: Broadleaf 7.0 writes it into the page as it is. */
final class CellMarkup {

    private CellMarkup() {
    }

    static String of(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
