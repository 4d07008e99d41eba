package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** In which language texts are, for a page that is in the reader's. */
class ShopperWordsUnitTests {

    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final ShopperWords words = new ShopperWords(null, null, settings, null);

    @BeforeEach
    void merchantsWriteEnglishAndFrench() {
        when(settings.languages()).thenReturn(List.of(Locale.ENGLISH, Locale.FRENCH));
        when(settings.defaultLanguage()).thenReturn(Locale.ENGLISH);
    }

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whatMerchantsWroteInTheReadersLanguageNeedsNoWord() {
        LocaleContextHolder.setLocale(Locale.CANADA_FRENCH);

        assertThat(words.merchantsLanguage()).isNull();
        assertThat(words.foreign(Locale.FRENCH)).isNull();
        assertThat(words.foreign(Locale.UK)).isEqualTo("en-GB");
    }

    @Test
    void aReaderOfAThirdLanguageGetsTheShopsAndIsToldSo() {
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(words.merchantsLanguage()).isEqualTo("en");
    }

    @Test
    void aDescriptionIsInTheShopsLanguageOnlyWhereMerchantsHaveWrittenIt() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
        when(settings.statusDescription(any(), any())).thenReturn(Optional.of("Please wait"));
        assertThat(words.descriptionLanguage(ReturnStatus.REQUESTED)).isEqualTo("en");

        when(settings.statusDescription("REQUESTED", Locale.GERMAN)).thenReturn(Optional.of("Bitte warten"));
        assertThat(words.descriptionLanguage(ReturnStatus.REQUESTED)).isNull();

        when(settings.statusDescription(any(), any())).thenReturn(Optional.empty());
        assertThat(words.descriptionLanguage(ReturnStatus.REQUESTED)).isNull();
    }
}
