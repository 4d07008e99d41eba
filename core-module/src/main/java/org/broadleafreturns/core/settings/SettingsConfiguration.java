package org.broadleafreturns.core.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the {@code returns.*} properties; the defaults stand here and nowhere else. */
@Configuration
public class SettingsConfiguration {

    @Bean
    ConfiguredSettings rtnConfiguredSettings(
            @Value("${returns.enabled:true}") boolean enabled,
            @Value("${returns.number.prefix:R}") String numberPrefix,
            @Value("${returns.file.max-size:10485760}") long maximumFileSize,
            @Value("${returns.photos.max:5}") int maximumPhotos,
            @Value("${returns.default-language:en}") String defaultLanguage,
            @Value("${returns.languages:en,fr}") String languages,
            @Value("${returns.mail.shop-language:${returns.default-language:en}}") String shopLanguage,
            @Value("${returns.time-zone:UTC}") String timeZone,
            @Value("${returns.preview.lifetime-hours:24}") long previewLifetimeHours,
            RequestWindow window,
            @Value("${returns.max-per-order:0}") int maximumReturnsPerOrder,
            ReturnsSettings.Mail mail) {
        return new ConfiguredSettings(enabled, numberPrefix, window,
            maximumReturnsPerOrder == 0 ? OptionalInt.empty() : OptionalInt.of(maximumReturnsPerOrder), maximumFileSize,
            maximumPhotos, Locale.forLanguageTag(defaultLanguage), list(languages).stream().map(Locale::forLanguageTag).toList(),
            Locale.forLanguageTag(shopLanguage), ZoneId.of(timeZone), mail, Duration.ofHours(previewLifetimeHours));
    }

    @Bean
    RequestWindow rtnRequestWindow(
            @Value("${returns.window.days:30}") int days,
            @Value("${returns.window.start:DELIVERY}") RequestWindow.Start start,
            @Value("${returns.window.transit-days:5}") int transitDays) {
        return new RequestWindow(days, start, transitDays);
    }

    @Bean
    ReturnsSettings.Mail rtnMailSettings(
            @Value("${returns.mail.from:returns@localhost}") String from,
            @Value("${returns.mail.notified:}") String notified,
            @Value("${returns.mail.site-url:${site.baseurl:}}") String siteUrl,
            @Value("${returns.mail.attempts:12}") int attempts,
            @Value("${returns.mail.first-retry-seconds:30}") long firstRetrySeconds,
            @Value("${returns.mail.poll-seconds:10}") long pollSeconds) {
        return new ReturnsSettings.Mail(from, list(notified), siteUrl.replaceAll("/+$", ""), attempts,
            Duration.ofSeconds(firstRetrySeconds), Duration.ofSeconds(pollSeconds));
    }

    private static List<String> list(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }
}
