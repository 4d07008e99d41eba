package org.broadleafreturns.core.refund;

import java.time.LocalDate;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Until when the money of a return has to be back, as pages show it. Public for the templates.
 *
 * @param day the last day in the shop's time zone; null where it was not recorded
 */
@ForIntegrators
public record DueView(DueState state, LocalDate day) {
}
