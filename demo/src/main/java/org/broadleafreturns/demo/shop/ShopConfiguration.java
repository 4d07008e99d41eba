package org.broadleafreturns.demo.shop;

import org.broadleafcommerce.common.locale.service.LocaleService;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.order.service.FulfillmentOptionService;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.profile.core.service.AddressService;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.demo.ReturnSeeds;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** The storefront's beans outside the web layer. */
@Configuration
@Import(AddressCountry.class)
public class ShopConfiguration {

    @Bean
    DemoOrders demoOrders(@Qualifier("blCustomerService") CustomerService customers,
            @Qualifier("blOrderService") OrderService orders,
            @Qualifier("blOrderPaymentService") OrderPaymentService payments,
            @Qualifier("blFulfillmentOptionService") FulfillmentOptionService fulfillmentOptions,
            @Qualifier("blAddressService") AddressService addresses,
            AddressCountry countries,
            @Qualifier("blLocaleService") LocaleService locales,
            @Qualifier("blOfferService") OfferService offers,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new DemoOrders(customers, orders, payments, fulfillmentOptions, addresses, countries, locales, offers,
            transactionManager);
    }

    @Bean
    ReturnSeeds returnSeeds(ReturnSubmissionService submissions, StatusChangeService changes, ShopOrders orders,
            @Qualifier("blTransactionManager") PlatformTransactionManager transactionManager) {
        return new ReturnSeeds(submissions, changes, orders, transactionManager);
    }

    @Bean
    LanguageOfShopper languageOfShopper(@Qualifier("blCustomerService") CustomerService customers,
            @Qualifier("blLocaleService") LocaleService locales) {
        return new LanguageOfShopper(customers, locales);
    }

    /** Handlers find it from the web layer. */
    @Bean
    MappedInterceptor shopLanguages(@Qualifier("rtnSettings") ReturnsSettings settings) {
        return new MappedInterceptor(null, new ShopLanguages(settings));
    }

    @Bean
    ErrorPageRegistrar errorPages() {
        return registry -> registry.addErrorPages(
            new ErrorPage(HttpStatus.BAD_REQUEST, "/error/400"),
            new ErrorPage(HttpStatus.NOT_FOUND, "/error/404"),
            new ErrorPage(HttpStatus.FORBIDDEN, "/error/403"),
            new ErrorPage("/error/500"));
    }
}
