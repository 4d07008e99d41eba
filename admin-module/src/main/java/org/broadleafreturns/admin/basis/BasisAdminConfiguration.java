package org.broadleafreturns.admin.basis;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatementChannel;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class BasisAdminConfiguration {

    @Bean
    @Order(150)
    DialogPart rtnBasisField() {
        return new DialogPart() {
            @Override
            public String template() {
                return "rtn/basis/dialog";
            }

            @Override
            public Set<ReturnStatus> shownFor() {
                return EnumSet.of(ReturnStatus.REQUESTED);
            }

            @Override
            public Map<String, Object> model(OpenDialog dialog) {
                return Map.of("channels", StatementChannel.values());
            }
        };
    }

    @Bean
    @Order(150)
    BasisPanel rtnBasisPanel(MerchantWords words, ReturnsSettings settings, @Qualifier("rtnClock") Clock clock) {
        return new BasisPanel(words, new ShopCalendar(settings), clock);
    }

    @Bean
    BasisController rtnBasisController(AccessibleReturns returns, ReturnAccess access, LegalBasisService bases, MerchantWords words) {
        return new BasisController(returns, access, bases, words);
    }
}
