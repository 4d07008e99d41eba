package org.broadleafreturns.admin.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafreturns.core.policy.Objection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class MerchantWordsUnitTests {

    private final MerchantWords words = new MerchantWords(bundles(), null);

    @AfterEach
    void forgetTheReader() {
        BroadleafRequestContext.setBroadleafRequestContext(null);
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
    void writesDatesForAColumnInDigits() {
        BroadleafRequestContext context = new BroadleafRequestContext();
        context.setTimeZone(TimeZone.getTimeZone("Europe/Paris"));
        BroadleafRequestContext.setBroadleafRequestContext(context);
        Date moment = Date.from(Instant.parse("2026-11-25T16:46:00Z"));

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.narrowDate(moment)).isEqualTo("11/25/26, 5:46 PM");

        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(words.narrowDate(moment)).isEqualTo("25/11/2026 17:46");
    }

    @Test
    void putsObjectionsIntoWordsBesideTheirFields() {
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(words.of(List.of(Objection.to("accepted[5]", "rtn.objection.accepted.range", 3))))
            .containsExactly(new FieldMessage("accepted[5]", "Indiquez un nombre entier de 0 à 3."));
    }

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/rtn/ReturnsMessages", "messages/rtn/ReturnsAdminMessages");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
