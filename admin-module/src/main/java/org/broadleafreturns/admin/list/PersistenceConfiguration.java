package org.broadleafreturns.admin.list;

import org.broadleafreturns.core.desk.ReturnDesk;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the root context, where the platform's persistence looks for handlers. */
@Configuration
public class PersistenceConfiguration {

    @Bean
    ReturnFetch rtnReturnFetch(ReturnDesk desk, ReturnLookup returns) {
        return new ReturnFetch(desk, returns);
    }

    @Bean
    UnalterableReturns rtnUnalterableReturns() {
        return new UnalterableReturns();
    }
}
