package org.broadleafreturns.core.storedsettings;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.DeclaredSettings;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.transaction.PlatformTransactionManager;

/** A shop whose settings are stored in memory. What is stored outlives other properties. */
final class InMemorySettings extends SettingsStore {

    static final ConfiguredSettings PROPERTIES = properties(30, 10485760);

    private final StoredValues values;
    private final ShippedSettings shipped;
    private final List<DeclaredSettings> declared = new ArrayList<>();
    private final ConfiguredSettings properties;
    private final StaticMessageSource messages = new StaticMessageSource();
    private int version = NEVER_SAVED;
    Instant now = Instant.parse("2026-03-01T10:00:00Z");

    InMemorySettings(ConfiguredSettings properties, DeclaredSettings... further) {
        this(properties, new StoredValues(), further);
    }

    private InMemorySettings(ConfiguredSettings properties, StoredValues values, DeclaredSettings... further) {
        super(mock(DataSource.class), () -> 0, mock(PlatformTransactionManager.class));
        this.properties = properties;
        this.values = values;
        this.shipped = new ShippedSettings(properties);
        this.declared.add(shipped);
        this.declared.addAll(Arrays.asList(further));
        messages.setUseCodeAsDefaultMessage(false);
    }

    /** The same shop started anew with other properties. */
    InMemorySettings with(ConfiguredSettings others, Instant start) {
        InMemorySettings shop = new InMemorySettings(others, values);
        shop.version = version;
        shop.now = start;
        shop.start();
        return shop;
    }

    InMemorySettings start() {
        new ConfiguredPromises(this, declared, Clock.fixed(now, ZoneOffset.UTC)).afterSingletonsInstantiated();
        return this;
    }

    static ConfiguredSettings properties(int days, long fileSize) {
        return new ConfiguredSettings(true, "R", new RequestWindow(days, RequestWindow.Start.DELIVERY, 5), OptionalInt.empty(), fileSize, 5,
            Locale.ENGLISH, List.of(Locale.ENGLISH, Locale.FRENCH), Locale.ENGLISH, ZoneId.of("UTC"),
            new ReturnsSettings.Mail("returns@localhost", List.of(), "", 1, Duration.ZERO, Duration.ZERO), Duration.ofHours(24));
    }

    MerchantSettingsService service() {
        return new MerchantSettingsService(this, shipped, declared, properties.languages(), messages, Clock.fixed(now, ZoneOffset.UTC));
    }

    void save(String... namesAndInputs) {
        Map<String, String> inputs = new HashMap<>();
        for (int i = 0; i < namesAndInputs.length; i += 2) {
            inputs.put(namesAndInputs[i], namesAndInputs[i + 1]);
        }
        service().save(version, inputs, "Alex");
    }

    /** Saves the whole page as it is shown, with these inputs changed. */
    void saveWholePage(String... namesAndInputs) {
        Map<String, String> inputs = service().inputs(Locale.ENGLISH);
        for (int i = 0; i < namesAndInputs.length; i += 2) {
            inputs.put(namesAndInputs[i], namesAndInputs[i + 1]);
        }
        service().save(version, inputs, "Alex");
    }

    StoredSettings settings() {
        return new StoredSettings(this::values, properties.languages(), properties.defaultLanguage(), messages);
    }

    ReturnsSettings inForce() {
        return new StoredReturnsSettings(settings(), shipped, properties);
    }

    @Override
    StoredValues values() {
        return values;
    }

    @Override
    int version() {
        return version;
    }

    @Override
    void change(int from, Instant when, String who, Changes changes) {
        if (from != version) {
            throw new StaleSettingsException();
        }
        version++;
        changes.of(values).forEach(change ->
            values.add(change.name(), change.language(), change.promised() ? when.toEpochMilli() : 0, change.value()));
    }

    @Override
    void noteConfigured(Map<String, String> configured, Instant when) {
        configured.forEach((name, value) -> {
            String last = values.latestConfigured(name);
            if (!value.equals(last)) {
                values.add(StoredValues.CONFIGURED + name, StoredValues.NO_LANGUAGE, last == null ? 0 : when.toEpochMilli(), value);
            }
        });
    }
}
