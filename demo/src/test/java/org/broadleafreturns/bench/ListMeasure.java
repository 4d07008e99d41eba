package org.broadleafreturns.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.broadleafreturns.demo.MeasuredShop.Visitor;

/** The list of returns, beside the platform's own list over the same rows. */
final class ListMeasure implements Measure {

    private static final List<String> SORTED = List.of("number", "orderNumber", "customerFirstName", "customerLastName",
        "status",
        "submittedAt", "articleCount");
    private static final String NEWEST_FIRST = "sortProperty=submittedAt&sortDirection=DESCENDING";
    private static final String AS_THE_PLATFORM = "≤ 1.15 at 1,000, ≤ 0.7 at a million; growth < 1.3";
    private static final String GROWTH = "growth < 1.5";
    private static final int FAR = 9_900;

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<Comparison> comparisons(BenchShop shop) {
        Visitor merchant = shop.shop().merchant("admin");
        BenchShop.require(merchant.get("/bench-returns?" + NEWEST_FIRST).contains("data-totalrecords"),
            "the yardstick is no list");
        BenchShop.require(merchant.get("/returns?view=all").contains("SO-1"), "the list of returns shows none");
        List<Comparison> rows = new ArrayList<>();
        rows.add(both(merchant, "list, first page", "view=all", NEWEST_FIRST, AS_THE_PLATFORM));
        rows.add(both(merchant, "list, what is to do", "view=todo", "status=REQUESTED&" + NEWEST_FIRST, AS_THE_PLATFORM));
        for (String property : SORTED) {
            String sort = "sortProperty=" + property + "&sortDirection=ASCENDING";
            rows.add(both(merchant, "list, by " + property, "view=all&" + sort, sort, AS_THE_PLATFORM));
        }
        rows.add(filtered(merchant, "list, status equals", "status=RECEIVED", GROWTH));
        rows.add(filtered(merchant, "list, number of articles equals", "articleCount=3", GROWTH));
        rows.add(filtered(merchant, "list, order number begins", "orderNumber=SO-1001", GROWTH));
        rows.add(filtered(merchant, "list, return number begins", "number=RB", GROWTH));
        String month = shop.sql().queryForObject("SELECT MAX(SUBMITTED_AT) FROM RTN_REQUEST", java.sql.Timestamp.class)
            .toLocalDateTime().minusMonths(2).toString().substring(0, 7).replace('-', '.');
        rows.add(filtered(merchant, "list, days of a month", "submittedAt="
            + encoded(month + ".01 00:00:00|" + month + ".28 00:00:00"), GROWTH));
        rows.add(both(merchant, "search for a customer", "view=all&q=obrien", "customerLastName=" + encoded("O’Brien") + "&"
            + NEWEST_FIRST,
            GROWTH));
        rows.add(both(merchant, "search for an article", "view=all&q=" + encoded("boston fern"), NEWEST_FIRST, GROWTH));
        int far = Math.min(FAR, shop.size() - 100);
        rows.add(Comparison.of("list, row " + String.format(java.util.Locale.ROOT, "%,d", far),
            () -> merchant.get("/returns?view=all&startIndex=" + far + "&maxIndex=" + (far + 49)), "our first page",
            () -> merchant.get("/returns?view=all"), "≤ 1.3"));
        rows.add(filtered(merchant, "list, text inside a last name", "customerLastName=tei", "≤ 1.0"));
        return rows;
    }

    private static Comparison filtered(Visitor merchant, String what, String filter, String mark) {
        return both(merchant, what, "view=all&" + filter, filter + "&" + NEWEST_FIRST, mark);
    }

    private static Comparison both(Visitor merchant, String what, String ours, String theirs, String mark) {
        return Comparison.of(what, () -> merchant.get("/returns?" + ours), "platform’s list",
            () -> merchant.get("/bench-returns?" + theirs), mark);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
