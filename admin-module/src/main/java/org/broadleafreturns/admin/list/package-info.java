/** The section <em>Returns</em>: the platform's own list over all returns, to look at and to search. */
package org.broadleafreturns.admin.list;
