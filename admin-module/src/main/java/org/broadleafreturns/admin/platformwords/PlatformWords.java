package org.broadleafreturns.admin.platformwords;

import java.util.Locale;
import org.broadleafreturns.admin.access.RefusalResolver;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The shop's message source, which on pages of returns has the platform's words also in languages that the platform does not
 * come in, such as <em>Search</em> above a list. Everywhere else, in every other language, and where the shop has words of
 * its own, these are as they are.
 */
class PlatformWords implements HierarchicalMessageSource {

    private final MessageSource shop;
    private final ReloadableResourceBundleMessageSource words = new ReloadableResourceBundleMessageSource();

    PlatformWords(MessageSource shop) {
        this.shop = shop;
        words.setBasename("classpath:/messages/rtn/PlatformWords");
        words.setFallbackToSystemLocale(false);
        words.setDefaultEncoding("UTF-8");
    }

    @Override
    public String getMessage(String code, Object[] arguments, String otherwise, Locale locale) {
        String word = word(code, arguments, locale);
        return word == null ? shop.getMessage(code, arguments, otherwise, locale) : word;
    }

    @Override
    public String getMessage(String code, Object[] arguments, Locale locale) {
        String word = word(code, arguments, locale);
        return word == null ? shop.getMessage(code, arguments, locale) : word;
    }

    @Override
    public String getMessage(MessageSourceResolvable message, Locale locale) throws NoSuchMessageException {
        return shop.getMessage(message, locale);
    }

    private String word(String code, Object[] arguments, Locale locale) {
        String word = code == null || locale == null || !isOnPageOfReturns() ? null : words.getMessage(code, arguments, null, locale);
        return word == null || isTranslatedByTheShop(code, arguments, locale) ? null : word;
    }

    private boolean isTranslatedByTheShop(String code, Object[] arguments, Locale locale) {
        String own = shop.getMessage(code, arguments, null, locale);
        return own != null && !own.equals(shop.getMessage(code, arguments, null, Locale.ENGLISH));
    }

    private static boolean isOnPageOfReturns() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
            && RefusalResolver.isAboutReturns(request.getRequest());
    }

    @Override
    public void setParentMessageSource(MessageSource parent) {
        if (shop instanceof HierarchicalMessageSource hierarchical) {
            hierarchical.setParentMessageSource(parent);
        }
    }

    @Override
    public MessageSource getParentMessageSource() {
        return shop instanceof HierarchicalMessageSource hierarchical ? hierarchical.getParentMessageSource() : null;
    }
}
