package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** How a customer has told the shop that they withdraw from the contract; any way counts (directive 2011/83/EU, article 11). */
@ForIntegrators
public enum StatementChannel {
    ONLINE, LETTER, EMAIL, PHONE
}
