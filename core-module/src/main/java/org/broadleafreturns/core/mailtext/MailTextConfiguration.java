package org.broadleafreturns.core.mailtext;

import java.time.Clock;
import org.broadleafreturns.core.platform.CurrentSite;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The texts of mails. */
@Configuration
class MailTextConfiguration {

    @Bean
    StoredMailTexts rtnStoredMailTexts(Repositories repositories) {
        return repositories.of(StoredMailTexts.class);
    }

    @Bean
    MailKinds rtnMailKinds(ObjectProvider<MailSource> sources, ObjectProvider<MailWords> words) {
        return new MailKinds(sources::orderedStream, words::orderedStream);
    }

    @Bean
    MailTexts rtnMailTexts(StoredMailTexts stored, MailKinds kinds, MessageSource messages, ReturnsSettings settings,
            CurrentSite sites, @Qualifier("rtnClock") Clock clock) {
        return new MailTexts(stored, kinds, messages, settings, sites, clock);
    }
}
