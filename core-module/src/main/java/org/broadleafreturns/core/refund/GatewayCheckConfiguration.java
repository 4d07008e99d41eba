package org.broadleafreturns.core.refund;

import java.time.Clock;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.platform.ShopPayments;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is checked of the gateways that refunds go through. */
@Configuration
class GatewayCheckConfiguration {

    /** Only the platform's back office knows merchants. */
    private static final String MERCHANTS = "blAdminSecurityService";

    @Bean
    InstallationCheck rtnGatewayCheck(ShopPayments payments, BeanFactory beans, @Qualifier("rtnClock") Clock clock) {
        return new GatewayCheck(payments, () -> beans.containsBean(MERCHANTS), clock);
    }
}
