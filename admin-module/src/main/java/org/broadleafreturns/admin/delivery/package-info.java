/** When an order's goods were delivered, on the page of the order. */
package org.broadleafreturns.admin.delivery;
