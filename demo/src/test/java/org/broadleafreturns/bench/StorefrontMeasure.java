package org.broadleafreturns.bench;

import java.util.List;
import org.broadleafreturns.demo.MeasuredShop;
import org.broadleafreturns.demo.MeasuredShop.Visitor;

/** What a shopper waits for. */
final class StorefrontMeasure implements Measure {

    private static final String LINK = "rtn-order-link";

    @Override
    public String name() {
        return "storefront";
    }

    @Override
    public List<Comparison> comparisons(BenchShop shop) {
        Visitor many = shop.shop().shopper(BenchShop.HISTORY);
        Visitor closed = shop.shop().shopperWithoutReturns(BenchShop.HISTORY);
        Visitor asking = shop.shop().shopper(BenchShop.FORM);
        String order = shop.formOrder().number();
        BenchShop.require(many.get("/account/orders").contains(LINK), "the order history has no link");
        BenchShop.require(!closed.get("/account/orders").contains(LINK), "the yardstick has the link, too");
        return List.of(
            Comparison.of("order history of " + BenchShop.ORDERS_IN_HISTORY + " orders", () -> many.get("/account/orders"),
                "without the link", () -> closed.get("/account/orders"), "≤ 1.1"),
            Comparison.of("request form of " + BenchShop.LINES_IN_FORM + " lines",
            () -> asking.get(MeasuredShop.requestForm(order)),
                "the shop’s page of the order", () -> asking.get("/account/orders/" + order), "≤ 1.2"));
    }
}
