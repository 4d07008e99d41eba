/**
 * What is kept of a customer, for the customer to have and for the shop to forget. A feature that keeps something personal
 * contributes a {@link org.broadleafreturns.core.privacy.CustomerRecords}.
 */
package org.broadleafreturns.core.privacy;
