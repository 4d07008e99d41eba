package org.broadleafreturns.site.withdrawal;

import java.util.regex.Pattern;
import org.broadleafreturns.core.document.web.UnreadableUploadResolver;
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
import org.springframework.context.i18n.LocaleContextHolder;

@Configuration
class WithdrawalPagesConfiguration {

    private static final Pattern PAGES = Pattern.compile("(/account)?/withdrawal(/.*)?");

    @Bean
    WithdrawalController rtnWithdrawalController(Withdrawals withdrawals, WithdrawalPages pages, OrdersToPick orders, WithdrawalTerms terms,
            WithdrawalWords words, ShopCalendar calendar, MessageSource messages,
            @Value("${returns.withdrawal.count-networks:false}") boolean countsNetworks) {
        return new WithdrawalController(withdrawals, pages, orders, terms,
            new ShownStatement.Words(words, calendar, messages), countsNetworks);
    }

    /** The forms have no files; what comes as one that cannot be read is no failure of the shop's. */
    @Bean
    UnreadableUploadResolver rtnWithdrawalUploadResolver(MessageSource messages) {
        return new UnreadableUploadResolver(request -> PAGES.matcher(
            request.getRequestURI().substring(request.getContextPath().length())).matches(),
            () -> messages.getMessage("rtn.objection.form.unreadable", null, LocaleContextHolder.getLocale()));
    }
}
