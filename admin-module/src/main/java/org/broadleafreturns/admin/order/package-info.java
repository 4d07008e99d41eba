/** Returns on the page of their order, with their labels and mails. */
package org.broadleafreturns.admin.order;
