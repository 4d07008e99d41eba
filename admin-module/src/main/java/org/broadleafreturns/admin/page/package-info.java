/** Pages of the module's own that stand in the back office's frame: menu, place in it, and content. */
package org.broadleafreturns.admin.page;
