package org.broadleafreturns.admin.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnStatus;

/**
 * One text for shoppers as the form shows it, in all languages side by side.
 *
 * @param label what it is for
 * @param help how it is written, or null
 * @param rows how many lines the inputs have
 * @param inputs one a language
 */
public record SettingsTexts(String label, String help, int rows, List<Input> inputs) {

    /**
     * @param name of the input
     * @param language its language's name for the merchant
     * @param tag its language
     * @param usual what holds while the input is empty; may be empty
     */
    public record Input(String name, String language, String tag, String usual) {
    }

    static List<SettingsTexts> of(List<Locale> languages, MerchantWords words,
            BiFunction<ReturnStatus, Locale, String> usualDescription) {
        List<SettingsTexts> texts = new ArrayList<>();
        texts.add(new SettingsTexts(words.message("rtn.admin.settings.formMessage"),
            words.message("rtn.admin.settings.formMessage.help"), 6,
            languages.stream().map(language -> input("formMessage", language, words, "")).toList()));
        for (ReturnStatus status : ReturnStatus.values()) {
            texts.add(new SettingsTexts(
                words.message("rtn.admin.settings.description", words.message(status.getFriendlyType())), null, 3,
                languages.stream().map(language -> input("statusDescription." + status.name(), language, words,
                    usualDescription.apply(status, language))).toList()));
        }
        return texts;
    }

    private static Input input(String name, Locale language, MerchantWords words, String usual) {
        return new Input(name + "." + language.toLanguageTag(), words.language(language), language.toLanguageTag(), usual);
    }
}
