package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** On what a return is based in law. */
@ForIntegrators
public enum LegalBasis {
    /** The shop takes goods back because it has promised to, or because it wants to. */
    VOLUNTARY,
    /** The customer has withdrawn from the contract (directive 2011/83/EU, article 9). */
    WITHDRAWAL
}
