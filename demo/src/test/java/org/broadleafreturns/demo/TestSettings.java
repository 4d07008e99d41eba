package org.broadleafreturns.demo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;

/** Settings that hold for the time of some work, as if a merchant had saved them in the back office and taken them back. */
final class TestSettings {

    private TestSettings() {
    }

    static void whileOff(Supplier<?> work) {
        with(false, Map.of(), work);
    }

    /**
     * @param enabled whether shoppers can ask for returns
     * @param formMessages HTML at the top of the request form
     */
    static void with(boolean enabled, Map<Locale, String> formMessages, Supplier<?> work) {
        Map<String, String> entered = new HashMap<>(Map.of("enabled", Boolean.toString(enabled)));
        formMessages.forEach((language, html) -> entered.put("formMessage." + language.toLanguageTag(), html));
        with(entered, work);
    }

    /** @param entered by the names of the fields on the page of the settings, beside the sender, without whom none are saved */
    static void with(Map<String, String> entered, Supplier<?> work) {
        BroadleafRequestContext.setBroadleafRequestContext(new BroadleafRequestContext());
        MerchantSettingsService backOffice = TestShop.get().adminContext().getBean(MerchantSettingsService.class);
        Map<String, String> inputs = new HashMap<>(Map.of("enabled", "true", "senderAddress", "returns@plants.example"));
        inputs.putAll(entered);
        try {
            backOffice.save(backOffice.version(), inputs, "Alex");
            work.get();
        } finally {
            StoredSettings.forget();
        }
    }
}
