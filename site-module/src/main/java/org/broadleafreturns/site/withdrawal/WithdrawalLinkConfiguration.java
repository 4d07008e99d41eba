package org.broadleafreturns.site.withdrawal;

import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.withdrawal.WithdrawalFooter;
import org.broadleafreturns.core.withdrawal.WithdrawalTerms;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the shop's own pages and filters have to do with withdrawing. */
@Configuration
@InRootContext
class WithdrawalLinkConfiguration {

    @Bean
    static BeanPostProcessor rtnWithdrawalPass() {
        return new OwnPagesPass(WithdrawalController.PAGE + "/**");
    }

    @Bean
    StorefrontWithdrawal rtnStorefrontWithdrawal(WithdrawalTerms terms, WithdrawalFooter footer) {
        return new StorefrontWithdrawal(terms, footer);
    }
}
