/**
 * When fulfilment groups were delivered, which the platform does not record: noted by itself when a group's status becomes
 * delivered, or told by a merchant.
 */
package org.broadleafreturns.core.delivery;
