package org.broadleafreturns.admin.list;

import org.broadleafcommerce.openadmin.web.service.FormBuilderExtensionManager;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beside the controllers. */
@Configuration
public class ListConfiguration {

    @Bean
    ReturnListController rtnReturnListController(ReturnAccess access, AccessibleReturns returns, ShopCalendar calendar) {
        return new ReturnListController(access, returns, calendar);
    }

    @Bean
    ReturnCells rtnReturnCells(MerchantWords words,
            @Qualifier("blFormBuilderExtensionManager") FormBuilderExtensionManager platform) {
        ReturnCells cells = new ReturnCells(words);
        platform.registerHandler(cells);
        return cells;
    }
}
