package org.broadleafreturns.admin.choice;

import org.broadleafreturns.core.choice.RefundType;
import org.broadleafreturns.core.choice.ReturnReason;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the root context, where the platform's persistence looks for handlers. */
@Configuration
public class CheckedChoiceConfiguration {

    @Bean
    CheckedChoices<ReturnReason> rtnCheckedReasons(ReturnLookup returns) {
        return new CheckedChoices<>(ReturnReason.class, returns::isReasonInUse);
    }

    @Bean
    CheckedChoices<RefundType> rtnCheckedRefundTypes(ReturnLookup returns) {
        return new CheckedChoices<>(RefundType.class, returns::isRefundTypeInUse);
    }
}
