/** The sections <em>Reasons</em> and <em>Refund types</em>: two lists that the merchant keeps. */
package org.broadleafreturns.admin.choice;
