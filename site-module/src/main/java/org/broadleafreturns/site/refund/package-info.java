/** Money back, on the shopper's page of a return. */
package org.broadleafreturns.site.refund;
