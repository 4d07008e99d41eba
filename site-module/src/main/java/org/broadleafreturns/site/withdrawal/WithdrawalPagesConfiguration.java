package org.broadleafreturns.site.withdrawal;

import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.core.withdrawal.OrdersToPick;
import org.broadleafreturns.core.withdrawal.WithdrawalPages;
import org.broadleafreturns.core.withdrawal.WithdrawalTerms;
import org.broadleafreturns.core.withdrawal.WithdrawalWords;
import org.broadleafreturns.core.withdrawal.Withdrawals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WithdrawalPagesConfiguration {

    @Bean
    WithdrawalController rtnWithdrawalController(Withdrawals withdrawals, WithdrawalPages pages, OrdersToPick orders, WithdrawalTerms terms,
            WithdrawalWords words, ShopCalendar calendar, MessageSource messages,
            @Value("${returns.withdrawal.count-networks:false}") boolean countsNetworks) {
        return new WithdrawalController(withdrawals, pages, orders, terms,
            new ShownStatement.Words(words, calendar, messages), countsNetworks);
    }
}
