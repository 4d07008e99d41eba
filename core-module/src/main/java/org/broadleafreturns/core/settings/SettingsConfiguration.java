package org.broadleafreturns.core.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the {@code returns.*} properties; the defaults stand here and nowhere else. */
@Configuration
public class SettingsConfiguration {

    @Bean
    ReturnsSettings rtnSettings(
            @Value("${returns.number.prefix:R}") String numberPrefix,
            @Value("${returns.reasons:CHANGED_MIND,WRONG_SIZE,NOT_AS_DESCRIBED,DAMAGED,WRONG_ARTICLE,OTHER}") String reasons,
            @Value("${returns.refund-types:ORIGINAL_PAYMENT,STORE_CREDIT,EXCHANGE}") String refundTypes,
            @Value("${returns.label.max-size:10485760}") long maximumLabelSize,
            @Value("${returns.default-language:en}") String defaultLanguage,
            @Value("${returns.preview.lifetime-hours:24}") long previewLifetimeHours,
            ReturnsSettings.Mail mail) {
        return new ReturnsSettings(numberPrefix, codes(reasons), codes(refundTypes), maximumLabelSize,
            Locale.forLanguageTag(defaultLanguage), mail, Duration.ofHours(previewLifetimeHours));
    }

    @Bean
    ReturnsSettings.Mail rtnMailSettings(
            @Value("${returns.mail.from:returns@localhost}") String from,
            @Value("${returns.mail.site-url:${site.baseurl:}}") String siteUrl,
            @Value("${returns.mail.attempts:12}") int attempts,
            @Value("${returns.mail.first-retry-seconds:30}") long firstRetrySeconds,
            @Value("${returns.mail.poll-seconds:10}") long pollSeconds) {
        return new ReturnsSettings.Mail(from, siteUrl.replaceAll("/+$", ""), attempts, Duration.ofSeconds(firstRetrySeconds),
            Duration.ofSeconds(pollSeconds));
    }

    private static List<String> codes(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(code -> !code.isEmpty()).toList();
    }
}
