package org.broadleafreturns.core.storedsettings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.MessageSource;

/**
 * The settings that the merchants of the current site have saved; those of the properties where they have saved none, and
 * for what merchants do not set.
 *
 * <p>Work in the background has no site and gets what was saved without one. So in a shop with several sites, whoever needs
 * a site's sender or addresses for later asks for them while the site's request is answered.
 */
class StoredReturnsSettings implements ReturnsSettings {

    private final SettingsStore store;
    private final ReturnsSettings properties;
    private final MessageSource messages;

    StoredReturnsSettings(SettingsStore store, ReturnsSettings properties, MessageSource messages) {
        this.store = store;
        this.properties = properties;
        this.messages = messages;
    }

    static String descriptionCode(String status) {
        return "rtn.status." + status + ".description";
    }

    private <T> T get(Function<MerchantSettings, T> stored, Function<ReturnsSettings, T> configured) {
        return store.find().map(stored).orElseGet(() -> configured.apply(properties));
    }

    @Override
    public boolean enabled() {
        return get(MerchantSettings::enabled, ReturnsSettings::enabled);
    }

    @Override
    public String numberPrefix() {
        return get(MerchantSettings::numberPrefix, ReturnsSettings::numberPrefix);
    }

    @Override
    public RequestWindow requestWindow() {
        return get(stored -> new RequestWindow(stored.windowDays(), stored.windowStart(), stored.transitDays()),
            ReturnsSettings::requestWindow);
    }

    @Override
    public OptionalInt maximumReturnsPerOrder() {
        return get(MerchantSettings::maximumReturnsPerOrder, ReturnsSettings::maximumReturnsPerOrder);
    }

    @Override
    public long maximumFileSize() {
        return get(MerchantSettings::maximumFileSize, ReturnsSettings::maximumFileSize);
    }

    @Override
    public int maximumPhotos() {
        return get(MerchantSettings::maximumPhotos, ReturnsSettings::maximumPhotos);
    }

    @Override
    public Locale defaultLanguage() {
        return properties.defaultLanguage();
    }

    @Override
    public List<Locale> languages() {
        return properties.languages();
    }

    /** A language that the shop has given up since is none to write in. */
    @Override
    public Locale shopLanguage() {
        return store.find().map(MerchantSettings::shopLanguage).filter(languages()::contains).orElseGet(properties::shopLanguage);
    }

    @Override
    public ZoneId timeZone() {
        return properties.timeZone();
    }

    @Override
    public Optional<String> formMessage(Locale language) {
        Optional<String> html = store.find().map(stored -> stored.formMessages().get(languageFor(language)))
            .or(() -> properties.formMessage(language));
        return html.map(SafeHtml::of).filter(safe -> !safe.isEmpty());
    }

    @Override
    public Optional<String> statusDescription(String status, Locale language) {
        Optional<String> own = known(status).flatMap(known -> store.find()
            .map(stored -> stored.statusDescriptions().getOrDefault(known, Map.of()).get(languageFor(language))));
        return own.or(() -> properties.statusDescription(status, language))
            .or(() -> Optional.ofNullable(messages.getMessage(descriptionCode(status), null, "", language)))
            .filter(text -> !text.isEmpty());
    }

    private static Optional<ReturnStatus> known(String status) {
        return Arrays.stream(ReturnStatus.values()).filter(value -> value.name().equals(status)).findAny();
    }

    /** The language in which the merchant writes for this reader. */
    private Locale languageFor(Locale reader) {
        List<Locale> written = properties.languages();
        return written.stream().filter(reader::equals).findFirst()
            .or(() -> written.stream().filter(language -> language.getLanguage().equals(reader.getLanguage())).findFirst())
            .orElse(properties.defaultLanguage());
    }

    @Override
    public Optional<String> returnAddress() {
        return get(stored -> Optional.of(stored.returnAddress()).filter(address -> !address.isEmpty()),
            ReturnsSettings::returnAddress);
    }

    @Override
    public Mail mail() {
        Mail configured = properties.mail();
        return get(stored -> new Mail(MailAddress.header(stored.senderName(), stored.senderAddress()), stored.notified(),
            configured.siteUrl(), configured.attempts(), configured.firstRetry(), configured.pollInterval()),
            ReturnsSettings::mail);
    }

    @Override
    public Duration previewLifetime() {
        return properties.previewLifetime();
    }
}
