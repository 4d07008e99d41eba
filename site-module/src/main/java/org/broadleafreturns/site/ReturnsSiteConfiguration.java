package org.broadleafreturns.site;

import java.util.regex.Pattern;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.document.web.UnreadableUploadResolver;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.refund.ExpectedRefunds;
import org.broadleafreturns.core.refund.VoucherWords;
import org.broadleafreturns.core.request.CancellationService;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The site module's controllers, for the context of the storefront's dispatcher servlet. The configuration of a further feature is
 * found in its package, unless it belongs into the root context.
 */
@Configuration
@ComponentScan(basePackageClasses = ReturnsSiteConfiguration.class, useDefaultFilters = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, includeFilters = @Filter(Configuration.class),
    excludeFilters = {@Filter(InRootContext.class),
        @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ReturnsSiteConfiguration.class)})
@ForIntegrators
public class ReturnsSiteConfiguration {

    private static final Pattern PAGES = Pattern.compile("(/account/(returns|orders/[^/]+/return)|/returns)(/.*)?");

    @Bean
    ReturnRequestController rtnReturnRequestController(ReturnLookup lookup, ReturnDraftService drafts, ReturnChoices choices,
            ExpectedRefunds refunds, VoucherWords vouchers, ReturnsSettings settings, ShopperLimits limits, ShopperWords words,
            DraftPages pages, Visitors visitors) {
        return new ReturnRequestController(lookup, drafts, choices, refunds, vouchers, settings, limits, words, pages, visitors);
    }

    @Bean
    PhotosController rtnPhotosController(ReturnDraftService drafts, DocumentDownload download, ReturnsSettings settings,
            ShopperLimits limits, ShopperWords words, DraftPages pages, Visitors visitors) {
        return new PhotosController(drafts, download, settings, limits, words, pages, visitors);
    }

    @Bean
    DraftPages rtnDraftPages(ReturnDraftService drafts, ReturnLookup lookup, ReturnsSettings settings, ShopperWords words,
            Visitors visitors) {
        return new DraftPages(drafts, lookup, settings, words, visitors);
    }

    @Bean
    Visitors rtnVisitors(ReturnLookup lookup, ObjectProvider<OpenOrders> openOrders) {
        return new Visitors(lookup, openOrders);
    }

    @Bean
    GuestHeaders rtnGuestHeaders() {
        return new GuestHeaders();
    }

    @Bean
    ReturnListController rtnReturnListController(ReturnLookup lookup, ReturnViews views, ReturnWays ways, ReturnsSettings settings,
            ShopperWords words) {
        return new ReturnListController(lookup, views, ways, settings, words);
    }

    @Bean
    FormerAddressController rtnFormerAddressController() {
        return new FormerAddressController();
    }

    @Bean
    MyReturnsController rtnMyReturnsController(ReturnLookup lookup, ReturnViews views, AccountParts parts, ReturnWays ways,
            CancellationService cancellations, DocumentDownload download, ReturnsSettings settings, ShopperWords words, Visitors visitors) {
        return new MyReturnsController(lookup, views, parts, ways, cancellations, download, settings, words, visitors);
    }

    @Bean
    SentController rtnSentController(LegalBasisService bases, ShopperWords words, Visitors visitors) {
        return new SentController(bases, words, visitors);
    }

    @Bean
    TooLargePhotosResolver rtnTooLargePhotosResolver() {
        return new TooLargePhotosResolver();
    }

    @Bean
    UnreadableUploadResolver rtnUnreadableUploadResolver(MessageSource messages) {
        return new UnreadableUploadResolver(request -> PAGES.matcher(
            request.getRequestURI().substring(request.getContextPath().length())).matches(),
            () -> messages.getMessage("rtn.objection.form.unreadable", null, ShopperWords.locale()));
    }

    @Bean
    NotFoundAdvice rtnNotFoundAdvice(ReturnLookup lookup, ShopperWords words) {
        return new NotFoundAdvice(lookup, words);
    }
}
