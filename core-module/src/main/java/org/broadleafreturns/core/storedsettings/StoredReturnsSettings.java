package org.broadleafreturns.core.storedsettings;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.broadleafreturns.core.settings.Held;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.settings.Settings;

/**
 * The module's own settings by the names of its code: those that the merchants of the current site have saved; those of the
 * properties where they have saved none, and for what merchants do not set.
 *
 * <p>Work in the background has no site and gets what was saved without one. So in a shop with several sites, whoever needs
 * a site's sender or addresses for later asks for them while the site's request is answered.
 */
class StoredReturnsSettings implements ReturnsSettings {

    private final StoredSettings settings;
    private final ShippedSettings shipped;
    private final ReturnsSettings properties;

    StoredReturnsSettings(StoredSettings settings, ShippedSettings shipped, ReturnsSettings properties) {
        this.settings = settings;
        this.shipped = shipped;
        this.properties = properties;
    }

    @Override
    public boolean enabled() {
        return settings.get(shipped.enabled);
    }

    @Override
    public String numberPrefix() {
        return settings.get(shipped.numberPrefix);
    }

    @Override
    public RequestWindow requestWindow() {
        StoredSettings now = settings.now();
        return new RequestWindow(now.get(shipped.windowDays), now.get(shipped.windowStart), now.get(shipped.transitDays));
    }

    /** Only what was in force at one moment makes a window together. */
    @Override
    public Held<RequestWindow> requestWindows() {
        StoredSettings now = settings.now();
        Held<Integer> days = now.held(shipped.windowDays);
        Held<RequestWindow.Start> start = now.held(shipped.windowStart);
        Held<Integer> transitDays = now.held(shipped.transitDays);
        Set<Instant> moments = new TreeSet<>(days.moments());
        moments.addAll(start.moments());
        moments.addAll(transitDays.moments());
        return Held.of(moments, moment -> new RequestWindow(days.at(moment), start.at(moment), transitDays.at(moment)));
    }

    @Override
    public OptionalInt maximumReturnsPerOrder() {
        return settings.get(shipped.maximumReturnsPerOrder);
    }

    @Override
    public long maximumFileSize() {
        return settings.get(shipped.maximumFileSize);
    }

    @Override
    public int maximumPhotos() {
        return settings.get(shipped.maximumPhotos);
    }

    @Override
    public Locale defaultLanguage() {
        return properties.defaultLanguage();
    }

    @Override
    public List<Locale> languages() {
        return properties.languages();
    }

    @Override
    public Locale shopLanguage() {
        return settings.get(shipped.shopLanguage);
    }

    @Override
    public ZoneId timeZone() {
        return properties.timeZone();
    }

    @Override
    public Optional<String> formMessage(Locale language) {
        return Optional.of(settings.get(shipped.formMessage, language)).filter(html -> !html.isEmpty());
    }

    @Override
    public Optional<String> statusDescription(String status, Locale language) {
        Setting<String> setting = shipped.statusDescription(status);
        return setting == null ? Optional.empty() : Optional.of(settings.get(setting, language)).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<String> returnAddress() {
        return Optional.of(settings.get(shipped.returnAddress)).filter(address -> !address.isEmpty());
    }

    @Override
    public Mail mail() {
        Mail configured = properties.mail();
        StoredSettings now = settings.now();
        return new Mail(sender(now, configured), now.get(shipped.notified), configured.siteUrl(), configured.attempts(),
            configured.firstRetry(), configured.pollInterval());
    }

    /** A header that nobody has changed stays as it was written. */
    private String sender(Settings now, Mail configured) {
        String name = now.get(shipped.senderName);
        String address = now.get(shipped.senderAddress);
        return name.equals(shipped.senderName.configured()) && address.equals(shipped.senderAddress.configured())
            ? configured.from() : MailAddress.header(name, address);
    }

    @Override
    public Duration previewLifetime() {
        return properties.previewLifetime();
    }
}
