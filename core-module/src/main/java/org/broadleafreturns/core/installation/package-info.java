/** What is missing or unfit in the shop that the modules were installed in, said at the start and on the settings page. */
package org.broadleafreturns.core.installation;
