package org.broadleafreturns.admin.list;

import org.broadleafreturns.core.desk.ReturnDesk;
import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the platform's persistence looks for handlers. */
@Configuration
@InRootContext
class PersistenceConfiguration {

    @Bean
    ReturnFetch rtnReturnFetch(ReturnDesk desk, ReturnLookup returns) {
        return new ReturnFetch(desk, returns);
    }

    @Bean
    UnalterableReturns rtnUnalterableReturns() {
        return new UnalterableReturns();
    }
}
