package org.broadleafreturns.admin.sample;

import org.broadleafreturns.admin.delivery.DeliveryPanel;
import org.broadleafreturns.core.request.ReturnRequest;

/** A screen of a new package that breaks the rules of the house. */
public record SampleScreen(DeliveryPanel ofAnother, ReturnRequest record) {
}
