package org.broadleafreturns.admin.choice;

import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.core.choice.GoodsCondition;
import org.broadleafreturns.core.choice.MerchantChoice;
import org.broadleafreturns.core.choice.RefundType;
import org.broadleafreturns.core.choice.RefusalReason;
import org.broadleafreturns.core.choice.ReturnReason;
import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the platform's persistence looks for handlers. What the methods return names no entity: Spring
 * reads type arguments before Broadleaf 7.0 has made the persistence unit, and an entity loaded that early stops the shop's start.
 */
@Configuration
@InRootContext
class CheckedChoiceConfiguration {

    @Bean
    WordFields rtnLabelFields(ReturnsSettings settings) {
        return new WordFields(new WordFields.Layout("label", true, true, MerchantChoice.LABEL_LENGTH, "code", 1,
            "rtn.admin.choice.label", null), settings);
    }

    @Bean
    CheckedChoices<?> rtnCheckedReasons(ReturnLookup returns, @Qualifier("rtnLabelFields") WordFields labels) {
        return new CheckedChoices<>(ReturnReason.class, labels, returns::isReasonInUse);
    }

    @Bean
    CheckedChoices<?> rtnCheckedRefundTypes(ReturnLookup returns, @Qualifier("rtnLabelFields") WordFields labels) {
        return new CheckedChoices<>(RefundType.class, labels, returns::isRefundTypeInUse);
    }

    @Bean
    CheckedChoices<?> rtnCheckedConditions(ReturnLookup returns, @Qualifier("rtnLabelFields") WordFields labels) {
        return new CheckedChoices<>(GoodsCondition.class, labels, returns::isConditionInUse);
    }

    @Bean
    CheckedChoices<?> rtnCheckedRefusalReasons(ReturnLookup returns, @Qualifier("rtnLabelFields") WordFields labels) {
        return new CheckedChoices<>(RefusalReason.class, labels, returns::isRefusalReasonInUse);
    }
}
