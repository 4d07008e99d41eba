/** Dates, sizes and messages in the merchant's language. */
package org.broadleafreturns.admin.words;
