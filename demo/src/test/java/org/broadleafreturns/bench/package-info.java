/**
 * What the modules cost, measured: started by {@code bin/bench}, described in {@code docs/performance.md}. A measure is one
 * class
 * that implements {@link org.broadleafreturns.bench.Measure} and stands in the list of {@link
 * org.broadleafreturns.bench.Bench}.
 */
package org.broadleafreturns.bench;
