package org.broadleafreturns.core.storedsettings;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafreturns.core.platform.CurrentSite;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.DeclaredSettings;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** The settings that everybody asks, and the service that changes them. */
@Configuration
public class StoredSettingsConfiguration {

    @Bean
    SettingsStore rtnSettingsStore(@Qualifier("webDS") DataSource dataSource, CurrentSite site,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new SettingsStore(dataSource, site, transactionManager);
    }

    @Bean
    ShippedSettings rtnShippedSettings(ConfiguredSettings properties) {
        return new ShippedSettings(properties);
    }

    @Bean
    StoredSettings rtnStoredSettings(SettingsStore store, ConfiguredSettings properties, MessageSource messages) {
        return new StoredSettings(store::values, properties.languages(), properties.defaultLanguage(), messages);
    }

    @Bean
    @Primary
    ReturnsSettings rtnSettings(StoredSettings settings, ShippedSettings shipped, ConfiguredSettings properties) {
        return new StoredReturnsSettings(settings, shipped, properties);
    }

    @Bean
    MerchantSettingsService rtnMerchantSettings(SettingsStore store, ShippedSettings shipped, List<DeclaredSettings> declared,
            ConfiguredSettings properties, MessageSource messages, @Qualifier("rtnClock") Clock clock) {
        return new MerchantSettingsService(store, shipped, declared, properties.languages(), messages, clock);
    }

    @Bean
    @DependsOn("rtnSchema")
    ConfiguredPromises rtnConfiguredPromises(SettingsStore store, List<DeclaredSettings> declared,
            @Qualifier("rtnClock") Clock clock) {
        return new ConfiguredPromises(store, declared, clock);
    }
}
