/** The entries of the back office's menu, with the permissions for them and who has them. */
package org.broadleafreturns.admin.menu;
