/** Access to one order, or to one return, for those who have no account or are not logged in. */
package org.broadleafreturns.core.guest;
