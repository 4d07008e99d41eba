package org.broadleafreturns.demo.shop;

import org.broadleafcommerce.common.locale.domain.Locale;
import org.broadleafcommerce.common.locale.service.LocaleService;
import org.broadleafcommerce.common.web.BroadleafLocaleResolverImpl;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Shows shoppers the shop in their own language from their login on, unless they have chosen another or until they do. */
class LanguageOfShopper implements ApplicationListener<InteractiveAuthenticationSuccessEvent> {

    private final CustomerService customers;
    private final LocaleService locales;

    LanguageOfShopper(CustomerService customers, LocaleService locales) {
        this.customers = customers;
        this.locales = locales;
    }

    @Override
    public void onApplicationEvent(InteractiveAuthenticationSuccessEvent login) {
        Customer customer = customers.readCustomerByUsername(login.getAuthentication().getName());
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null || customer == null || customer.getCustomerLocale() == null) {
            return;
        }
        Locale own = locales.findLocaleByCode(customer.getCustomerLocale().getLocaleCode());
        Object noted = request.getAttribute(BroadleafLocaleResolverImpl.LOCALE_VAR, RequestAttributes.SCOPE_SESSION);
        if (own != null && !isChosen(noted)) {
            request.setAttribute(BroadleafLocaleResolverImpl.LOCALE_VAR, own, RequestAttributes.SCOPE_SESSION);
        }
    }

    /** The platform notes the shop's own language for everybody. */
    private boolean isChosen(Object noted) {
        return noted instanceof Locale language
            && !language.getLocaleCode().equals(locales.findDefaultLocale().getLocaleCode());
    }
}
