package org.broadleafreturns.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.demo.MeasuredShop.Visitor;

/** The page of an order in the back office, beside what a merchant sees who may not see returns. */
final class OrderPageMeasure implements Measure {

    private static final String PANEL = "rtn-panel-title";

    private static final Map<Integer, String> MARKS = Map.of(0, "≤ 1.05", 1, "≤ 1.1", 10, "≤ 1.2", 50, "≤ 1.4");

    @Override
    public String name() {
        return "order";
    }

    @Override
    public List<Comparison> comparisons(BenchShop shop) {
        Visitor merchant = shop.shop().merchant("admin");
        Visitor plain = shop.shop().merchant(BenchShop.PLAIN);
        String withReturn = "/order/" + shop.orderWith(1).id();
        BenchShop.require(merchant.get(withReturn).contains(PANEL), "the page of an order has no panel");
        BenchShop.require(!plain.get(withReturn).contains(PANEL), "the yardstick has the panel, too");
        List<Comparison> rows = new ArrayList<>();
        for (int returns : BenchShop.RETURNS_OF_AN_ORDER) {
            String page = "/order/" + shop.orderWith(returns).id();
            rows.add(Comparison.of("order page, " + returns + " returns", () -> merchant.get(page), "without the panel",
                () -> plain.get(page), MARKS.get(returns)));
        }
        return rows;
    }
}
