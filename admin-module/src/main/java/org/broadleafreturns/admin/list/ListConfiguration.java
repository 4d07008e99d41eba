package org.broadleafreturns.admin.list;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.words.MerchantWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the controllers. */
@Configuration
public class ListConfiguration {

    @Bean
    ReturnListController rtnReturnListController(ReturnAccess access, AccessibleReturns returns, MerchantWords words) {
        return new ReturnListController(access, returns, words);
    }
}
