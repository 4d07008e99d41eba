/** Work that is done later, on any node, out of the shop's own database. */
package org.broadleafreturns.core.background;
