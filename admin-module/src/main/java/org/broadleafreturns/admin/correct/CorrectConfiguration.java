package org.broadleafreturns.admin.correct;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.ReturnHead;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.request.CorrectionService;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnViews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CorrectConfiguration {

    @Bean
    CorrectableReturns rtnCorrectableReturns(ReturnViews views, ReturnLookup lookup, ReturnChoices choices, GoodsWords goods,
            MerchantWords words) {
        return new CorrectableReturns(views, lookup, choices, goods, words);
    }

    @Bean
    CorrectController rtnCorrectController(AccessibleReturns returns, ReturnAccess access, CorrectableReturns correctable,
            ReturnLookup lookup, ReturnHead head, CorrectionService corrections, GoodsWords goods, MerchantWords words) {
        return new CorrectController(returns, access, correctable, lookup, head, corrections, goods, words);
    }
}
