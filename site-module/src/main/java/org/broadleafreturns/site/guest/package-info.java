/** How guests are let in to an order or a return, and the page of the order that is open to them. */
package org.broadleafreturns.site.guest;
