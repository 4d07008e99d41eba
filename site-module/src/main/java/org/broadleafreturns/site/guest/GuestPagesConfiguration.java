package org.broadleafreturns.site.guest;

import io.github.bucket4j.TimeMeter;
import org.broadleafreturns.core.guest.GuestEntrance;
import org.broadleafreturns.core.guest.GuestLinks;
import org.broadleafreturns.core.guest.GuestPasses;
import org.broadleafreturns.core.guest.TakeOver;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class GuestPagesConfiguration {

    @Bean
    GuestCookies rtnGuestCookies(GuestPasses passes, GuestEntrance entrance) {
        return new GuestCookies(passes, entrance);
    }

    @Bean
    GuestLimit rtnGuestLimit(@Value("${returns.limits.guest-forms-per-hour:3600}") int forms) {
        return new GuestLimit(forms, TimeMeter.SYSTEM_MILLISECONDS);
    }

    @Bean
    GuestController rtnGuestController(GuestEntrance entrance, GuestLinks links, GuestCookies cookies, GuestLimit limit,
            ReturnLookup lookup, MessageSource messages) {
        return new GuestController(entrance, links, cookies, limit, lookup, messages);
    }

    @Bean
    TakeOverController rtnTakeOverController(TakeOver takeOver, ReturnLookup lookup, MessageSource messages) {
        return new TakeOverController(takeOver, lookup, messages);
    }
}
