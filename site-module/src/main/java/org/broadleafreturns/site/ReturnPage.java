package org.broadleafreturns.site;

import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.OrderChanges;
import org.broadleafreturns.core.request.ReturnView;

/**
 * What the page of a shopper's return knows of it.
 *
 * @param shown the return
 * @param changes what has become of its order since; nothing once the return is done
 * @param cancellable whether the shopper can still call it off
 * @param returnAddress where to send the goods while a label waits for them, or a decision was taken back and none have come, if the shop
 *     says so; else null
 */
@ForIntegrators
public record ReturnPage(ReturnView shown, OrderChanges changes, boolean cancellable, String returnAddress) {
}
