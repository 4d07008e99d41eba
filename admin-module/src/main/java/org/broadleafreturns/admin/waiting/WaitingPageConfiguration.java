package org.broadleafreturns.admin.waiting;

import java.time.Clock;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.access.SettingsAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.background.ScheduledWork;
import org.broadleafreturns.core.waiting.Waiting;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WaitingPageConfiguration {

    @Bean
    WaitingController rtnWaitingController(SettingsAccess access, ReturnAccess returns, Waiting waiting, ScheduledWork work,
            BackOfficePage page, MerchantWords words, @Qualifier("rtnClock") Clock clock) {
        return new WaitingController(access, returns, waiting, work, page, new WaitingWords(words, clock));
    }
}
