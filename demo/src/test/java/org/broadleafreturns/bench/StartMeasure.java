package org.broadleafreturns.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.demo.StartProbe;
import org.broadleafreturns.demo.StartProbe.Part;

/** How long each application takes to start with the modules and without, and how much memory both take together. */
final class StartMeasure implements Measure {

    private static final int STARTS = 10;
    private static final int HEAPS = 3;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Comparison> comparisons(BenchShop shop) {
        if (shop.server().equals("h2")) {
            System.out.println("The starts need a database server: H2 is in the memory of this virtual machine");
            return List.of();
        }
        Map<String, String> database = shop.shop().databaseProperties();
        List<Comparison> rows = new ArrayList<>();
        for (Part part : new Part[] {Part.BACK_OFFICE, Part.STOREFRONT}) {
            rows.add(new Comparison("start of the " + part.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                () -> StartProbe.measure(part, true, database).seconds(), "without the modules",
                () -> StartProbe.measure(part, false, database).seconds(), "≤ 1 s more", "s", STARTS, 0));
        }
        rows.add(new Comparison("heap after the start of both", () -> StartProbe.measure(Part.BOTH, true, database).megabytes(),
            "without the modules", () -> StartProbe.measure(Part.BOTH, false, database).megabytes(), "≤ 15 MB more", "MB",
            HEAPS, 0));
        return rows;
    }
}
