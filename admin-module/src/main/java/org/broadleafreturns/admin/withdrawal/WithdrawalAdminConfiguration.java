package org.broadleafreturns.admin.withdrawal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.access.WithdrawalAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.admin.page.ListBeside;
import org.broadleafreturns.admin.settings.SettingField;
import org.broadleafreturns.admin.settings.SettingFields;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.withdrawal.ReturnsOfStatements;
import org.broadleafreturns.core.withdrawal.WithdrawalDesk;
import org.broadleafreturns.core.withdrawal.WithdrawalLinks;
import org.broadleafreturns.core.withdrawal.WithdrawalWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class WithdrawalAdminConfiguration {

    private static final String SECTION = "withdrawal";

    @Bean
    WithdrawalTexts rtnWithdrawalTexts(MerchantWords words, WithdrawalWords statements) {
        return new WithdrawalTexts(words, statements);
    }

    @Bean
    WithdrawalListController rtnWithdrawalListController(WithdrawalAccess access, ReturnAccess returnAccess, WithdrawalDesk desk,
            ReturnsOfStatements returns, ReturnsSettings settings, BackOfficePage page, WithdrawalTexts texts) {
        return new WithdrawalListController(access, returnAccess, desk, returns, settings, page, texts);
    }

    @Bean
    WithdrawalReturnController rtnWithdrawalReturnController(WithdrawalAccess access, ReturnAccess returnAccess, WithdrawalDesk desk,
            ReturnsOfStatements returns, ReturnChoices choices, BackOfficePage page, WithdrawalTexts texts) {
        return new WithdrawalReturnController(access, returnAccess, desk, returns, choices, page, texts);
    }

    /** Behind the legal basis. */
    @Bean
    @Order(151)
    FollowedPanel rtnFollowedStatement(ReturnsOfStatements returns, WithdrawalAccess access, WithdrawalTexts texts) {
        return new FollowedPanel(returns, access, texts);
    }

    @Bean
    @Order(2000)
    SettingFields rtnWithdrawalFields() {
        return () -> List.of(
            SettingField.yesOrNo(SECTION, "withdrawalEnabled"),
            SettingField.choice(SECTION, "withdrawalLinks", Arrays.stream(WithdrawalLinks.values()).map(Enum::name).toList()),
            SettingField.lines(SECTION, "withdrawalCountries", 3),
            SettingField.shortLine(SECTION, "withdrawalHolidays", "text"),
            SettingField.number(SECTION, "withdrawalKept"),
            SettingField.texts(SECTION, "withdrawalLabel", 1),
            SettingField.texts(SECTION, "withdrawalConfirm", 1),
            SettingField.texts(SECTION, "withdrawalModel", 6));
    }

    @Bean
    ListBeside rtnWithdrawalsBeside(WithdrawalAccess access, WithdrawalDesk desk, MerchantWords words) {
        return () -> access.mayRead() ? Optional.of(new ListBeside.Link("/" + WithdrawalListController.SECTION,
            words.message("rtn.admin.desk.withdrawals"), desk.newOnes())) : Optional.empty();
    }
}
