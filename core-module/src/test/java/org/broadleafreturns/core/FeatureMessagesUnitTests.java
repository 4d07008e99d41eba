package org.broadleafreturns.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;

class FeatureMessagesUnitTests {

    private final ReloadableResourceBundleMessageSource shop = new ReloadableResourceBundleMessageSource();

    FeatureMessagesUnitTests() {
        shop.setBasenames("classpath:/messages/SampleShop");
        shop.setFallbackToSystemLocale(false);
    }

    @Test
    void aFeaturesWordsAreFoundByTheirPlaceInEachLanguage() {
        MessageSource messages = (MessageSource) new FeatureMessages().postProcessBeforeInitialization(shop, "messageSource");

        assertThat(messages.getMessage("sample.found", null, Locale.ENGLISH)).isEqualTo("Found");
        assertThat(messages.getMessage("sample.found", null, Locale.FRENCH)).isEqualTo("Trouvé");
    }

    @Test
    void theShopsOwnWordsTakeTheirPlace() {
        new FeatureMessages().postProcessBeforeInitialization(shop, "messageSource");

        assertThat(shop.getMessage("sample.changed", null, Locale.ENGLISH)).isEqualTo("As the shop says it");
    }

    @Test
    void otherBeansStayAsTheyAre() {
        new FeatureMessages().postProcessBeforeInitialization(shop, "shopMessages");
        StaticMessageSource another = new StaticMessageSource();

        assertThat(shop.getMessage("sample.found", null, "missing", Locale.ENGLISH)).isEqualTo("missing");
        assertThat(new FeatureMessages().postProcessBeforeInitialization(another, "messageSource")).isSameAs(another);
    }
}
