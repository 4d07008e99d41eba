/** One command at a time on an order, on all nodes. */
package org.broadleafreturns.core.turn;
