package org.broadleafreturns.admin.list;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the root context, where the platform's persistence looks for handlers. */
@Configuration
public class PersistenceConfiguration {

    @Bean
    UnalterableReturns rtnUnalterableReturns() {
        return new UnalterableReturns();
    }
}
