package org.broadleafreturns.admin.settings;

import java.util.List;
import org.broadleafreturns.admin.access.SettingsAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.installation.InstallationReport;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class SettingsPageConfiguration {

    @Bean
    @Order(0)
    SettingFields rtnShippedSettingFields() {
        return new ShippedFields();
    }

    @Bean
    SettingsSections rtnSettingsSections(List<SettingFields> fields, MerchantSettingsService settings, ReturnsSettings inForce,
            MerchantWords words) {
        return new SettingsSections(fields, settings, inForce, words);
    }

    @Bean
    SettingsController rtnSettingsController(SettingsAccess access, MerchantSettingsService settings, SettingsSections sections,
            BackOfficePage page, MerchantWords words, InstallationReport installation) {
        return new SettingsController(access, settings, sections, page, words, installation);
    }
}
