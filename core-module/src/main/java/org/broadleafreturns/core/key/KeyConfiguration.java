package org.broadleafreturns.core.key;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class KeyConfiguration {

    @Bean
    ShopKey rtnShopKey(@Qualifier("webDS") DataSource dataSource,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager, @Qualifier("rtnClock") Clock clock) {
        return new ShopKey(dataSource, transactionManager, clock);
    }
}
