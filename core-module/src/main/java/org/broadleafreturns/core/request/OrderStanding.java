package org.broadleafreturns.core.request;

import java.time.LocalDate;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * How an order stands for a merchant.
 *
 * @param changes what has become of it since returns of it were requested
 * @param open whether nothing stands against another return of it as a whole; what stands against its lines, the form says
 * @param lastDay the last day on which its customer can ask to return something of it, or could; null if there is none
 */
@ForIntegrators
public record OrderStanding(OrderChanges changes, boolean open, LocalDate lastDay) {
}
