package org.broadleafreturns.admin.order;

import org.broadleafcommerce.openadmin.web.controller.AdminAbstractControllerExtensionManager;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.delivery.DeliveryPanels;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.StatusChangeService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the controllers. */
@Configuration
public class OrderConfiguration {

    @Bean
    OrderReturns rtnOrderReturns(ReturnAccess access, ReturnLookup returns, Outbox outbox, DeliveryPanels deliveries,
            MerchantWords words,
            @Qualifier("blAdminAbstractControllerExtensionManager") AdminAbstractControllerExtensionManager platform) {
        OrderReturns panel = new OrderReturns(access, returns, outbox, deliveries, words);
        platform.registerHandler(panel);
        return panel;
    }

    @Bean
    LabelController rtnLabelController(AccessibleReturns returns, DocumentDownload download) {
        return new LabelController(returns, download);
    }

    @Bean
    PhotoController rtnPhotoController(AccessibleReturns returns, DocumentDownload download) {
        return new PhotoController(returns, download);
    }

    @Bean
    MailController rtnMailController(AccessibleReturns returns, StatusChangeService statusChanges, MerchantWords words) {
        return new MailController(returns, statusChanges, words);
    }
}
