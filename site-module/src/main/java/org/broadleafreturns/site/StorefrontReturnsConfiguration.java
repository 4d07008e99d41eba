package org.broadleafreturns.site;

import io.github.bucket4j.TimeMeter;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.guest.GuestEntrance;
import org.broadleafreturns.core.guest.TakeOver;
import org.broadleafreturns.core.installation.InstallationNotes;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.InRootContext;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The site module's part in the storefront's root context: what templates can ask, and how often and how much shoppers may send.
 * A further feature's is found in its package by {@link InRootContext}.
 */
@Configuration
@InRootContext
@ComponentScan(basePackageClasses = StorefrontReturnsConfiguration.class, useDefaultFilters = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, includeFilters = @Filter(InRootContext.class),
    excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = StorefrontReturnsConfiguration.class))
@ForIntegrators
public class StorefrontReturnsConfiguration {

    @Bean
    StorefrontReturns rtnStorefrontReturns(ReturnLookup lookup, ReturnViews views, ReturnWays ways, ReturnsSettings settings,
            Theme theme, InstallationNotes notes, ShopCalendar calendar, GuestEntrance entrance, TakeOver takeOver,
            ObjectProvider<ReturnDraftService> drafts) {
        return new StorefrontReturns(lookup, views, ways, settings, theme, notes, calendar, entrance, takeOver, drafts);
    }

    @Bean
    ShopperWords rtnShopperWords(MessageSource messages, ReturnChoices choices, ReturnsSettings settings, ShopCalendar calendar) {
        return new ShopperWords(messages, choices, settings, calendar);
    }

    @Bean
    ReturnWays rtnReturnWays(ObjectProvider<WayPart> ends, UnsentUnits unsent, MessageSource messages, ShopperWords words) {
        return new ReturnWays(ends.orderedStream().toList(), unsent, messages, words);
    }

    @Bean
    Theme rtnTheme(ConfigurableBeanFactory beans) {
        return new Theme((property, byDefault) -> beans.resolveEmbeddedValue("${" + property + ":" + byDefault + "}"));
    }

    @Bean
    UploadGate rtnUploadGate(@Value("${returns.limits.other-uploads:10485760}") long bytes, MessageSource messages) {
        return new UploadGate(bytes, messages);
    }

    @Bean
    ShopperLimits rtnShopperLimits(@Value("${returns.limits.forms-per-hour:60}") int forms,
            @Value("${returns.limits.photos-per-hour:60}") int photos) {
        return new ShopperLimits(forms, photos, TimeMeter.SYSTEM_MILLISECONDS);
    }
}
