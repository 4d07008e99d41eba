/** Returns in the back office: the list, the panel on the order's page, the dialog that changes a status. */
package org.broadleafreturns.admin;
