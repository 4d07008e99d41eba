/** What a shopper chooses from in the request form: why something comes back, and what is wanted in exchange. */
package org.broadleafreturns.core.choice;
