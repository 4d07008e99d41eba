package org.broadleafreturns.core.note;

import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.request.ReturnSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notes that merchants write for each other. */
@Configuration
class NoteConfiguration {

    @Bean
    ReturnNotes rtnNotes(ReturnSteps steps, Journal journal) {
        return new ReturnNotes(steps, journal);
    }
}
