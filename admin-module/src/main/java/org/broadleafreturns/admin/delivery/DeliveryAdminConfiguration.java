package org.broadleafreturns.admin.delivery;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class DeliveryAdminConfiguration {

    @Bean
    @Order(200)
    DeliveryPanels rtnDeliveryPanels(DeliveryService deliveries, ReturnsSettings settings, MerchantWords words) {
        return new DeliveryPanels(deliveries, settings, words);
    }

    @Bean
    DeliveryController rtnDeliveryController(AccessibleReturns returns, ReturnAccess access, DeliveryService deliveries,
            MerchantWords words) {
        return new DeliveryController(returns, access, deliveries, words);
    }
}
