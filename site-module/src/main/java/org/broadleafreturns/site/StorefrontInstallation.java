package org.broadleafreturns.site;

import java.util.List;
import javax.servlet.MultipartConfigElement;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.installation.InstallationNotes;
import org.broadleafreturns.core.installation.InstallationReport;
import org.broadleafreturns.core.installation.StorefrontPart;
import org.broadleafreturns.core.installation.web.UploadCheck;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;

/** What the storefront checks of the shop that it is installed in. Beside the controllers, where uploads are read. */
@Configuration
class StorefrontInstallation {

    @Bean
    InstallationCheck rtnUploadCheck(ReturnsSettings settings, ObjectProvider<MultipartConfigElement> servlet,
            ObjectProvider<MultipartResolver> resolver) {
        return new UploadCheck(settings, true, servlet.getIfUnique(), resolver.getIfUnique());
    }

    @Bean
    InstallationReport rtnInstallationReport(InstallationNotes notes, List<InstallationCheck> checks, MessageSource messages) {
        notes.once(StorefrontPart.INSTALLED.note());
        return new InstallationReport("storefront", notes, checks, messages);
    }
}
