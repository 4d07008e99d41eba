/** The dialog that corrects a return before its decision: form, preview of the mail, confirmation. */
package org.broadleafreturns.admin.correct;
