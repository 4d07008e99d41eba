package org.broadleafreturns.core.request;

import org.broadleafreturns.core.platform.OrderedLine;

/** A line of the order that a correction brings into the return, with so many units. */
record AddedLine(OrderedLine ordered, LineStanding standing) {
}
