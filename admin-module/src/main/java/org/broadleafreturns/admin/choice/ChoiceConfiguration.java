package org.broadleafreturns.admin.choice;

import org.broadleafcommerce.openadmin.web.service.FormBuilderExtensionManager;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.RefundType;
import org.broadleafreturns.core.choice.ReturnReason;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the controllers. */
@Configuration("rtnAdminChoiceConfiguration")
public class ChoiceConfiguration {

    @Bean
    ReasonListController rtnReasonListController(EnumerationWords words) {
        return new ReasonListController(words);
    }

    @Bean
    RefundTypeListController rtnRefundTypeListController(EnumerationWords words) {
        return new RefundTypeListController(words);
    }

    @Bean
    ChoiceForms rtnReasonForms(MerchantWords words, EnumerationWords enumerations,
            @Qualifier("blFormBuilderExtensionManager") FormBuilderExtensionManager platform) {
        return registered(new ChoiceForms(ReturnReason.class, words, enumerations), platform);
    }

    @Bean
    ChoiceForms rtnRefundTypeForms(MerchantWords words, EnumerationWords enumerations,
            @Qualifier("blFormBuilderExtensionManager") FormBuilderExtensionManager platform) {
        return registered(new ChoiceForms(RefundType.class, words, enumerations), platform);
    }

    private static ChoiceForms registered(ChoiceForms forms, FormBuilderExtensionManager platform) {
        platform.registerHandler(forms);
        return forms;
    }
}
