package org.broadleafreturns.admin.create;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.DialogParts;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CreateConfiguration {

    @Bean
    CreateController rtnCreateController(AccessibleReturns returns, ReturnAccess access, ReturnLookup lookup,
            ShopOrders orders, ReturnSubmissionService submissions, ReturnChoices choices, DialogParts parts,
            MerchantWords words) {
        return new CreateController(returns, access, lookup, orders, submissions, choices, parts, words);
    }
}
