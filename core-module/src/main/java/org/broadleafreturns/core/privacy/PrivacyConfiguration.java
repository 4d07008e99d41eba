package org.broadleafreturns.core.privacy;

import java.util.List;
import org.broadleafreturns.core.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For both applications. */
@Configuration
public class PrivacyConfiguration {

    @Bean
    PersonalRecords rtnPersonalRecords(List<CustomerRecords> features, Documents documents) {
        return new PersonalRecords(features, documents);
    }
}
