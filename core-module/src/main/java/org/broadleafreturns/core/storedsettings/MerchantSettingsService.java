package org.broadleafreturns.core.storedsettings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.settings.DeclaredSettings;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.Held;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;
import org.springframework.context.MessageSource;

/**
 * Reads and saves the settings of the current site as inputs, for the page on which a merchant changes them. An input has the name
 * of its setting, and a setting that has a value in each language one input a language, whose tag stands behind a point.
 */
public class MerchantSettingsService {

    /** The version of settings that were never saved. */
    public static final int NEVER_SAVED = SettingsStore.NEVER_SAVED;

    private final SettingsStore store;
    private final Map<String, Setting<?>> settings = new LinkedHashMap<>();
    private final ShippedSettings shipped;
    private final List<Locale> languages;
    private final MessageSource messages;
    private final Clock clock;

    /** @param languages in which merchants write */
    MerchantSettingsService(SettingsStore store, ShippedSettings shipped, List<DeclaredSettings> declared, List<Locale> languages,
            MessageSource messages, Clock clock) {
        this.store = store;
        this.shipped = shipped;
        this.languages = List.copyOf(languages);
        this.messages = messages;
        this.clock = clock;
        declared.stream().flatMap(declaration -> declaration.settings().stream()).forEach(this::add);
    }

    private void add(Setting<?> setting) {
        if (settings.putIfAbsent(setting.name(), setting) != null) {
            throw new IllegalStateException("Two settings are called " + setting.name());
        }
    }

    /** @throws IllegalArgumentException if no feature declares a setting of that name */
    public Setting<?> named(String name) {
        Setting<?> setting = settings.get(name);
        if (setting == null) {
            throw new IllegalArgumentException("No setting is called " + name);
        }
        return setting;
    }

    /** Of what is saved; it is asked for before the inputs, so that nobody overwrites what they have not seen. */
    public int version() {
        return store.version();
    }

    /**
     * What is in force now, by names of inputs.
     *
     * @param reader the merchant's language, which has its own decimal sign
     */
    public Map<String, String> inputs(Locale reader) {
        StoredValues stored = store.values();
        Map<String, String> inputs = new LinkedHashMap<>();
        settings.values().stream().flatMap(this::places).forEach(place -> inputs.put(place.input(), place.shown(stored, reader)));
        return inputs;
    }

    private <T> Stream<Place<T>> places(Setting<T> setting) {
        return setting.isInEachLanguage()
            ? languages.stream().map(language -> new Place<>(setting, language)) : Stream.of(new Place<>(setting, Locale.ROOT));
    }

    /** What stands in for a text that is blank; may be empty. */
    public String usual(Setting<?> setting, Locale language) {
        return setting.usual() == null ? "" : messages.getMessage(setting.usual(), null, "", language);
    }

    /**
     * Saves all inputs that there are at once; they are in force from the next request on, on every node. Nothing is stored of a
     * setting that is as it is configured: it goes on following its property. One that is left as it is shown stays what it is.
     *
     * @param version that the inputs were read with
     * @param inputs what was typed; settings without any are left as they are
     * @param who the merchant's name, kept with the settings
     * @throws SettingsRefusedException if something cannot be; nothing is saved then
     * @throws StaleSettingsException if somebody else saved since these were read; nothing is saved then
     * @throws IllegalArgumentException if an input belongs to no setting
     */
    public void save(int version, Map<String, String> inputs, String who) {
        inputs.keySet().forEach(this::requireKnown);
        StoredValues shown = store.values();
        Map<Place<?>, Object> wanted = new LinkedHashMap<>();
        List<Objection> objections = new ArrayList<>();
        settings.values().stream().flatMap(this::places).filter(place -> inputs.containsKey(place.input())).forEach(place -> {
            Entry<?> entry = place.entered(inputs.get(place.input()), shown);
            if (entry.objection() == null) {
                wanted.put(place, entry.value());
            } else {
                objections.add(Objection.to(place.input(), entry.objection().code(), entry.objection().arguments().toArray()));
            }
        });
        if (objections.isEmpty()) {
            senderObjection(new Wanted(wanted, shown)).ifPresent(objections::add);
        }
        if (!objections.isEmpty()) {
            throw new SettingsRefusedException(objections);
        }
        store.change(version, clock.instant(), who, stored -> changes(wanted, stored));
    }

