package org.broadleafreturns.admin.settings;

import org.broadleafreturns.admin.access.SettingsAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.installation.InstallationReport;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the controllers. */
@Configuration
public class SettingsPageConfiguration {

    @Bean
    SettingsController rtnSettingsController(SettingsAccess access, MerchantSettingsService settings, ReturnsSettings inForce,
            BackOfficePage page, MerchantWords words, InstallationReport installation) {
        return new SettingsController(access, settings, inForce, page, words, installation);
    }
}
