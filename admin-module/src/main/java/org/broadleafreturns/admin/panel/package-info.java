/** What the page of an order shows of its returns, piece by piece: whoever has something to show there contributes a part. */
package org.broadleafreturns.admin.panel;
