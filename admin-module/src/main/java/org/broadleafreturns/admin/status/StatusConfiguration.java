package org.broadleafreturns.admin.status;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the controllers. */
@Configuration
public class StatusConfiguration {

    @Bean
    StatusController rtnStatusController(AccessibleReturns returns, ReturnAccess access, ReturnLookup lookup,
            StatusChangeService statusChanges, ReturnsSettings settings, MerchantWords words) {
        return new StatusController(returns, access, lookup, statusChanges, settings, words);
    }

    @Bean
    TooLargeLabelResolver rtnTooLargeLabelResolver(ReturnsSettings settings, MerchantWords words) {
        return new TooLargeLabelResolver(settings, words);
    }
}
