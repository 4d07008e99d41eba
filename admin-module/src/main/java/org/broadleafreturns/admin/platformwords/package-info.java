/** The platform's own words in the merchant's language, where they stand on pages of returns. */
package org.broadleafreturns.admin.platformwords;
