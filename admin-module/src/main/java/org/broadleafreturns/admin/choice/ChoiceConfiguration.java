package org.broadleafreturns.admin.choice;

import org.broadleafcommerce.openadmin.web.service.FormBuilderExtensionManager;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.admin.words.MerchantWords;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ChoiceConfiguration {

    @Bean
    ReasonListController rtnReasonListController(EnumerationWords words) {
        return new ReasonListController(words);
    }

    @Bean
    RefundTypeListController rtnRefundTypeListController(EnumerationWords words) {
        return new RefundTypeListController(words);
    }

    @Bean
    ConditionListController rtnConditionListController(EnumerationWords words) {
        return new ConditionListController(words);
    }

    @Bean
    RefusalReasonListController rtnRefusalReasonListController(EnumerationWords words) {
        return new RefusalReasonListController(words);
    }

    @Bean
    ChoiceForms rtnChoiceForms(MerchantWords words, EnumerationWords enumerations, @Qualifier("rtnLabelFields") WordFields labels,
            @Qualifier("blFormBuilderExtensionManager") FormBuilderExtensionManager platform) {
        ChoiceForms forms = new ChoiceForms(words, enumerations, labels);
        platform.registerHandler(forms);
        return forms;
    }
}
