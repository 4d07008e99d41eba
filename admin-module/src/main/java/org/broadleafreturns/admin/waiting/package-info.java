/** The page of what is waiting. */
package org.broadleafreturns.admin.waiting;
