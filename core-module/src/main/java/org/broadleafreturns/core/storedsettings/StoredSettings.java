package org.broadleafreturns.core.storedsettings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.broadleafreturns.core.settings.Held;
import org.broadleafreturns.core.settings.Languages;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;

/** {@link Settings} as merchants have saved them. */
class StoredSettings implements Settings {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSettings.class);

    private final Supplier<StoredValues> stored;
    private final List<Locale> languages;
    private final Locale defaultLanguage;
    private final MessageSource messages;

    /** @param languages in which merchants write */
    StoredSettings(Supplier<StoredValues> stored, List<Locale> languages, Locale defaultLanguage, MessageSource messages) {
        this.stored = stored;
        this.languages = List.copyOf(languages);
        this.defaultLanguage = defaultLanguage;
        this.messages = messages;
    }

    /** The same that reads no more than once, for several questions in a row. */
    StoredSettings now() {
        StoredValues values = stored.get();
        return new StoredSettings(() -> values, languages, defaultLanguage, messages);
    }

    @Override
    public <T> T get(Setting<T> setting) {
        require(!setting.isInEachLanguage(), setting);
        return of(stored.get(), setting, StoredValues.NO_LANGUAGE);
    }

    @Override
    public <T> T get(Setting<T> setting, Locale reader) {
        require(setting.isInEachLanguage(), setting);
        T value = of(stored.get(), setting, Languages.nearest(reader, languages, defaultLanguage).toLanguageTag());
        return setting.usual() == null || !setting.form().write(value).isEmpty() ? value
            : setting.form().read(messages.getMessage(setting.usual(), null, "", reader));
    }

    private static <T> T of(StoredValues values, Setting<T> setting, String language) {
        String latest = values.latest(setting.name(), language);
        return latest == null ? setting.configured() : read(setting, latest);
    }

    /** What a later or earlier release has stored may be nothing for this one. */
    static <T> T read(Setting<T> setting, String stored) {
        try {
            return setting.form().read(stored);
        } catch (IllegalArgumentException e) {
            LOG.warn("What is stored for the setting '{}' cannot be read: {}. What is configured holds", setting, e.toString());
            return setting.configured();
        }
    }

    /** What is configured holds now, though it may not have been possible to note it. */
    @Override
    public <T> Held<T> held(Setting<T> setting) {
        require(setting.isPromised(), setting);
        StoredValues values = stored.get();
        Set<Instant> moments = new TreeSet<>(values.moments(setting.name()));
        moments.add(Instant.MAX);
        T now = of(values, setting, StoredValues.NO_LANGUAGE);
        return Held.of(moments, moment -> moment.equals(Instant.MAX) ? now
            : values.at(setting.name(), moment, value -> read(setting, value), setting.configured()));
    }

    private static void require(boolean right, Setting<?> setting) {
        if (!right) {
            throw new IllegalArgumentException("The setting '" + setting + "' was declared otherwise");
        }
    }
}
