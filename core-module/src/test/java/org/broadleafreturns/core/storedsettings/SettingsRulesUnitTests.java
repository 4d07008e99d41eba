package org.broadleafreturns.core.storedsettings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadleafreturns.core.kernel.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesUnitTests {

    private final Map<String, String> inputs =
        new HashMap<>(new InMemorySettings(InMemorySettings.PROPERTIES).service().inputs(Locale.ENGLISH));

    @Test
    void whatTheModuleStartsWithCanBeSaved() {
        assertThat(objections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "3650,true", "3651,false"})
    void daysOfTheWindow(int days, boolean possible) {
        typed("windowDays", days);
        assertObjection("windowDays", possible);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "365,true", "366,false"})
    void daysInTransit(int days, boolean possible) {
        typed("transitDays", days);
        assertObjection("transitDays", possible);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,false", "1,true", "999,true", "1000,false"})
    void returnsPerOrder(int most, boolean possible) {
        typed("maximumReturnsPerOrder", most);
        assertObjection("maximumReturnsPerOrder", possible);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "20,true", "21,false"})
    void photos(int most, boolean possible) {
        typed("maximumPhotos", most);
        assertObjection("maximumPhotos", possible);
    }

    /** 100 KB to 100 MB, typed in megabytes. */
    @ParameterizedTest
    @CsvSource({"-1,false", "0,false", "0.097,false", "0.098,true", "100,true", "100.001,false"})
    void sizeOfFiles(String megabytes, boolean possible) {
        typed("maximumFileSize", megabytes);
        assertObjection("maximumFileSize", possible);
    }

    @ParameterizedTest
    @CsvSource({"'',true", "R,true", "RETUR1,true", "RETURN1,false", "R-,false", "\u00c9,false", "r,true", "'R ',true"})
    void prefixOfNumbers(String prefix, boolean possible) {
        typed("numberPrefix", prefix);
        assertObjection("numberPrefix", possible);
    }

    @Test
    void theStartOfTheWindowMustBeChosen() {
        typed("windowStart", "");
        assertObjection("windowStart", false);
    }

    @Test
    void lengthsOfTexts() {
        typed("returnAddress", "x".repeat(500));
        typed("senderName", "x".repeat(100));
        typed("formMessage.fr", "x".repeat(4000));
        typed("statusDescription.REFUSED.en", "x".repeat(500));
        assertThat(objections()).isEmpty();

        typed("returnAddress", "x".repeat(501));
        typed("senderName", "x".repeat(101));
        typed("formMessage.fr", "x".repeat(4001));
        typed("statusDescription.REFUSED.en", "x".repeat(501));
        assertThat(objections()).extracting(Objection::field).containsExactlyInAnyOrder("returnAddress", "senderName",
            "formMessage.fr", "statusDescription.REFUSED.en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\ud83d", "\uffff"})
    void textsHaveNoCharactersThatADatabaseDoesNotTake(String character) {
        typed("returnAddress", "Street" + character);
        typed("senderName", "Shop" + character);
        typed("formMessage.fr", "Bon" + character);
        typed("statusDescription.REFUSED.en", "No" + character);
        assertThat(objections()).extracting(Objection::field).containsExactlyInAnyOrder("returnAddress", "senderName",
            "formMessage.fr", "statusDescription.REFUSED.en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop\r\nBcc: x@evil.example", "Shop\n", "Shop\u0000", "Shop\u2028", "Shop\u0085"})
    void theSendersNameIsOneLine(String name) {
        typed("senderName", name);
        assertObjection("senderName", false);
    }

    @Test
    void theAddressOfParcelsHasLinesButNoOtherControlCharacters() {
        typed("returnAddress", "Leaf\n1 Garden Row");
        assertThat(objections()).isEmpty();

        typed("returnAddress", "Leaf\u0007");
        assertObjection("returnAddress", false);
    }

    @Test
    void theSenderNeedsAnAddress() {
        typed("senderAddress", "");
        assertThat(objections()).containsExactly(Objection.to("senderAddress", "rtn.objection.settings.address.missing"));

        typed("senderAddress", "a@shop.example\r\nBcc: x@evil.example");
        assertObjection("senderAddress", false);
    }

    @Test
    void theSenderFitsIntoAMailsHeader() {
        typed("senderName", "\u5e97".repeat(60));
        typed("senderAddress", "a".repeat(60) + "@shop.example");
        assertThat(MailAddress.header(inputs.get("senderName"), inputs.get("senderAddress"))).hasSizeLessThanOrEqualTo(500);
        assertThat(objections()).isEmpty();

        typed("senderName", "\u5e97".repeat(100));
        assertThat(MailAddress.header(inputs.get("senderName"), inputs.get("senderAddress"))).hasSizeGreaterThan(500);
        assertThat(objections()).containsExactly(Objection.to("senderName", "rtn.objection.settings.sender"));
    }

    @Test
    void whoIsToldNeedsAnAddressEach() {
        typed("notified", "a@shop.example,nobody,b@shop.example");
        assertThat(objections()).containsExactly(Objection.to("notified", "rtn.objection.settings.address", "nobody"));
    }

    @Test
    void twentyCanBeTold() {
        typed("notified", addresses(20, "@shop.example"));
        assertThat(objections()).isEmpty();

        typed("notified", addresses(21, "@shop.example"));
        assertObjection("notified", false);
    }

    @Test
    void twentyLongAddressesAreTooMuchToKeep() {
        typed("notified", addresses(20, "a".repeat(58) + "@" + "d".repeat(60) + ".example"));
        assertObjection("notified", false);
    }

    @Test
    void textsAreInTheLanguagesOfTheShop() {
        typed("formMessage.de", "Hallo");
        assertObjection("", false);

        inputs.clear();
        typed("statusDescription.REQUESTED.de", "Hallo");
        assertObjection("", false);
    }

    private void assertObjection(String field, boolean possible) {
        if (possible) {
            assertThat(objections()).isEmpty();
        } else {
            assertThat(objections()).extracting(Objection::field).containsExactly(field);
        }
    }

    private static String addresses(int count, String end) {
        return IntStream.range(0, count).mapToObj(number -> "a" + (10 + number) + end).collect(Collectors.joining("\n"));
    }

    private void typed(String input, Object text) {
        inputs.put(input, text.toString());
    }

    private List<Objection> objections() {
        try {
            new InMemorySettings(InMemorySettings.PROPERTIES).service().save(MerchantSettingsService.NEVER_SAVED, inputs, "Alex");
            return List.of();
        } catch (SettingsRefusedException e) {
            return e.objections();
        }
    }
}
