package org.broadleafreturns.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.storedsettings.MerchantSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFormUnitTests {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);
    private static final MerchantSettings SETTINGS = new MerchantSettings(3, true, "R", 14, RequestWindow.Start.ORDER, 5,
        OptionalInt.of(2), 1572864, 4, "Leaf\n1 Garden Row", "Leaf", "leaf@plants.example",
        List.of("a@plants.example", "b@plants.example"), Locale.FRENCH, Map.of(Locale.FRENCH, "<p>Bonjour</p>"),
        Map.of(ReturnStatus.REFUSED, Map.of(Locale.ENGLISH, "Sorry")));

    @Test
    void whatIsShownIsReadAgain() {
        MerchantSettings read = SettingsForm.read(shown(SETTINGS, Locale.FRENCH), LANGUAGES);

        assertThat(read.version()).isEqualTo(3);
        assertThat(read).usingRecursiveComparison().ignoringFields("formMessages", "statusDescriptions").isEqualTo(SETTINGS);
        assertThat(read.formMessages()).containsEntry(Locale.FRENCH, "<p>Bonjour</p>").containsEntry(Locale.ENGLISH, "");
        assertThat(read.statusDescriptions().get(ReturnStatus.REFUSED)).containsEntry(Locale.ENGLISH, "Sorry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "1e3", "99999999999999999999", "<b>"})
    void whatIsNoNumberIsOneThatCannotBe(String typed) {
        Map<String, String> inputs = new HashMap<>(shown(SETTINGS, Locale.ENGLISH));
        List.of("windowDays", "transitDays", "maximumPhotos").forEach(name -> inputs.put(name, typed));

        MerchantSettings read = SettingsForm.read(inputs, LANGUAGES);

        assertThat(List.of(read.windowDays(), read.transitDays(), read.maximumPhotos())).containsOnly(-1);
    }

    @ParameterizedTest
    @CsvSource({"10,10485760", "'1,5',1572864", "0.1,104858", "' 2 ',2097152", "x,-1", "'',-1", "-1,-1", "1.2345,-1", "1e3,-1"})
    void aSizeIsWrittenInMegabytesWithEitherDecimalSign(String typed, long bytes) {
        assertThat(SettingsForm.read(Map.of("maximumFileSize", typed), LANGUAGES).maximumFileSize()).isEqualTo(bytes);
    }

    @Test
    void aSizeIsShownWithTheDecimalSignOfTheReader() {
        assertThat(shown(SETTINGS, Locale.FRENCH)).containsEntry("maximumFileSize", "1,5");
        assertThat(shown(SETTINGS, Locale.ENGLISH)).containsEntry("maximumFileSize", "1.5");
    }

    @Test
    void noMaximumIsAnEmptyInputAndAWrongOneIsNotTakenForNone() {
        assertThat(SettingsForm.read(Map.of("maximumReturnsPerOrder", " "), LANGUAGES).maximumReturnsPerOrder()).isEmpty();
        assertThat(SettingsForm.read(Map.of("maximumReturnsPerOrder", "x"), LANGUAGES).maximumReturnsPerOrder()).hasValue(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-", "99999999999"})
    void aMangledVersionIsThatOfNoSettings(String typed) {
        assertThat(SettingsForm.read(Map.of("version", typed), LANGUAGES).version()).isLessThan(MerchantSettings.NOT_STORED);
    }

    @Test
    void addressesStandOneALineOrBehindCommas() {
        assertThat(SettingsForm.read(Map.of("notified", "a@x.example,b@x.example;\r\n c@x.example \n"), LANGUAGES).notified())
            .containsExactly("a@x.example", "b@x.example", "c@x.example");
    }

    @Test
    void textsInOtherLanguagesAreIgnored() {
        assertThat(SettingsForm.read(Map.of("formMessage.de", "Hallo"), LANGUAGES).formMessages())
            .containsOnlyKeys(Locale.ENGLISH, Locale.FRENCH);
    }

    @Test
    void theFaultBelongsToItsInput() {
        SettingsForm form = SettingsForm.typed(Map.of("windowDays", "x"), List.of(new FieldMessage("windowDays", "No.")));

        assertThat(form.value("windowDays")).isEqualTo("x");
        assertThat(form.fault("windowDays")).isEqualTo("No.");
        assertThat(form.fault("transitDays")).isNull();
        assertThat(form.describedBy("windowDays")).isEqualTo("rtn-windowDays-error rtn-windowDays-help");
        assertThat(form.id("formMessage.fr")).isEqualTo("rtn-formMessage-fr");
    }

    private static Map<String, String> shown(MerchantSettings settings, Locale reader) {
        SettingsForm form = SettingsForm.of(settings, Locale.FRENCH, reader);
        Map<String, String> inputs = new HashMap<>();
        List.of("version", "enabled", "numberPrefix", "windowDays", "windowStart", "transitDays", "maximumReturnsPerOrder",
            "shopLanguage", "maximumFileSize", "maximumPhotos", "returnAddress", "senderName", "senderAddress", "notified", "formMessage.en",
            "formMessage.fr", "statusDescription.REFUSED.en").forEach(name -> inputs.put(name, form.value(name)));
        return inputs;
    }
}
