package org.broadleafreturns.admin.access;

import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.document.web.UnreadableUploadResolver;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.handler.MappedInterceptor;

@Configuration
class AccessConfiguration {

    @Bean
    ReturnAccess rtnReturnAccess(@Qualifier("blAdminSecurityRemoteService") SecurityVerifier security,
            ClientAddress address) {
        return new ReturnAccess(security, address);
    }

    @Bean
    SettingsAccess rtnSettingsAccess(@Qualifier("blAdminSecurityRemoteService") SecurityVerifier security) {
        return new SettingsAccess(security);
    }

    @Bean
    WithdrawalAccess rtnWithdrawalAccess(@Qualifier("blAdminSecurityRemoteService") SecurityVerifier security) {
        return new WithdrawalAccess(security);
    }

    @Bean
    AccessibleReturns rtnAccessibleReturns(ReturnAccess access, ReturnLookup returns) {
        return new AccessibleReturns(access, returns);
    }

    @Bean
    UnreadableUploadResolver rtnUnreadableUploadResolver(MessageSource messages) {
        return new UnreadableUploadResolver(RefusalResolver::isAboutReturns, () -> unreadable(messages));
    }

    /** The platform's own forms for reasons and the like are the platform's matter. */
    @Bean
    MappedInterceptor rtnFormsWithoutFiles(MessageSource messages) {
        return new MappedInterceptor(new String[] {"/returns/**", "/return-settings/**", "/return-mails/**", "/return-waiting/**",
            "/return-withdrawals/**"},
            new String[] {"/returns/*/status/preview"}, new FormsWithoutFiles(() -> unreadable(messages)));
    }

    private static String unreadable(MessageSource messages) {
        return messages.getMessage("rtn.objection.form.unreadable", null, LocaleContextHolder.getLocale());
    }

    @Bean
    MappedInterceptor rtnGenericReturnAddresses(ReturnAccess access) {
        return new MappedInterceptor(null, new GenericReturnAddresses(access));
    }

    @Bean
    MappedInterceptor rtnReadableQueries() {
        return new MappedInterceptor(null, new ReadableQueries());
    }

    @Bean
    RefusalResolver rtnRefusalResolver(SettingsAccess access) {
        return new RefusalResolver(access);
    }
}
