package org.broadleafreturns.demo;

import java.util.Map;

/** What orders of the demo's articles were paid, in the words of {@link NodeCommands#said}, by what was ordered. */
final class DemoMoney {

    /** With a discount of 15.84 that does not divide, and 3 × 42.00 for a set whose parts alone would cost 46.90. */
    static final Map<String, String> SAID = Map.of(
        "1=3 2=2 5=5", "3 44.70 4.47 8.05, 2 64.00 6.40 11.52, 5 49.75 4.97 8.96,"
            + " delivery 4.90, fees 0.00, total 176.04 EUR adds up",
        "12=3", "6 53.46 5.34 10.86, 3 72.54 7.26 14.74, delivery 4.90, fees 0.00, total 143.90 EUR adds up",
        "1=7", "7 104.30 10.43 18.77, delivery 4.90, fees 0.00, total 117.54 EUR adds up",
        "12=1 5=2 9=1", "2 19.90 0.00 3.98, 1 6.00 0.00 1.20, 2 17.82 0.00 3.98, 1 24.18 0.00 5.40,"
            + " delivery 9.80, fees 0.00, total 92.26 EUR adds up");

    private DemoMoney() {
    }
}
