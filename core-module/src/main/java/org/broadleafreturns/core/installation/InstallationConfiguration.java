package org.broadleafreturns.core.installation;

import java.time.Clock;
import javax.sql.DataSource;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.util.ClassUtils;

/** What both applications check. */
@Configuration
public class InstallationConfiguration {

    @Bean
    @DependsOn("rtnSchema")
    InstallationNotes rtnInstallationNotes(@Qualifier("webDS") DataSource dataSource, @Qualifier("rtnClock") Clock clock) {
        return new InstallationNotes(dataSource, clock);
    }

    @Bean
    InstallationCheck rtnAddressCheck(ReturnsSettings settings, @Value("${returns.mail.site-url:}") String siteUrl) {
        return new AddressCheck(settings, siteUrl);
    }

    @Bean
    InstallationCheck rtnLibraryCheck() {
        return new LibraryCheck(ClassUtils.getDefaultClassLoader());
    }

    @Bean
    InstallationCheck rtnTimeZoneCheck(InstallationNotes notes, @Qualifier("webDS") DataSource dataSource) {
        return new TimeZoneCheck(notes, dataSource);
    }

    @Bean
    InstallationCheck rtnTemplateCheck(InstallationNotes notes, @Qualifier("rtnClock") Clock clock) {
        return new TemplateCheck(notes, clock);
    }
}
