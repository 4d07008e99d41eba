package org.broadleafreturns.core.privacy;

import java.util.List;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.platform.ShopOrders;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** For both applications. */
@Configuration
class PrivacyConfiguration {

    @Bean
    PersonalRecords rtnPersonalRecords(List<CustomerRecords> features, Documents documents, ShopOrders orders,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new PersonalRecords(features, documents, orders, transactionManager);
    }
}
