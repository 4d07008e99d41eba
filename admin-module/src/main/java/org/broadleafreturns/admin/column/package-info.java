/** What the list of returns shows of each row beside the return itself: whoever has something to show there contributes a column. */
package org.broadleafreturns.admin.column;
