/** What the dialogs about returns are made of: parts, which features contribute. */
package org.broadleafreturns.admin.dialog;
