package org.broadleafreturns.demo.backoffice;

import org.broadleafreturns.demo.gateway.DemoGatewayConfiguration;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The back office's beans outside the web layer. */
@Configuration
@Import(DemoGatewayConfiguration.class)
public class BackOfficeConfiguration {

    @Bean
    ErrorPageRegistrar errorPages() {
        return registry -> registry.addErrorPages(new ErrorPage("/error"));
    }
}
