/** The page on which a merchant sets how returns work. */
package org.broadleafreturns.admin.settings;
