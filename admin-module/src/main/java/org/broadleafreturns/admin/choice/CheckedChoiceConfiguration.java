package org.broadleafreturns.admin.choice;

import org.broadleafreturns.core.choice.RefundType;
import org.broadleafreturns.core.choice.ReturnReason;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * For the root context, where the platform's persistence looks for handlers. What the methods return names no entity: Spring
 * reads type arguments before Broadleaf 7.0 has made the persistence unit, and an entity loaded that early stops the shop's start.
 */
@Configuration
public class CheckedChoiceConfiguration {

    @Bean
    CheckedChoices<?> rtnCheckedReasons(ReturnLookup returns) {
        return new CheckedChoices<>(ReturnReason.class, returns::isReasonInUse);
    }

    @Bean
    CheckedChoices<?> rtnCheckedRefundTypes(ReturnLookup returns) {
        return new CheckedChoices<>(RefundType.class, returns::isRefundTypeInUse);
    }
}
