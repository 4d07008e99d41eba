package org.broadleafreturns.admin.page;

import org.broadleafcommerce.openadmin.server.security.service.navigation.AdminNavigationService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PageConfiguration {

    @Bean
    BackOfficePage rtnBackOfficePage(@Qualifier("blAdminNavigationService") AdminNavigationService navigation) {
        return new BackOfficePage(navigation);
    }
}
