/**
 * Money back: what returned units are worth, what is proposed, what was refunded through which payment, and what became of it. A
 * refund is a record of its own beside the return, and never a status of it.
 */
package org.broadleafreturns.core.refund;
