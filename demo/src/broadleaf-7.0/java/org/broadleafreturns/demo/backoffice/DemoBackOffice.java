package org.broadleafreturns.demo.backoffice;

import java.util.Map;
import org.broadleafcommerce.common.demo.AutoImportSql;
import org.broadleafcommerce.common.demo.AutoImportStage;
import org.broadleafreturns.demo.DemoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** The demo's back office is the platform's own, with a page for errors. */
@Configuration
@Import(BackOfficeConfiguration.class)
public class DemoBackOffice implements WebMvcConfigurer {

    /** The catalogue's pictures, which its merchants see, too. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/img/products/**").addResourceLocations("classpath:/demo/img/products/");
    }

    @Bean
    HandlerMapping demoErrorPage(MessageSource messages) {
        return new SimpleUrlHandlerMapping(Map.of("/error", new BackOfficeErrorPage(messages)), -20);
    }

    /** Only the back office has the tables of merchants. */
    @Bean
    AutoImportSql demoUsers() {
        return DemoConfiguration.sql("demo/sql/users.sql", AutoImportStage.PRIMARY_BASIC_DATA);
    }
}
