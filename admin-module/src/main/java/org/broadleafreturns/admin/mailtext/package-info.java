/** The pages on which a merchant writes what mails say. */
package org.broadleafreturns.admin.mailtext;
