package org.broadleafreturns.site;

import org.broadleafreturns.site.sample.SampleFeature;

/** A page that knows a feature, as none must. */
record SampleUse(SampleFeature feature) {
}
