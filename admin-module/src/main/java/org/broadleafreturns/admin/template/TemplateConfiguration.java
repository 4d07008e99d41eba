package org.broadleafreturns.admin.template;

import org.broadleafcommerce.openadmin.web.service.FormBuilderExtensionManager;
import org.broadleafreturns.admin.dialog.MessageAid;
import org.broadleafreturns.admin.record.EnumerationWords;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.template.TemplateTexts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TemplateConfiguration {

    @Bean
    TemplateListController rtnTemplateListController(EnumerationWords words) {
        return new TemplateListController(words);
    }

    @Bean
    TemplateForms rtnTemplateForms(MerchantWords words, EnumerationWords enumerations, @Qualifier("rtnTemplateNames") WordFields names,
            @Qualifier("rtnTemplateFields") WordFields texts,
            @Qualifier("blFormBuilderExtensionManager") FormBuilderExtensionManager platform) {
        TemplateForms forms = new TemplateForms(words, enumerations, names, texts);
        platform.registerHandler(forms);
        return forms;
    }

    @Bean
    MessageAid rtnTemplatePicker(TemplateTexts texts, MerchantWords words) {
        return new TemplatePicker(texts, words);
    }
}
