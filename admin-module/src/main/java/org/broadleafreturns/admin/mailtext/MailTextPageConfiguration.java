package org.broadleafreturns.admin.mailtext;

import org.broadleafreturns.admin.access.SettingsAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.mail.SampleMails;
import org.broadleafreturns.core.mailtext.MailKinds;
import org.broadleafreturns.core.mailtext.MailTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MailTextPageConfiguration {

    @Bean
    MailTextController rtnMailTextController(SettingsAccess access, MailTexts texts, MailKinds kinds, SampleMails samples,
            BackOfficePage page, MerchantWords words) {
        return new MailTextController(access, texts, kinds, samples, page, words);
    }
}
