package org.broadleafreturns.admin.installation;

import java.util.List;
import javax.servlet.MultipartConfigElement;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.installation.InstallationNotes;
import org.broadleafreturns.core.installation.InstallationReport;
import org.broadleafreturns.core.installation.web.UploadCheck;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;

/** Beside the controllers, where uploads are read. */
@Configuration
class BackOfficeInstallation {

    @Bean
    InstallationCheck rtnUploadCheck(ReturnsSettings settings, ObjectProvider<MultipartConfigElement> servlet,
            ObjectProvider<MultipartResolver> resolver) {
        return new UploadCheck(settings, false, servlet.getIfUnique(), resolver.getIfUnique());
    }

    @Bean
    InstallationReport rtnInstallationReport(InstallationNotes notes, List<InstallationCheck> checks, MessageSource messages) {
        return new InstallationReport("backOffice", notes, checks, messages);
    }
}
