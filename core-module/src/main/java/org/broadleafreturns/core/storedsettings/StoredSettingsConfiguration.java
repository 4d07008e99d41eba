package org.broadleafreturns.core.storedsettings;

import java.time.Clock;
import javax.persistence.EntityManagerFactory;
import org.broadleafreturns.core.platform.CurrentSite;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** The settings that everybody asks, and the service that changes them. */
@Configuration
public class StoredSettingsConfiguration {

    @Bean
    SettingsStore rtnSettingsStore(@Qualifier("entityManagerFactory") EntityManagerFactory entityManagerFactory, CurrentSite site,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new SettingsStore(SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory), site,
            transactionManager);
    }

    @Bean
    @Primary
    ReturnsSettings rtnSettings(SettingsStore store, ConfiguredSettings properties, MessageSource messages) {
        return new StoredReturnsSettings(store, properties, messages);
    }

    @Bean
    MerchantSettingsService rtnMerchantSettings(SettingsStore store, ConfiguredSettings properties, MessageSource messages,
            @Qualifier("rtnClock") Clock clock) {
        return new MerchantSettingsService(store, properties, messages, clock);
    }
}
