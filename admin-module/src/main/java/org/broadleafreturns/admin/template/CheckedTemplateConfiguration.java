package org.broadleafreturns.admin.template;

import org.broadleafreturns.admin.record.CheckedRecords;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.template.MessageTemplate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the platform's persistence looks for handlers. What the methods return names no entity, as for the lists of choices. */
@Configuration
@InRootContext
class CheckedTemplateConfiguration {

    private static final String BESIDE = "sortOrder";
    private static final int BEHIND_THE_NAMES = 100;

    @Bean
    WordFields rtnTemplateNames(ReturnsSettings settings) {
        return new WordFields(new WordFields.Layout("label", true, true, MessageTemplate.LABEL_LENGTH, BESIDE, 1,
            "rtn.admin.template.label", null), settings);
    }

    @Bean
    WordFields rtnTemplateFields(ReturnsSettings settings) {
        return WordFields.further(new WordFields.Layout("text", false, false, true, MessageTemplate.TEXT_LENGTH, BESIDE,
            BEHIND_THE_NAMES, "rtn.admin.template.text", "rtn.admin.template.text.help"), settings, MessageTemplate.class, "texts",
            MessageTemplate::texts);
    }

    @Bean
    CheckedRecords<?> rtnCheckedTemplates(@Qualifier("rtnTemplateNames") WordFields names,
            @Qualifier("rtnTemplateFields") WordFields texts, MessageSource messages) {
        return new CheckedTemplates(names, texts, messages);
    }
}
