package org.broadleafreturns.core.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of the {@code returns.*} properties, which never change while the application runs. They hold where merchants
 * have saved none of their own.
 */
public record ConfiguredSettings(
    boolean enabled,
    String numberPrefix,
    RequestWindow requestWindow,
    OptionalInt maximumReturnsPerOrder,
    long maximumFileSize,
    int maximumPhotos,
    Locale defaultLanguage,
    List<Locale> languages,
    Locale shopLanguage,
    ZoneId timeZone,
    Mail mail,
    Duration previewLifetime) implements ReturnsSettings {

    public ConfiguredSettings {
        languages = List.copyOf(languages);
        if (maximumFileSize <= 0) {
            throw new IllegalArgumentException("returns.file.max-size must be positive, not " + maximumFileSize);
        }
        if (!numberPrefix.matches("[A-Z0-9]{0,6}")) {
            throw new IllegalArgumentException("returns.number.prefix must be up to 6 capital letters or digits, not " + numberPrefix);
        }
        if (!languages.contains(defaultLanguage)) {
            throw new IllegalArgumentException("returns.languages must contain returns.default-language, " + defaultLanguage);
        }
        if (!languages.contains(shopLanguage)) {
            throw new IllegalArgumentException("returns.languages must contain returns.mail.shop-language, " + shopLanguage);
        }
    }

    @Override
    public Optional<String> formMessage(Locale language) {
        return Optional.empty();
    }

    @Override
    public Optional<String> statusDescription(String status, Locale language) {
        return Optional.empty();
    }

    @Override
    public Optional<String> returnAddress() {
        return Optional.empty();
    }
}
