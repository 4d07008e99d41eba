package org.broadleafreturns.core.history;

import org.broadleafreturns.core.repository.Repositories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the journal. */
@Configuration
class HistoryConfiguration {

    @Bean
    JournalEntries rtnJournalEntries(Repositories repositories) {
        return repositories.of(JournalEntries.class);
    }

    @Bean
    Journal rtnJournal(JournalEntries entries) {
        return new Journal(entries);
    }
}
