package org.broadleafreturns.admin.menu;

import javax.sql.DataSource;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.schema.ChangeLogs;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings the menu up to date at the start of the back office, once the platform's tables are there. */
@Configuration
@InRootContext
public class MenuConfiguration {

    @Bean
    @DependsOn("rtnSchema")
    MenuSteps rtnMenuSteps(ChangeLogs changeLogs, @Qualifier("webDS") DataSource dataSource) {
        MenuSteps steps = new MenuSteps(changeLogs, new JdbcTemplate(dataSource));
        steps.run();
        return steps;
    }

    @Bean
    @DependsOn("rtnMenuSteps")
    InstallationCheck rtnOrdersCheck(@Qualifier("webDS") DataSource dataSource) {
        return new OrdersCheck(new JdbcTemplate(dataSource));
    }
}
