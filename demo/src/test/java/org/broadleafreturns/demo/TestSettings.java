package org.broadleafreturns.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.storedsettings.MerchantSettings;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.springframework.jdbc.core.JdbcTemplate;

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
        BroadleafRequestContext.setBroadleafRequestContext(new BroadleafRequestContext());
        MerchantSettingsService backOffice = TestShop.get().adminContext().getBean(MerchantSettingsService.class);
        try {
            backOffice.save(new MerchantSettings(backOffice.current().version(), enabled, "R", 30,
                RequestWindow.Start.DELIVERY, 5, OptionalInt.empty(), 10_485_760, 5, "", "", "returns@plants.example", List.of(), null,
                formMessages, Map.<ReturnStatus, Map<Locale, String>>of()), "Alex");
            work.get();
        } finally {
            JdbcTemplate database = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
            database.update("delete from RTN_SETTINGS_TEXT");
            database.update("delete from RTN_SETTINGS");
        }
    }
}
