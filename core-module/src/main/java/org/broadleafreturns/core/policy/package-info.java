/**
 * May this order, this line, this many units be returned now, and if not, why not, in words a shopper understands. Knows
 * nothing of return requests: whoever asks says how many units are taken already.
 */
package org.broadleafreturns.core.policy;
