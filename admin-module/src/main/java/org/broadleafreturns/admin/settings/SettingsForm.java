package org.broadleafreturns.admin.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.storedsettings.MerchantSettings;

/**
 * The inputs of the page with the settings: what is in force or what was typed, and what is wrong with it. What is no number
 * is read as one that no setting can have, so that it gets the same objection.
 */
public final class SettingsForm {

    private static final int NO_NUMBER = -1;
    /** Stands for a missing or mangled version: it never equals that of any settings. */
    private static final int UNKNOWN_VERSION = -2;
    private static final String ON = "true";
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024 * 1024);

    private final Map<String, String> inputs;
    private final List<FieldMessage> faults;

    private SettingsForm(Map<String, String> inputs, List<FieldMessage> faults) {
        this.inputs = inputs;
        this.faults = faults;
    }

    /**
     * @param shopLanguage the one that is in force
     * @param reader the merchant's language, which has its own decimal sign
     */
    static SettingsForm of(MerchantSettings settings, Locale shopLanguage, Locale reader) {
        Map<String, String> inputs = new HashMap<>();
        inputs.put("version", Integer.toString(settings.version()));
        inputs.put("enabled", Boolean.toString(settings.enabled()));
        inputs.put("numberPrefix", settings.numberPrefix());
        inputs.put("windowDays", Integer.toString(settings.windowDays()));
        inputs.put("windowStart", settings.windowStart().name());
        inputs.put("transitDays", Integer.toString(settings.transitDays()));
        settings.maximumReturnsPerOrder().ifPresent(most -> inputs.put("maximumReturnsPerOrder", Integer.toString(most)));
        inputs.put("maximumFileSize", megabytes(settings.maximumFileSize(), reader));
        inputs.put("maximumPhotos", Integer.toString(settings.maximumPhotos()));
        inputs.put("returnAddress", settings.returnAddress());
        inputs.put("senderName", settings.senderName());
        inputs.put("senderAddress", settings.senderAddress());
        inputs.put("notified", String.join("\n", settings.notified()));
        inputs.put("shopLanguage", shopLanguage.toLanguageTag());
        settings.formMessages().forEach((language, text) -> inputs.put("formMessage." + language.toLanguageTag(), text));
        settings.statusDescriptions().forEach((status, texts) -> texts.forEach((language, text) ->
            inputs.put("statusDescription." + status.name() + "." + language.toLanguageTag(), text)));
        return new SettingsForm(inputs, List.of());
    }

    static SettingsForm typed(Map<String, String> inputs, List<FieldMessage> faults) {
        return new SettingsForm(Map.copyOf(inputs), List.copyOf(faults));
    }

    /** @param languages those in which texts are read; others are ignored */
    static MerchantSettings read(Map<String, String> inputs, List<Locale> languages) {
        Map<ReturnStatus, Map<Locale, String>> descriptions = new EnumMap<>(ReturnStatus.class);
        for (ReturnStatus status : ReturnStatus.values()) {
            descriptions.put(status, texts(inputs, "statusDescription." + status.name(), languages));
        }
        return new MerchantSettings(version(text(inputs, "version")), ON.equals(text(inputs, "enabled")),
            text(inputs, "numberPrefix").toUpperCase(Locale.ROOT), wholeNumber(text(inputs, "windowDays")),
            windowStart(text(inputs, "windowStart")), wholeNumber(text(inputs, "transitDays")),
            numberOrNone(text(inputs, "maximumReturnsPerOrder")), bytes(text(inputs, "maximumFileSize")),
            wholeNumber(text(inputs, "maximumPhotos")), text(inputs, "returnAddress"), text(inputs, "senderName"),
            text(inputs, "senderAddress"),
            Arrays.stream(text(inputs, "notified").split("[\\s,;]+")).filter(address -> !address.isEmpty()).toList(),
            languages.stream().filter(language -> language.toLanguageTag().equals(text(inputs, "shopLanguage"))).findAny().orElse(null),
            texts(inputs, "formMessage", languages), descriptions);
    }

    private static Map<Locale, String> texts(Map<String, String> inputs, String name, List<Locale> languages) {
        Map<Locale, String> texts = new HashMap<>();
        languages.forEach(language -> texts.put(language, text(inputs, name + "." + language.toLanguageTag())));
        return texts;
    }

    private static String text(Map<String, String> inputs, String name) {
        return inputs.getOrDefault(name, "").strip();
    }

    private static int version(String text) {
        return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : UNKNOWN_VERSION;
    }

    private static int wholeNumber(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : NO_NUMBER;
    }

    private static OptionalInt numberOrNone(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(wholeNumber(text));
    }

    private static RequestWindow.Start windowStart(String text) {
        return Arrays.stream(RequestWindow.Start.values()).filter(start -> start.name().equals(text)).findAny().orElse(null);
    }

    private static long bytes(String megabytes) {
        return megabytes.matches("[0-9]{1,6}([.,][0-9]{1,3})?")
            ? new BigDecimal(megabytes.replace(',', '.')).multiply(MEGABYTE).setScale(0, RoundingMode.HALF_UP).longValue()
            : NO_NUMBER;
    }

    private static String megabytes(long bytes, Locale reader) {
        String plain = BigDecimal.valueOf(bytes).divide(MEGABYTE, 2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        return plain.replace('.', DecimalFormatSymbols.getInstance(reader).getDecimalSeparator());
    }

    /** What an input holds. */
    public String value(String name) {
        return inputs.getOrDefault(name, "");
    }

    /** Whether an input with choices holds this one. */
    public boolean holds(String name, String choice) {
        return value(name).equals(choice);
    }

    /** What is wrong with an input, or null. */
    public String fault(String name) {
        return faults.stream().filter(fault -> fault.field().equals(name)).map(FieldMessage::text).findFirst().orElse(null);
    }

    /** The identifiers of what explains an input. */
    public String describedBy(String name) {
        return fault(name) == null ? id(name) + "-help" : id(name) + "-error " + id(name) + "-help";
    }

    /** An input's identifier on the page. */
    public String id(String name) {
        return "rtn-" + name.replace('.', '-');
    }
}
