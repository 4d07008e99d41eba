package org.broadleafreturns.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What a shopper does on the request form: where scripts run, an article has to be ticked first. */
final class RequestPage {

    private RequestPage() {
    }

    /** @param line the place of the article among those of the order */
    static void pick(Page page, int line, int units, String reason) {
        pick(page.locator(".rtn-line").nth(line), units, reason);
    }

    static void pick(Locator line, int units, String reason) {
        Locator tick = line.locator(".rtn-tick");
        if (tick.isVisible()) {
            tick.check();
        }
        line.locator("input[name^='quantity']").fill(Integer.toString(units));
        line.locator("select[name^='reason']").selectOption(reason);
    }

    static void settle(Page page, String refundType) {
        page.check("#rtn-refund-type-" + refundType);
    }
}
