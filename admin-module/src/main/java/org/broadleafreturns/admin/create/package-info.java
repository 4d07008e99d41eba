/** The dialog in which a merchant creates a return for the customer of an order. */
package org.broadleafreturns.admin.create;