    private void requireKnown(String input) {
        if (settings.values().stream().flatMap(this::places).noneMatch(place -> place.input().equals(input))) {
            if (settings.values().stream()
                    .anyMatch(setting -> setting.isInEachLanguage() && input.startsWith(setting.name() + "."))) {
                throw new SettingsRefusedException(List.of(Objection.general("rtn.objection.settings.language")));
            }
            throw new IllegalArgumentException("No setting has the input " + input);
        }
    }

    private static List<SettingsStore.Change> changes(Map<Place<?>, Object> wanted, StoredValues stored) {
        List<SettingsStore.Change> changes = new ArrayList<>();
        wanted.forEach((place, value) -> {
            String text = place.storedOf(value);
            String before = place.stored(stored);
            if (text == null ? before != null : !text.equals(before)) {
                changes.add(new SettingsStore.Change(place.setting().name(), place.language().toLanguageTag(),
                    place.setting().isPromised(), text));
            }
        });
        return changes;
    }

    /** Name and address stand in one header. */
    private Optional<Objection> senderObjection(Settings wanted) {
        String header = MailAddress.header(wanted.get(shipped.senderName), wanted.get(shipped.senderAddress));
        return header.length() > OutgoingMail.SENDER_LENGTH
            ? Optional.of(Objection.to(shipped.senderName.name(), "rtn.objection.settings.sender")) : Optional.empty();
    }

    /** Where a value is stored. */
    private record Place<T>(Setting<T> setting, Locale language) {

        String input() {
            return language.equals(Locale.ROOT) ? setting.name() : setting.name() + "." + language.toLanguageTag();
        }

        /** Null for what is configured. */
        String stored(StoredValues values) {
            return values.latest(setting.name(), language.toLanguageTag());
        }

        T value(StoredValues values) {
            String stored = stored(values);
            return stored == null ? setting.configured() : StoredSettings.read(setting, stored);
        }

        String shown(StoredValues values, Locale reader) {
            return setting.form().show(value(values), reader);
        }

        /** What was typed, or what it was typed for: an input may show less than there is. */
        Entry<T> entered(String typed, StoredValues values) {
            Entry<T> entry = setting.form().enter(typed);
            if (entry.objection() != null) {
                return entry;
            }
            for (T known : List.of(setting.configured(), value(values))) {
                Entry<T> again = setting.form().enter(setting.form().show(known, Locale.ROOT));
                if (again.objection() == null
                        && setting.form().write(again.value()).equals(setting.form().write(entry.value()))) {
                    return Entry.of(known);
                }
            }
            return setting.form().write(entry.value()).length() > Setting.LONGEST
                ? Entry.refused("rtn.objection.text.tooLong", Setting.LONGEST) : entry;
        }

        /** As it is to be stored: nothing where it is what is configured. */
        String storedOf(Object value) {
            @SuppressWarnings("unchecked")
            String text = setting.form().write((T) value);
            return text.equals(setting.form().write(setting.configured())) ? null : text;
        }
    }

    /** What would be in force. */
    private record Wanted(Map<Place<?>, Object> values, StoredValues otherwise) implements Settings {

        @Override
        public <T> T get(Setting<T> setting) {
            return get(setting, Locale.ROOT);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Setting<T> setting, Locale language) {
            Place<T> place = new Place<>(setting, language);
            return values.containsKey(place) ? (T) values.get(place) : place.value(otherwise);
        }

        @Override
        public <T> Held<T> held(Setting<T> setting) {
            return Held.always(get(setting));
        }
    }
}
