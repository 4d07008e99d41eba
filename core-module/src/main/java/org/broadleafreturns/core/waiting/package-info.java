/** What waits in the shop's background: how much of it, since when, and whether that is too much. */
package org.broadleafreturns.core.waiting;
