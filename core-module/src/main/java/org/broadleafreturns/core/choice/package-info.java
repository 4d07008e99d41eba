/**
 * What a shopper chooses from in the request form: why something comes back, and what is wanted in exchange; and what a merchant
 * chooses from: in which condition it came, and why it is refused. The merchant keeps these lists in the back office.
 */
package org.broadleafreturns.core.choice;
