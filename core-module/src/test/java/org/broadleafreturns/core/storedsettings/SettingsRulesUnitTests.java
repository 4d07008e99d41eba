package org.broadleafreturns.core.storedsettings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.RequestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesUnitTests {

    private final Wanted wanted = new Wanted();

    @Test
    void whatTheModuleStartsWithCanBeSaved() {
        assertThat(objections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "3650,true", "3651,false"})
    void daysOfTheWindow(int days, boolean possible) {
        wanted.windowDays = days;
        assertObjection("windowDays", possible);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "365,true", "366,false"})
    void daysInTransit(int days, boolean possible) {
        wanted.transitDays = days;
        assertObjection("transitDays", possible);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,false", "1,true", "999,true", "1000,false"})
    void returnsPerOrder(int most, boolean possible) {
        wanted.maximumReturnsPerOrder = OptionalInt.of(most);
        assertObjection("maximumReturnsPerOrder", possible);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "20,true", "21,false"})
    void photos(int most, boolean possible) {
        wanted.maximumPhotos = most;
        assertObjection("maximumPhotos", possible);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,false", "102399,false", "102400,true", "104857600,true", "104857601,false"})
    void sizeOfFiles(long bytes, boolean possible) {
        wanted.maximumFileSize = bytes;
        assertObjection("maximumFileSize", possible);
    }

    @ParameterizedTest
    @CsvSource({"'',true", "R,true", "RETUR1,true", "RETURN1,false", "r,false", "R-,false", "\u00c9,false", "'R ',false"})
    void prefixOfNumbers(String prefix, boolean possible) {
        wanted.numberPrefix = prefix;
        assertObjection("numberPrefix", possible);
    }

    @Test
    void theStartOfTheWindowMustBeChosen() {
        wanted.windowStart = null;
        assertObjection("windowStart", false);
    }

    @Test
    void lengthsOfTexts() {
        wanted.returnAddress = "x".repeat(500);
        wanted.senderName = "x".repeat(100);
        wanted.formMessages = Map.of(Locale.FRENCH, "x".repeat(4000));
        wanted.descriptions = Map.of(ReturnStatus.REFUSED, Map.of(Locale.ENGLISH, "x".repeat(500)));
        assertThat(objections()).isEmpty();

        wanted.returnAddress += "x";
        wanted.senderName += "x";
        wanted.formMessages = Map.of(Locale.FRENCH, "x".repeat(4001));
        wanted.descriptions = Map.of(ReturnStatus.REFUSED, Map.of(Locale.ENGLISH, "x".repeat(501)));
        assertThat(objections()).extracting(Objection::field).containsExactlyInAnyOrder("returnAddress", "senderName",
            "formMessage.fr", "statusDescription.REFUSED.en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\ud83d", "\uffff"})
    void textsHaveNoCharactersThatADatabaseDoesNotTake(String character) {
        wanted.returnAddress = "Street" + character;
        wanted.senderName = "Shop" + character;
        wanted.formMessages = Map.of(Locale.FRENCH, "Bon" + character);
        wanted.descriptions = Map.of(ReturnStatus.REFUSED, Map.of(Locale.ENGLISH, "No" + character));
        assertThat(objections()).extracting(Objection::field).containsExactlyInAnyOrder("returnAddress", "senderName",
            "formMessage.fr", "statusDescription.REFUSED.en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop\r\nBcc: x@evil.example", "Shop\n", "Shop\u0000", "Shop\u2028", "Shop\u0085"})
    void theSendersNameIsOneLine(String name) {
        wanted.senderName = name;
        assertObjection("senderName", false);
    }

    @Test
    void theAddressOfParcelsHasLinesButNoOtherControlCharacters() {
        wanted.returnAddress = "Leaf\n1 Garden Row";
        assertThat(objections()).isEmpty();

        wanted.returnAddress = "Leaf\u0007";
        assertObjection("returnAddress", false);
    }

    @Test
    void theSenderNeedsAnAddress() {
        wanted.senderAddress = "";
        assertThat(objections()).containsExactly(Objection.to("senderAddress", "rtn.objection.settings.address.missing"));

        wanted.senderAddress = "a@shop.example\r\nBcc: x@evil.example";
        assertObjection("senderAddress", false);
    }

    @Test
    void theSenderFitsIntoAMailsHeader() {
        wanted.senderName = "\u5e97".repeat(60);
        wanted.senderAddress = "a".repeat(60) + "@shop.example";
        assertThat(MailAddress.header(wanted.senderName, wanted.senderAddress)).hasSizeLessThanOrEqualTo(500);
        assertThat(objections()).isEmpty();

        wanted.senderName = "\u5e97".repeat(100);
        assertThat(MailAddress.header(wanted.senderName, wanted.senderAddress)).hasSizeGreaterThan(500);
        assertThat(objections()).containsExactly(Objection.to("senderName", "rtn.objection.settings.sender"));
    }

    @Test
    void whoIsToldNeedsAnAddressEach() {
        wanted.notified = List.of("a@shop.example", "nobody", "b@shop.example");
        assertThat(objections()).containsExactly(Objection.to("notified", "rtn.objection.settings.address", "nobody"));
    }

    @Test
    void twentyCanBeTold() {
        wanted.notified = Collections.nCopies(20, "a@shop.example");
        assertThat(objections()).isEmpty();

        wanted.notified = Collections.nCopies(21, "a@shop.example");
        assertObjection("notified", false);
    }

    @Test
    void twentyLongAddressesAreTooMuchToKeep() {
        wanted.notified = Collections.nCopies(20, "a".repeat(60) + "@" + "d".repeat(60) + ".example");
        assertObjection("notified", false);
    }

    @Test
    void textsAreInTheLanguagesOfTheShop() {
        wanted.formMessages = Map.of(Locale.GERMAN, "Hallo");
        assertObjection("", false);

        wanted.formMessages = Map.of();
        wanted.descriptions = Map.of(ReturnStatus.REQUESTED, Map.of(Locale.GERMAN, "Hallo"));
        assertObjection("", false);
    }

    private void assertObjection(String field, boolean possible) {
        if (possible) {
            assertThat(objections()).isEmpty();
        } else {
            assertThat(objections()).extracting(Objection::field).containsExactly(field);
        }
    }

    private List<Objection> objections() {
        return SettingsRules.objections(wanted.settings(), List.of(Locale.ENGLISH, Locale.FRENCH));
    }

    /** Settings of which every part can be set. */
    static final class Wanted {

        int version = MerchantSettings.NOT_STORED;
        String numberPrefix = "R";
        int windowDays = 30;
        RequestWindow.Start windowStart = RequestWindow.Start.DELIVERY;
        int transitDays = 5;
        OptionalInt maximumReturnsPerOrder = OptionalInt.empty();
        long maximumFileSize = 10485760;
        int maximumPhotos = 5;
        String returnAddress = "";
        String senderName = "";
        String senderAddress = "returns@localhost";
        List<String> notified = List.of();
        Map<Locale, String> formMessages = Map.of();
        Map<ReturnStatus, Map<Locale, String>> descriptions = Map.of();

        MerchantSettings settings() {
            return new MerchantSettings(version, true, numberPrefix, windowDays, windowStart, transitDays, maximumReturnsPerOrder,
                maximumFileSize, maximumPhotos, returnAddress, senderName, senderAddress, notified, null, formMessages, descriptions);
        }
    }
}
