package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.sql.DataSource;
import org.broadleafcommerce.common.site.domain.Site;
import org.broadleafcommerce.common.site.domain.SiteImpl;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.core.storedsettings.SettingsRefusedException;
import org.broadleafreturns.core.storedsettings.StaleSettingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Settings that a merchant saves in the back office, read by the storefront. */
class SettingsIntegrationTests {

    private final MerchantSettingsService backOffice = TestShop.get().adminContext().getBean(MerchantSettingsService.class);
    private final ReturnsSettings storefront = TestShop.get().siteContext().getBean(ReturnsSettings.class);
    private final JdbcTemplate database = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));

    @BeforeEach
    @AfterEach
    void asIfNobodyHadSavedAnything() {
        BroadleafRequestContext.setBroadleafRequestContext(new BroadleafRequestContext());
        StoredSettings.forget();
    }

    @Test
    void thePropertiesHoldWhereNothingWasSaved() {
        assertThat(backOffice.version()).isEqualTo(MerchantSettingsService.NEVER_SAVED);
        assertThat(storefront.enabled()).isTrue();
        assertThat(storefront.numberPrefix()).isEqualTo("R");
        assertThat(storefront.requestWindow()).isEqualTo(new RequestWindow(30, RequestWindow.Start.DELIVERY, 5));
        assertThat(storefront.maximumReturnsPerOrder()).isEmpty();
        assertThat(storefront.formMessage(Locale.ENGLISH)).isEmpty();
        assertThat(storefront.returnAddress()).isEmpty();
        assertThat(storefront.statusDescription("REQUESTED", Locale.ENGLISH).orElse("")).contains("Keep the articles");
        assertThat(storefront.statusDescription("REQUESTED", Locale.CANADA_FRENCH).orElse("")).contains("Conservez les articles");
        assertThat(storefront.statusDescription("NO_STATUS", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void whatIsSavedIsInForceInTheOtherApplicationAtOnce() {
        save("enabled", "false", "numberPrefix", "SET", "windowDays", "14", "windowStart", "ORDER", "transitDays", "3",
            "maximumReturnsPerOrder", "2", "maximumFileSize", "1.5", "maximumPhotos", "3", "returnAddress", "Leaf\r\n1 Garden Row",
            "senderName", "Caf\u00e9 Leaf", "senderAddress", "leaf@plants.example", "notified", "a@plants.example, b@plants.example",
            "shopLanguage", "fr");

        assertThat(storefront.enabled()).isFalse();
        assertThat(storefront.shopLanguage()).isEqualTo(Locale.FRENCH);
        assertThat(storefront.numberPrefix()).isEqualTo("SET");
        assertThat(storefront.requestWindow()).isEqualTo(new RequestWindow(14, RequestWindow.Start.ORDER, 3));
        assertThat(storefront.maximumReturnsPerOrder()).hasValue(2);
        assertThat(storefront.maximumFileSize()).isEqualTo(1_572_864);
        assertThat(storefront.maximumPhotos()).isEqualTo(3);
        assertThat(storefront.returnAddress()).hasValue("Leaf\n1 Garden Row");
        assertThat(storefront.mail().from()).isEqualTo("=?UTF-8?Q?Caf=C3=A9_Leaf?= <leaf@plants.example>");
        assertThat(storefront.mail().notified()).containsExactly("a@plants.example", "b@plants.example");
        assertThat(storefront.mail().siteUrl()).isEqualTo(TestShop.get().siteUrl());
        assertThat(storefront.timeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(database.queryForObject("select CHANGED_BY from RTN_SETTING_VERSION", String.class)).isEqualTo("Alex");

        save("enabled", "true");

        assertThat(storefront.enabled()).isTrue();
    }

    @Test
    void newNumbersStartWithThePrefix() {
        save("numberPrefix", "SET");

        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);

        assertThat(request.getNumber()).startsWith("SET");
    }

    @Test
    void mailsComeFromTheSender() throws Exception {
        save("senderName", "Caf\u00e9 Leaf", "senderAddress", "leaf@plants.example");

        String number = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1).getNumber();

        MimeMessage mail = await().until(() -> ReceivedMails.about(number).stream().findFirst()
            .orElse(null), found -> found != null);
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("leaf@plants.example", "Caf\u00e9 Leaf", "UTF-8"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Caf\u00e9 Leaf");
    }

    @Test
    void aLabelCanBeAsLargeAsWasSet() {
        save("maximumFileSize", "0.1");
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);

        assertThat(TestShop.preview(request, ReturnStatus.LABEL_SENT, null, label(104_858)).getLabel()).isNotNull();
        assertThatThrownBy(() -> TestShop.preview(request, ReturnStatus.LABEL_SENT, null, label(104_859)))
            .isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections())
                .extracting(Objection::code).containsExactly("rtn.objection.label.tooLarge"));
    }

    private static StatusChange.LabelFile label(int size) {
        byte[] content = Arrays.copyOf("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), size);
        return new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream(content));
    }

    @Test
    void textsAreThoseOfTheReadersLanguage() {
        save("formMessage.en", "<p>Keep the tags on.</p>", "formMessage.fr", "Gardez\nles \u00e9tiquettes",
            "statusDescription.RECEIVED.fr", "Patience !");

        assertThat(storefront.formMessage(Locale.ENGLISH)).hasValue("<p>Keep the tags on.</p>");
        assertThat(storefront.formMessage(Locale.UK)).hasValue("<p>Keep the tags on.</p>");
        assertThat(storefront.formMessage(Locale.FRENCH)).hasValue("Gardez<br />\nles \u00e9tiquettes");
        assertThat(storefront.formMessage(Locale.GERMAN)).hasValue("<p>Keep the tags on.</p>");
        assertThat(storefront.statusDescription("RECEIVED", Locale.FRENCH)).hasValue("Patience !");
        assertThat(storefront.statusDescription("RECEIVED", Locale.ENGLISH).orElse("")).contains("Your parcel has arrived");

        save("formMessage.en", " ", "formMessage.fr", "", "statusDescription.RECEIVED.fr", "");

        assertThat(storefront.formMessage(Locale.ENGLISH)).isEmpty();
        assertThat(storefront.formMessage(Locale.FRENCH)).isEmpty();
        assertThat(storefront.statusDescription("RECEIVED", Locale.FRENCH).orElse("")).contains("Votre colis");
        assertThat(database.queryForObject("select count(*) from RTN_SETTING where LANGUAGE_TAG <> 'und'", Integer.class)).isZero();
    }

    @Test
    void markupIsCleanedWhenItIsSavedAndAgainWhenItIsRead() {
        save("formMessage.en",
            "<p onclick=\"alert(1)\">Hello<script>alert(1)</script> <a href=\"javascript:alert(1)\">you</a></p>");

        assertThat(database.queryForObject("select SETTING_VALUE from RTN_SETTING where SETTING_NAME = 'formMessage'", String.class))
            .isEqualTo("<p>Hello <a rel=\"noopener noreferrer\">you</a></p>");

        database.update("update RTN_SETTING set SETTING_VALUE = '<b>Hi</b><img src=\"x\" onerror=\"alert(1)\" />'"
            + " where SETTING_NAME = 'formMessage'");

        assertThat(storefront.formMessage(Locale.ENGLISH)).hasValue("<b>Hi</b>");
    }

    @Test
    void aStaleFormIsRefusedEvenIfOnlyTextsWereChanged() {
        int first = backOffice.version();
        save("numberPrefix", "ONE", "formMessage.en", "one");
        int second = backOffice.version();
        save("formMessage.en", "two");

        assertThatThrownBy(() -> backOffice.save(first, Map.of("numberPrefix", "R"), "Alex")).isInstanceOf(StaleSettingsException.class);
        assertThatThrownBy(() -> backOffice.save(second, Map.of("numberPrefix", "R"), "Alex")).isInstanceOf(StaleSettingsException.class);
        assertThat(storefront.numberPrefix()).isEqualTo("ONE");
        assertThat(storefront.formMessage(Locale.ENGLISH)).hasValue("two");
    }

    @Test
    void ofManyWhoSaveAtOnceOneWins() throws Exception {
        for (int round = 0; round < 2; round++) {
            int before = backOffice.version();
            List<Callable<Boolean>> merchants = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Map<String, String> wanted = Map.of("numberPrefix", "SET" + i, "formMessage.en", "Text " + i);
                MerchantSettingsService node = i % 2 == 0 ? backOffice : TestShop.bean(MerchantSettingsService.class);
                merchants.add(() -> saves(node, before, wanted));
            }

            long saved = AtOnce.run(merchants).stream().filter(won -> won).count();

            assertThat(saved).isEqualTo(1);
            assertThat(storefront.formMessage(Locale.ENGLISH)).hasValue(storefront.numberPrefix().replace("SET", "Text "));
        }
    }

    private static boolean saves(MerchantSettingsService node, int version, Map<String, String> wanted) {
        try {
            node.save(version, wanted, "Alex");
            return true;
        } catch (StaleSettingsException e) {
            return false;
        }
    }

    @Test
    void whatIsWrongIsSaidInputByInputAndNothingIsSaved() {
        assertThatThrownBy(() -> save("numberPrefix", "too long", "windowDays", "-1", "windowStart", "", "maximumReturnsPerOrder", "0",
            "maximumFileSize", "0", "senderName", "Shop\r\nBcc: x@evil.example", "senderAddress", "nobody")).isInstanceOfSatisfying(SettingsRefusedException.class,
            refused -> assertThat(refused.objections()).extracting(Objection::field).containsExactlyInAnyOrder("numberPrefix",
                "windowDays", "windowStart", "maximumReturnsPerOrder", "maximumFileSize", "senderName", "senderAddress"));
        assertThat(backOffice.version()).isEqualTo(MerchantSettingsService.NEVER_SAVED);
    }

    @Test
    void everySiteHasSettingsOfItsOwn() {
        save("numberPrefix", "MAIN");
        onSite(7);
        assertThat(storefront.numberPrefix()).isEqualTo("R");
        save("numberPrefix", "SEVEN", "formMessage.en", "seven");

        assertThat(storefront.numberPrefix()).isEqualTo("SEVEN");
        BroadleafRequestContext.setBroadleafRequestContext(new BroadleafRequestContext());
        assertThat(storefront.numberPrefix()).isEqualTo("MAIN");
        assertThat(storefront.formMessage(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void everySiteKeepsItsOwnPromises() {
        Instant before = Instant.now().minusSeconds(60);
        save("windowDays", "14");
        onSite(7);
        assertThat(storefront.requestWindows().since(before)).extracting(RequestWindow::days).containsExactly(30);
        save("windowDays", "60");

        assertThat(storefront.requestWindows().since(before)).extracting(RequestWindow::days).containsExactly(30, 60);
        BroadleafRequestContext.setBroadleafRequestContext(new BroadleafRequestContext());
        assertThat(storefront.requestWindows().since(before)).extracting(RequestWindow::days).containsExactly(30, 14);
        assertThat(storefront.requestWindows().since(Instant.now().plusSeconds(1))).extracting(RequestWindow::days).containsExactly(14);
    }

    private static void onSite(long id) {
        Site site = new SiteImpl();
        site.setId(id);
        BroadleafRequestContext context = new BroadleafRequestContext();
        context.setNonPersistentSite(site);
        BroadleafRequestContext.setBroadleafRequestContext(context);
    }

    /** @param namesAndInputs what a merchant types where */
    private void save(String... namesAndInputs) {
        Map<String, String> inputs = new HashMap<>();
        for (int i = 0; i < namesAndInputs.length; i += 2) {
            inputs.put(namesAndInputs[i], namesAndInputs[i + 1]);
        }
        backOffice.save(backOffice.version(), inputs, "Alex");
    }
}
