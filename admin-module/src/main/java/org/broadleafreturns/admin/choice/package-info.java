/**
 * The sections <em>Reasons</em>, <em>Refund types</em>, <em>Conditions</em> and <em>Reasons for refusals</em>: lists that the merchant
 * keeps.
 */
package org.broadleafreturns.admin.choice;
