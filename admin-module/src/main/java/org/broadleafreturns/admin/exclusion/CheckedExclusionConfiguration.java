package org.broadleafreturns.admin.exclusion;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the root context, where the platform's persistence looks for handlers. */
@Configuration
public class CheckedExclusionConfiguration {

    @Bean
    CheckedExclusions rtnCheckedExclusions() {
        return new CheckedExclusions();
    }
}
