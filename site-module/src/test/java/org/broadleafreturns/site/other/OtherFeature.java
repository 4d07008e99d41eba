package org.broadleafreturns.site.other;

import org.broadleafreturns.site.AccountPart;

/** Another feature in a package of its own. */
public record OtherFeature(AccountPart part) {
}
