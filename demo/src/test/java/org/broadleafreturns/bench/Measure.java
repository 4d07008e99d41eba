package org.broadleafreturns.bench;

import java.util.List;

/** One or several rows of the table. */
interface Measure {

    /** By which it is chosen on the command line. */
    String name();

    /** What is compared. Makes whatever it needs in the shop. */
    List<Comparison> comparisons(BenchShop shop) throws Exception;
}
