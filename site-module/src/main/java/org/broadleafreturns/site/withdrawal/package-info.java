/** The pages on which shoppers withdraw from a contract, with an account or without, and the links to them. */
package org.broadleafreturns.site.withdrawal;
