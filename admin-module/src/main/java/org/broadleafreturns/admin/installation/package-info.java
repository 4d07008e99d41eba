/** What the back office checks of the shop that it is installed in. */
package org.broadleafreturns.admin.installation;
