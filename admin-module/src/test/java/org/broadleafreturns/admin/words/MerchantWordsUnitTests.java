package org.broadleafreturns.admin.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class MerchantWordsUnitTests {

    private final MerchantWords words = new MerchantWords(bundles(), null, new ShopCalendar(settings()), settings());

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void namesSizesAsTheLanguageDoes() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.size(12)).isEqualTo("1 KB");
        assertThat(words.size(12 * 1024)).isEqualTo("12 KB");
        assertThat(words.size(1_572_864)).isEqualTo("1.5 MB");

        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(words.size(1_572_864)).isEqualTo("1,5\u00a0Mo");
    }

    @Test
    void writesDatesInTheShopsZone() {
        Date moment = Date.from(Instant.parse("2026-11-25T16:46:00Z"));

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.narrowDate(moment)).matches("11/25/26, 5:46\\sPM");
        assertThat(words.date(moment)).matches("November 25, 2026(,| at) 5:46\\sPM CET");

        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(words.narrowDate(moment)).matches("25/11/2026,? 17:46");
    }

    @Test
    void putsObjectionsIntoWordsBesideTheirFields() {
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(words.of(List.of(Objection.to("accepted[5]", "rtn.objection.accepted.range", 3))))
            .containsExactly(new FieldMessage("accepted[5]", "Indiquez un nombre entier de 0 à 3."));
    }

    private static ReturnsSettings settings() {
        ReturnsSettings settings = mock(ReturnsSettings.class);
        when(settings.timeZone()).thenReturn(ZoneId.of("Europe/Paris"));
        return settings;
    }

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/rtn/ReturnsMessages", "messages/rtn/ReturnsAdminMessages");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
