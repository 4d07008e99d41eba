/**
 * Random sequences of commands on the returns of one order, what the design says of each, and the comparison with what is
 * stored. The tests of this module run them in memory, the demo's on real databases.
 */
package org.broadleafreturns.core.request.sequence;
