package org.broadleafreturns.admin.refund;

import org.broadleafreturns.admin.settings.SettingField;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What merchants set about the amounts that shoppers see. */
@Configuration
class AmountFieldsConfiguration {

    @Bean
    @Order(100)
    SettingField rtnAmountsShownField() {
        return SettingField.yesOrNo(SettingField.GENERAL, "amountsShown");
    }

    @Bean
    @Order(910)
    SettingField rtnRefundDaysField() {
        return SettingField.number(SettingField.RULES, "refundDays");
    }

    @Bean
    @Order(920)
    SettingField rtnRefundCollectsField() {
        return SettingField.yesOrNo(SettingField.RULES, "refundCollects");
    }

    @Bean
    @Order(930)
    SettingField rtnRefundStandardDeliveryField() {
        return SettingField.shortLine(SettingField.RULES, "refundStandardDelivery", "decimal");
    }

    @Bean
    @Order(940)
    SettingField rtnRefundPostageToldField() {
        return SettingField.yesOrNo(SettingField.RULES, "refundPostageTold");
    }

    @Bean
    @Order(900)
    SettingField rtnRefundLimitsField() {
        return SettingField.lines(SettingField.RULES, "refundLimits", 3);
    }
}
