package org.broadleafreturns.admin.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;

/** What the page with the settings is made of: all fields of all features, below their headings. */
class SettingsSections {

    private static final String CODE = "rtn.admin.settings.";

    private final List<SettingField> fields;
    private final MerchantSettingsService settings;
    private final ReturnsSettings inForce;
    private final MerchantWords words;

    /** @throws IllegalArgumentException if there is no setting for a field */
    SettingsSections(List<SettingFields> contributed, MerchantSettingsService settings, ReturnsSettings inForce,
            MerchantWords words) {
        this.fields = contributed.stream().flatMap(some -> some.fields().stream()).toList();
        this.settings = settings;
        this.inForce = inForce;
        this.words = words;
        fields.forEach(field -> settings.named(field.name()));
    }

    /**
     * @param heading of fields
     * @param help of all of them, or null
     */
    public record Section(String heading, String help, List<Field> fields) {
    }

    /**
     * @param name of its input, or where it has several, what their names begin with
     * @param fragment that it looks like
     * @param help that explains it, or null
     * @param style classes of the input
     * @param options what can be chosen
     * @param inputs one a language
     */
    public record Field(String name, String fragment, String label, String help, String keyboard, String style, int rows,
            List<Option> options, List<Input> inputs) {
    }

    public record Option(String value, String label) {
    }

    /**
     * @param name of the input
     * @param language its language's name for the merchant
     * @param tag its language
     * @param usual what holds while the input is empty; may be empty
     */
    public record Input(String name, String language, String tag, String usual) {
    }

    /** For the merchant who looks at the page. */
    List<Section> shown() {
        Map<String, List<Field>> sections = new LinkedHashMap<>();
        fields.forEach(field -> sections.computeIfAbsent(field.section(), section -> new ArrayList<>()).add(shown(field)));
        return sections.entrySet().stream().map(section -> new Section(words.message(CODE + section.getKey()),
            section.getKey().equals(SettingField.TEXTS) ? words.message(CODE + "texts.help") : null, section.getValue())).toList();
    }

    private Field shown(SettingField field) {
        String label = field.about() == null ? words.message(field.label())
            : words.message(field.label(), words.message(field.about()));
        String help = field.about() == null ? words.message(CODE + field.name() + ".help") : null;
        String style = (field.isNumber() ? "numeric-field " : "")
            + (field.kind() == SettingField.Kind.SHORT_LINE ? "rtn-short" : "");
        return new Field(field.name(), fragment(field.kind()), label, help, field.keyboard(), style, field.rows(), options(field),
            inputs(field));
    }

    private static String fragment(SettingField.Kind kind) {
        return switch (kind) {
            case YES_OR_NO -> "yesOrNo";
            case CHOICE, LANGUAGE -> "choice";
            case SHORT_LINE, LINE -> "line";
            case LINES -> "lines";
            case TEXTS -> "texts";
        };
    }

    private List<Option> options(SettingField field) {
        return switch (field.kind()) {
            case YES_OR_NO -> List.of(new Option("true", words.message("rtn.admin.yes")),
                new Option("false", words.message("rtn.admin.no")));
            case CHOICE -> field.choices().stream()
                .map(choice -> new Option(choice, words.message(CODE + field.name() + "." + choice))).toList();
            case LANGUAGE -> inForce.languages().stream()
                .map(language -> new Option(language.toLanguageTag(), words.language(language))).toList();
            default -> List.of();
        };
    }

    private List<Input> inputs(SettingField field) {
        Setting<?> setting = settings.named(field.name());
        return setting.isInEachLanguage() ? inForce.languages().stream().map(language -> new Input(inputName(field, language),
            words.language(language), language.toLanguageTag(), settings.usual(setting, language))).toList() : List.of();
    }

    private static String inputName(SettingField field, Locale language) {
        return field.name() + "." + language.toLanguageTag();
    }

    /** The names of all inputs on the page. */
    List<String> inputNames() {
        return fields.stream().flatMap(field -> settings.named(field.name()).isInEachLanguage()
            ? inForce.languages().stream().map(language -> inputName(field, language)) : Stream.of(field.name())).toList();
    }
}
