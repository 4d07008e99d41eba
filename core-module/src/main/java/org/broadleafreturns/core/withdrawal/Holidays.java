package org.broadleafreturns.core.withdrawal;

import java.time.LocalDate;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** Public holidays. A shop that knows better replaces the bean. */
@ForIntegrators
public interface Holidays {

    /**
     * @param place a country's code of ISO 3166-1, or with a hyphen a part of one as ISO 3166-2 has it, such as {@code DE-BY}
     * @return false for places of which nothing is known
     */
    boolean isHoliday(LocalDate day, String place);
}
