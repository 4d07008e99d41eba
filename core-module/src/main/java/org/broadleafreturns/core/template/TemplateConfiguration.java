package org.broadleafreturns.core.template;

import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.request.MessageValues;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Texts that merchants keep for their messages. */
@Configuration
class TemplateConfiguration {

    @Bean
    MessageTemplates rtnMessageTemplates(Repositories repositories) {
        return repositories.of(MessageTemplates.class);
    }

    @Bean
    TemplateTexts rtnTemplateTexts(MessageTemplates templates, MessageValues values, ReturnsSettings settings) {
        return new TemplateTexts(templates, values, settings);
    }
}
