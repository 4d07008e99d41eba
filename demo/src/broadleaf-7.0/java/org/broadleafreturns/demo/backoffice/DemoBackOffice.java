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
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** The demo's back office is the platform's own, with a page for errors. */
@Configuration
@Import(BackOfficeConfiguration.class)
public class DemoBackOffice {

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
