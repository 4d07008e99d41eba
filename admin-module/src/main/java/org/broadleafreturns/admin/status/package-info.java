/** The dialog that changes the status of a return: form, preview of the mail, confirmation. */
package org.broadleafreturns.admin.status;
