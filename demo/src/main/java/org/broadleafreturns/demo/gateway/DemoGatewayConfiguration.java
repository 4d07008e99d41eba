package org.broadleafreturns.demo.gateway;

import java.time.Duration;
import java.util.List;
import org.broadleafcommerce.common.extensibility.context.merge.LateStageMergeBeanPostProcessor;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway for the back office; the storefront has no need to ask it. */
@Configuration
public class DemoGatewayConfiguration {

    @Bean
    DemoGateway demoGateway(@Value("${demo.gateway.pause-seconds:90}") long pauseSeconds) {
        return new DemoGateway(Duration.ofSeconds(pauseSeconds));
    }

    @Bean
    List<PaymentGatewayConfigurationService> demoGateways(DemoGateway gateway) {
        return List.of(DemoGatewayModule.of(gateway));
    }

    /** As modules of real gateways add themselves. */
    @Bean
    static LateStageMergeBeanPostProcessor demoGatewayMerge() {
        LateStageMergeBeanPostProcessor merge = new LateStageMergeBeanPostProcessor();
        merge.setCollectionRef("demoGateways");
        merge.setTargetRef("blPaymentGatewayConfigurationServices");
        return merge;
    }
}
