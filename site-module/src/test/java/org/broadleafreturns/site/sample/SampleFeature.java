package org.broadleafreturns.site.sample;

import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.site.AccountPart;
import org.broadleafreturns.site.other.OtherFeature;

/** A feature in a new package that breaks the rules of the house. */
public record SampleFeature(AccountPart part, OtherFeature other, ReturnLine line) {
}
