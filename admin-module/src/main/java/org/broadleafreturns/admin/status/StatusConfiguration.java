package org.broadleafreturns.admin.status;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.DialogParts;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class StatusConfiguration {

    @Bean
    StatusController rtnStatusController(AccessibleReturns returns, ReturnAccess access, ReturnLookup lookup,
            ReturnViews views, StatusChangeService statusChanges, DialogParts parts, MerchantWords words) {
        return new StatusController(returns, access, lookup, views, statusChanges, parts, words);
    }

    @Bean
    @Order(100)
    DialogPart rtnLabelField(ReturnsSettings settings, MerchantWords words) {
        return new LabelField(settings, words);
    }

    @Bean
    @Order(200)
    DialogPart rtnAcceptedUnitsField() {
        return new AcceptedUnitsField();
    }

    @Bean
    @Order(300)
    DialogPart rtnNoteField() {
        return new NoteField();
    }

    @Bean
    @Order(400)
    DialogPart rtnMessageField() {
        return new MessageField();
    }

    @Bean
    TooLargeLabelResolver rtnTooLargeLabelResolver(ReturnsSettings settings, MerchantWords words) {
        return new TooLargeLabelResolver(settings, words);
    }
}
