package org.broadleafreturns.core.storedsettings;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafreturns.core.settings.DeclaredSettings;
import org.broadleafreturns.core.settings.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;

/**
 * Notes at the start what the properties say of settings that are promised, so that what they say from now on takes nothing back.
 * A shop whose tables are not there yet, or cannot be written, starts all the same.
 */
class ConfiguredPromises implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredPromises.class);

    private final SettingsStore store;
    private final List<DeclaredSettings> declared;
    private final Clock clock;

    ConfiguredPromises(SettingsStore store, List<DeclaredSettings> declared, Clock clock) {
        this.store = store;
        this.declared = declared;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, String> configured = declared.stream().flatMap(declaration -> declaration.settings().stream())
            .filter(Setting::isPromised).collect(Collectors.toMap(Setting::name, ConfiguredPromises::configured));
        try {
            store.noteConfigured(configured, clock.instant());
        } catch (DataAccessException e) {
            LOG.warn("What is configured for {} cannot be noted, so a later change of it holds for earlier orders too: {}",
                configured.keySet(), e.toString());
        }
    }

    private static <T> String configured(Setting<T> setting) {
        return setting.form().write(setting.configured());
    }
}
