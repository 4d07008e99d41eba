/**
 * What a shopper chooses from in the request form: why something comes back, and what is wanted in exchange. The merchant
 * keeps both lists in the back office.
 */
package org.broadleafreturns.core.choice;
