package org.broadleafreturns.admin.platformwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PlatformWordsUnitTests {

    private final StaticMessageSource shop = new StaticMessageSource();
    private final PlatformWords words = new PlatformWords(shop);

    PlatformWordsUnitTests() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN}) {
            shop.addMessage("Search", locale, "Search");
            shop.addMessage("Search_Placeholder", locale, "Search by {0}");
            shop.addMessage("shop.own", locale, "Own");
        }
    }

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void pagesOfReturnsHaveThePlatformsWordsInFrench() {
        asking("/returns");
        assertThat(words.getMessage("Search", null, Locale.FRENCH)).isEqualTo("Rechercher");
        assertThat(words.getMessage("Search_Placeholder", new Object[] {"Code"}, "", Locale.CANADA_FRENCH)).isEqualTo("Rechercher par Code");
        assertThat(words.getMessage("shop.own", null, Locale.FRENCH)).isEqualTo("Own");
        assertThat(words.getMessage("nothing", null, "otherwise", Locale.FRENCH)).isEqualTo("otherwise");

        asking("/admin/return-reasons/add");
        assertThat(words.getMessage("Search", null, Locale.FRENCH)).isEqualTo("Rechercher");
    }

    @Test
    void everythingElseIsTheShops() {
        assertThat(words.getMessage("Search", null, Locale.FRENCH)).isEqualTo("Search");
        asking("/customer");
        assertThat(words.getMessage("Search", null, Locale.FRENCH)).isEqualTo("Search");
        asking("/returns");
        assertThat(words.getMessage("Search", null, Locale.ENGLISH)).isEqualTo("Search");
        assertThat(words.getMessage("Search", null, Locale.GERMAN)).isEqualTo("Search");
    }

    @Test
    void wordsThatTheShopHasTranslatedItselfAreTheShops() {
        shop.addMessage("Filter", Locale.ENGLISH, "Filter");
        shop.addMessage("Filter", Locale.FRENCH, "Trier");
        asking("/returns");
        assertThat(words.getMessage("Filter", null, Locale.FRENCH)).isEqualTo("Trier");
    }

    private static void asking(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
        if (address.startsWith("/admin/")) {
            request.setContextPath("/admin");
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
