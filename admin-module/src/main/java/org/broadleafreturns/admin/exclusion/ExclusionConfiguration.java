package org.broadleafreturns.admin.exclusion;

import org.broadleafcommerce.openadmin.web.service.FormBuilderExtensionManager;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.exclusion.MarkedProducts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ExclusionConfiguration {

    @Bean
    ExclusionListController rtnExclusionListController(EnumerationWords words, MarkedProducts products) {
        return new ExclusionListController(words, new ProductCriterion(products));
    }

    @Bean
    ExclusionForms rtnExclusionForms(MerchantWords words, EnumerationWords enumerations, @Qualifier("rtnGroundFields") WordFields grounds,
            @Qualifier("blFormBuilderExtensionManager") FormBuilderExtensionManager platform) {
        ExclusionForms forms = new ExclusionForms(words, enumerations, grounds);
        platform.registerHandler(forms);
        return forms;
    }
}
