package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
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
import org.broadleafreturns.core.storedsettings.MerchantSettings;
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
        assertThat(backOffice.current().version()).isEqualTo(MerchantSettings.NOT_STORED);
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
        backOffice.save(new MerchantSettings(MerchantSettings.NOT_STORED, false, "SET", 14, RequestWindow.Start.ORDER, 3,
            OptionalInt.of(2), 2_000_000, 3, "Leaf\r\n1 Garden Row", "Caf\u00e9 Leaf", "leaf@plants.example",
            List.of("a@plants.example", "b@plants.example"), Locale.FRENCH, Map.of(), Map.of()), "Alex");

        assertThat(storefront.enabled()).isFalse();
        assertThat(storefront.shopLanguage()).isEqualTo(Locale.FRENCH);
        assertThat(storefront.numberPrefix()).isEqualTo("SET");
        assertThat(storefront.requestWindow()).isEqualTo(new RequestWindow(14, RequestWindow.Start.ORDER, 3));
        assertThat(storefront.maximumReturnsPerOrder()).hasValue(2);
        assertThat(storefront.maximumFileSize()).isEqualTo(2_000_000);
        assertThat(storefront.maximumPhotos()).isEqualTo(3);
        assertThat(storefront.returnAddress()).hasValue("Leaf\n1 Garden Row");
        assertThat(storefront.mail().from()).isEqualTo("=?UTF-8?Q?Caf=C3=A9_Leaf?= <leaf@plants.example>");
        assertThat(storefront.mail().notified()).containsExactly("a@plants.example", "b@plants.example");
        assertThat(storefront.mail().siteUrl()).isEqualTo(TestShop.get().siteUrl());
        assertThat(storefront.timeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(database.queryForObject("select CHANGED_BY from RTN_SETTINGS", String.class)).isEqualTo("Alex");

        MerchantSettings saved = backOffice.current();
        backOffice.save(with(saved, true, "SET", Map.of(), Map.of()), "Alex");

        assertThat(storefront.enabled()).isTrue();
    }

    @Test
    void newNumbersStartWithThePrefix() {
        backOffice.save(with(backOffice.current(), true, "SET", Map.of(), Map.of()), "Alex");

        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);

        assertThat(request.getNumber()).startsWith("SET");
    }

    @Test
    void mailsComeFromTheSender() throws Exception {
        backOffice.save(with(backOffice.current(), "Caf\u00e9 Leaf", 10485760), "Alex");

        String number = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1).getNumber();

        MimeMessage mail = await().until(() -> ReceivedMails.about(number).stream().findFirst()
            .orElse(null), found -> found != null);
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("leaf@plants.example", "Caf\u00e9 Leaf", "UTF-8"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Caf\u00e9 Leaf");
    }

    @Test
    void aLabelCanBeAsLargeAsWasSet() {
        backOffice.save(with(backOffice.current(), "", 102_400), "Alex");
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);

        assertThat(TestShop.preview(request, ReturnStatus.LABEL_SENT, null, label(102_400)).getLabel()).isNotNull();
        assertThatThrownBy(() -> TestShop.preview(request, ReturnStatus.LABEL_SENT, null, label(102_401)))
            .isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections())
                .extracting(Objection::code).containsExactly("rtn.objection.label.tooLarge"));
    }

    private static StatusChange.LabelFile label(int size) {
        byte[] content = Arrays.copyOf("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), size);
        return new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream(content));
    }

    @Test
    void textsAreThoseOfTheReadersLanguage() {
        Map<Locale, String> messages = Map.of(Locale.ENGLISH, "<p>Keep the tags on.</p>", Locale.FRENCH, "Gardez\nles \u00e9tiquettes");
        backOffice.save(with(backOffice.current(), true, "R", messages,
            Map.of(ReturnStatus.RECEIVED, Map.of(Locale.FRENCH, "Patience !"))), "Alex");

        assertThat(storefront.formMessage(Locale.ENGLISH)).hasValue("<p>Keep the tags on.</p>");
        assertThat(storefront.formMessage(Locale.UK)).hasValue("<p>Keep the tags on.</p>");
        assertThat(storefront.formMessage(Locale.FRENCH)).hasValue("Gardez<br />\nles \u00e9tiquettes");
        assertThat(storefront.formMessage(Locale.GERMAN)).hasValue("<p>Keep the tags on.</p>");
        assertThat(storefront.statusDescription("RECEIVED", Locale.FRENCH)).hasValue("Patience !");
        assertThat(storefront.statusDescription("RECEIVED", Locale.ENGLISH).orElse("")).contains("Your parcel has arrived");

        backOffice.save(with(backOffice.current(), true, "R", Map.of(Locale.ENGLISH, " "), Map.of()), "Alex");

        assertThat(storefront.formMessage(Locale.ENGLISH)).isEmpty();
        assertThat(storefront.formMessage(Locale.FRENCH)).isEmpty();
        assertThat(storefront.statusDescription("RECEIVED", Locale.FRENCH).orElse("")).contains("Votre colis");
        assertThat(database.queryForObject("select count(*) from RTN_SETTINGS_TEXT", Integer.class)).isZero();
    }

    @Test
    void markupIsCleanedWhenItIsSavedAndAgainWhenItIsRead() {
        backOffice.save(with(backOffice.current(), true, "R", Map.of(Locale.ENGLISH,
            "<p onclick=\"alert(1)\">Hello<script>alert(1)</script> <a href=\"javascript:alert(1)\">you</a></p>"), Map.of()), "Alex");

        assertThat(backOffice.current().formMessages().get(Locale.ENGLISH))
            .isEqualTo("<p>Hello <a rel=\"noopener noreferrer\">you</a></p>");

        database.update("update RTN_SETTINGS_TEXT set TEXT_CONTENT = '<b>Hi</b><img src=\"x\" onerror=\"alert(1)\" />'");

        assertThat(storefront.formMessage(Locale.ENGLISH)).hasValue("<b>Hi</b>");
    }

    @Test
    void aStaleFormIsRefusedEvenIfOnlyTextsWereChanged() {
        MerchantSettings first = backOffice.current();
        backOffice.save(with(first, true, "ONE", Map.of(Locale.ENGLISH, "one"), Map.of()), "Alex");
        MerchantSettings second = backOffice.current();
        backOffice.save(with(second, true, "ONE", Map.of(Locale.ENGLISH, "two"), Map.of()), "Camille");

        assertThatThrownBy(() -> backOffice.save(with(first, true, "R", Map.of(), Map.of()), "Alex"))
            .isInstanceOf(StaleSettingsException.class);
        assertThatThrownBy(() -> backOffice.save(with(second, true, "R", Map.of(), Map.of()), "Alex"))
            .isInstanceOf(StaleSettingsException.class);
        assertThat(storefront.numberPrefix()).isEqualTo("ONE");
        assertThat(storefront.formMessage(Locale.ENGLISH)).hasValue("two");
    }

    @Test
    void ofManyWhoSaveAtOnceOneWins() throws Exception {
        for (int round = 0; round < 2; round++) {
            MerchantSettings before = backOffice.current();
            List<Callable<Boolean>> merchants = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                MerchantSettings wanted = with(before, true, "SET" + i, Map.of(Locale.ENGLISH, "Text " + i), Map.of());
                MerchantSettingsService node = i % 2 == 0 ? backOffice : TestShop.bean(MerchantSettingsService.class);
                merchants.add(() -> saves(node, wanted));
            }

            long saved = AtOnce.run(merchants).stream().filter(won -> won).count();

            assertThat(saved).isEqualTo(1);
            assertThat(storefront.formMessage(Locale.ENGLISH)).hasValue(storefront.numberPrefix().replace("SET", "Text "));
        }
    }

    private static boolean saves(MerchantSettingsService node, MerchantSettings wanted) {
        try {
            node.save(wanted, "Alex");
            return true;
        } catch (StaleSettingsException e) {
            return false;
        }
    }

    @Test
    void whatIsWrongIsSaidInputByInputAndNothingIsSaved() {
        MerchantSettings wrong = new MerchantSettings(MerchantSettings.NOT_STORED, true, "too long", -1, null, 5,
            OptionalInt.of(0), 1, 5, "", "Shop\r\nBcc: x@evil.example", "nobody", List.of(), null, Map.of(), Map.of());

        assertThatThrownBy(() -> backOffice.save(wrong, "Alex")).isInstanceOfSatisfying(SettingsRefusedException.class,
            refused -> assertThat(refused.objections()).extracting(Objection::field).containsExactlyInAnyOrder("numberPrefix",
                "windowDays", "windowStart", "maximumReturnsPerOrder", "maximumFileSize", "senderName", "senderAddress"));
        assertThat(backOffice.current().version()).isEqualTo(MerchantSettings.NOT_STORED);
    }

    @Test
    void everySiteHasSettingsOfItsOwn() {
        backOffice.save(with(backOffice.current(), true, "MAIN", Map.of(), Map.of()), "Alex");
        onSite(7);
        assertThat(storefront.numberPrefix()).isEqualTo("R");
        backOffice.save(with(backOffice.current(), true, "SEVEN", Map.of(Locale.ENGLISH, "seven"), Map.of()), "Alex");

        assertThat(storefront.numberPrefix()).isEqualTo("SEVEN");
        BroadleafRequestContext.setBroadleafRequestContext(new BroadleafRequestContext());
        assertThat(storefront.numberPrefix()).isEqualTo("MAIN");
        assertThat(storefront.formMessage(Locale.ENGLISH)).isEmpty();
    }

    private static void onSite(long id) {
        Site site = new SiteImpl();
        site.setId(id);
        BroadleafRequestContext context = new BroadleafRequestContext();
        context.setNonPersistentSite(site);
        BroadleafRequestContext.setBroadleafRequestContext(context);
    }

    private static MerchantSettings with(MerchantSettings before, String senderName, long maximumFileSize) {
        return new MerchantSettings(before.version(), true, "R", before.windowDays(), before.windowStart(), before.transitDays(),
            before.maximumReturnsPerOrder(), maximumFileSize, before.maximumPhotos(), "", senderName, "leaf@plants.example",
            List.of(), null, Map.of(), Map.of());
    }

    private static MerchantSettings with(MerchantSettings before, boolean enabled, String prefix, Map<Locale, String> messages,
            Map<ReturnStatus, Map<Locale, String>> descriptions) {
        return new MerchantSettings(before.version(), enabled, prefix, before.windowDays(), before.windowStart(),
            before.transitDays(), before.maximumReturnsPerOrder(), before.maximumFileSize(), before.maximumPhotos(),
            before.returnAddress(), before.senderName(), before.senderAddress(), before.notified(), before.shopLanguage(), messages, descriptions);
    }
}
