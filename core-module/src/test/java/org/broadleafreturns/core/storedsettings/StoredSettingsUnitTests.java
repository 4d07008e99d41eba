package org.broadleafreturns.core.storedsettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredSettingsUnitTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final InMemorySettings shop = new InMemorySettings(InMemorySettings.PROPERTIES).start();

    /** A feature has declared it, and nothing else. */
    @Test
    void aNewSettingIsOneDeclaration() {
        Setting<Integer> length = Setting.wholeNumber("giftMessageLength", 200, 1, 500);
        InMemorySettings withGifts = new InMemorySettings(InMemorySettings.PROPERTIES, length);
        assertThat(withGifts.settings().get(length)).isEqualTo(200);
        assertThat(withGifts.service().inputs(Locale.ENGLISH)).containsEntry("giftMessageLength", "200");

        withGifts.save("giftMessageLength", "300");

        assertThat(withGifts.settings().get(length)).isEqualTo(300);
        assertThatThrownBy(() -> withGifts.save("giftMessageLength", "501")).isInstanceOfSatisfying(SettingsRefusedException.class,
            refused -> assertThat(refused.objections()).extracting("field").containsExactly("giftMessageLength"));
        assertThat(withGifts.settings().get(length)).isEqualTo(300);
    }

    @Test
    void aNewTextIsOneDeclarationInEveryLanguage() {
        Setting<String> note = Setting.text("giftNote", "", 100).inEachLanguage();
        InMemorySettings withGifts = new InMemorySettings(InMemorySettings.PROPERTIES, note);

        withGifts.save("giftNote.fr", "Bonjour");

        assertThat(withGifts.settings().get(note, Locale.CANADA_FRENCH)).isEqualTo("Bonjour");
        assertThat(withGifts.settings().get(note, Locale.ENGLISH)).isEmpty();
        assertThat(withGifts.service().inputs(Locale.ENGLISH)).containsEntry("giftNote.fr", "Bonjour").containsEntry("giftNote.en", "");
    }

    @Test
    void twoSettingsCannotHaveOneName() {
        InMemorySettings twice = new InMemorySettings(InMemorySettings.PROPERTIES, Setting.wholeNumber("windowDays", 1, 0, 2));

        assertThatThrownBy(twice::service).hasMessageContaining("windowDays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Gift", "configured.gift", "gift message", "gift."})
    void namesAreThoseOfInputs(String name) {
        assertThatThrownBy(() -> Setting.yesOrNo(name, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSavedPageDoesNotFreezeWhatItLeavesAsItIsConfigured() {
        shop.saveWholePage("numberPrefix", "LEAF");

        InMemorySettings later = shop.with(InMemorySettings.properties(14, 5000000), START.plus(DAY));

        assertThat(later.inForce().numberPrefix()).isEqualTo("LEAF");
        assertThat(later.inForce().requestWindow().days()).isEqualTo(14);
        assertThat(later.inForce().maximumFileSize()).isEqualTo(5000000);
    }

    @Test
    void whatIsSetBackToTheConfigurationFollowsItAgain() {
        shop.saveWholePage("windowDays", "60", "numberPrefix", "LEAF");
        shop.now = START.plus(DAY);
        shop.saveWholePage("windowDays", "30", "numberPrefix", "R");

        InMemorySettings later = shop.with(InMemorySettings.properties(14, 10485760), START.plus(DAY.multipliedBy(2)));

        assertThat(later.inForce().requestWindow().days()).isEqualTo(14);
        assertThat(later.inForce().numberPrefix()).isEqualTo("R");
    }

    /** A size is shown with two digits behind the point. */
    @Test
    void whatIsLeftAsItIsShownStaysWhatItIs() {
        InMemorySettings exact = new InMemorySettings(InMemorySettings.properties(30, 10000000));
        exact.saveWholePage("numberPrefix", "LEAF");
        assertThat(exact.inForce().maximumFileSize()).isEqualTo(10000000);

        InMemorySettings stored = new InMemorySettings(InMemorySettings.PROPERTIES);
        stored.values().add("maximumFileSize", "und", 0, "1000000");
        stored.saveWholePage("numberPrefix", "LEAF");
        assertThat(stored.inForce().maximumFileSize()).isEqualTo(1000000);
    }

    @Test
    void inputsThatDoNotComeChangeNothing() {
        shop.save("windowDays", "60");
        shop.save("numberPrefix", "LEAF");

        assertThat(shop.inForce().requestWindow().days()).isEqualTo(60);
        assertThatThrownBy(() -> shop.save("noSuchSetting", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOlderPageIsRefused() {
        int before = shop.version();
        shop.save("numberPrefix", "ONE");

        assertThatThrownBy(() -> shop.service().save(before, Map.of("numberPrefix", "TWO"), "Camille")).isInstanceOf(StaleSettingsException.class);
        assertThat(shop.inForce().numberPrefix()).isEqualTo("ONE");
    }

    @Test
    void whatNobodyCanReadIsAsItIsConfigured() {
        shop.values().add("windowDays", "und", 0, "a few");
        shop.values().add("shopLanguage", "und", 0, "de");

        assertThat(shop.inForce().requestWindow().days()).isEqualTo(30);
        assertThat(shop.inForce().shopLanguage()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void windowsThatMerchantsSetAreKeptWithTheMomentFromWhichTheyHeld() {
        shop.now = START.plus(DAY);
        shop.save("windowDays", "14", "windowStart", "ORDER");
        shop.now = START.plus(DAY.multipliedBy(3));
        shop.save("windowDays", "20");

        assertThat(shop.inForce().requestWindow()).isEqualTo(window(20, RequestWindow.Start.ORDER));
        assertThat(shop.inForce().requestWindows().since(START)).containsExactly(window(30, RequestWindow.Start.DELIVERY),
            window(14, RequestWindow.Start.ORDER), window(20, RequestWindow.Start.ORDER));
        assertThat(shop.inForce().requestWindows().since(START.plus(DAY))).containsExactly(window(14, RequestWindow.Start.ORDER),
            window(20, RequestWindow.Start.ORDER));
        assertThat(shop.inForce().requestWindows().since(START.plus(DAY.multipliedBy(3)))).containsExactly(window(20, RequestWindow.Start.ORDER));
        assertThat(shop.inForce().requestWindows().since(Instant.MIN)).contains(window(30, RequestWindow.Start.DELIVERY));
    }

    @Test
    void windowsOfThePropertiesAreKeptTooWhereNobodyHasSetAny() {
        InMemorySettings shorter = shop.with(InMemorySettings.properties(14, 10485760), START.plus(DAY));
        InMemorySettings again = shorter.with(InMemorySettings.properties(14, 10485760), START.plus(DAY.multipliedBy(2)));

        assertThat(again.inForce().requestWindows().since(START)).containsExactly(window(30, RequestWindow.Start.DELIVERY),
            window(14, RequestWindow.Start.DELIVERY));
        assertThat(again.inForce().requestWindows().since(START.plus(DAY))).containsExactly(window(14, RequestWindow.Start.DELIVERY));
    }

    @Test
    void propertiesChangeNothingWhileAMerchantHasSetAWindow() {
        shop.save("windowDays", "60");
        InMemorySettings shorter = shop.with(InMemorySettings.properties(14, 10485760), START.plus(DAY));

        assertThat(shorter.inForce().requestWindows().since(START)).containsExactly(window(60, RequestWindow.Start.DELIVERY));
    }

    /** As where the table cannot be written. */
    @Test
    void whatIsConfiguredHoldsThoughItWasNotNoted() {
        InMemorySettings unnoted = new InMemorySettings(InMemorySettings.PROPERTIES);
        unnoted.values().add("configured.windowDays", "und", 0, "10");

        assertThat(unnoted.inForce().requestWindow().days()).isEqualTo(30);
        assertThat(List.copyOf(unnoted.inForce().requestWindows().since(START))).last().isEqualTo(window(30, RequestWindow.Start.DELIVERY));
    }

    @ParameterizedTest
    @CsvSource({"10,10485760", "'1,5',1572864", "0.1,104858", "' 2 ',2097152"})
    void aSizeIsWrittenInMegabytesWithEitherDecimalSign(String typed, long bytes) {
        shop.save("maximumFileSize", typed);
        assertThat(shop.inForce().maximumFileSize()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "-1", "1.2345", "1e3"})
    void whatIsNoSizeIsNone(String typed) {
        assertThatThrownBy(() -> shop.save("maximumFileSize", typed)).isInstanceOf(SettingsRefusedException.class);
    }

    @Test
    void aSizeIsShownWithTheDecimalSignOfTheReader() {
        shop.save("maximumFileSize", "1.5");
        assertThat(shop.service().inputs(Locale.FRENCH)).containsEntry("maximumFileSize", "1,5");
        assertThat(shop.service().inputs(Locale.ENGLISH)).containsEntry("maximumFileSize", "1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "1e3", "99999999999999999999", "<b>"})
    void whatIsNoNumberCannotBe(String typed) {
        for (String name : List.of("windowDays", "transitDays", "maximumPhotos")) {
            assertThatThrownBy(() -> shop.save(name, typed)).isInstanceOf(SettingsRefusedException.class);
        }
    }

    @Test
    void noMaximumIsAnEmptyInputAndAWrongOneIsNotTakenForNone() {
        shop.save("maximumReturnsPerOrder", " ");
        assertThat(shop.inForce().maximumReturnsPerOrder()).isEmpty();
        assertThatThrownBy(() -> shop.save("maximumReturnsPerOrder", "x")).isInstanceOf(SettingsRefusedException.class);
    }

    @Test
    void addressesStandOneALineOrBehindCommas() {
        shop.save("notified", "a@x.example,b@x.example;\r\n c@x.example \n");
        assertThat(shop.inForce().mail().notified()).containsExactly("a@x.example", "b@x.example", "c@x.example");
        assertThat(shop.service().inputs(Locale.ENGLISH)).containsEntry("notified", "a@x.example\nb@x.example\nc@x.example");
    }

    private static RequestWindow window(int days, RequestWindow.Start start) {
        return new RequestWindow(days, start, 5);
    }
}
