package org.broadleafreturns.admin.exclusion;

import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.core.exclusion.Exclusion;
import org.broadleafreturns.core.exclusion.MarkHistory;
import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the platform's persistence looks for handlers. */
@Configuration
@InRootContext
class CheckedExclusionConfiguration {

    @Bean
    WordFields rtnGroundFields(ReturnsSettings settings) {
        return new WordFields(new WordFields.Layout("ground", false, false, Exclusion.GROUND_LENGTH, "ground", 5,
            "rtn.admin.exclusion.groundOwn", "rtn.admin.exclusion.groundOwn.help"), settings);
    }

    @Bean
    CheckedExclusions rtnCheckedExclusions(@Qualifier("rtnGroundFields") WordFields grounds, MarkHistory history) {
        return new CheckedExclusions(grounds, history);
    }
}
