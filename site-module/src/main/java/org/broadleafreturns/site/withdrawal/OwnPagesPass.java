package org.broadleafreturns.site.withdrawal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets the pages pass the platform's filters that refuse forms whose session has ended: a withdrawal may be read for hours before it is
 * confirmed, by people without a session. The pages have a token of their own. The filters are of a class on Broadleaf 3.1, and of
 * that or another on newer ones; what the shop has excluded stays so.
 */
class OwnPagesPass implements BeanPostProcessor {

    private static final String PACKAGE = "org.broadleafcommerce.common.security.handler.";
    private static final Set<String> FILTERS = Set.of(PACKAGE + "CsrfFilter", PACKAGE + "SecurityFilter");
    private static final String PATTERNS = "excludedRequestPatterns";

    private final String pages;

    /** @param pages as an Ant pattern */
    OwnPagesPass(String pages) {
        this.pages = pages;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (Stream.<Class<?>>iterate(bean.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> FILTERS.contains(type.getName()))) {
            BeanWrapper filter = new BeanWrapperImpl(bean);
            List<Object> patterns = new ArrayList<>();
            if (filter.getPropertyValue(PATTERNS) instanceof Collection<?> already) {
                patterns.addAll(already);
            }
            patterns.add(pages);
            filter.setPropertyValue(PATTERNS, patterns);
        }
        return bean;
    }
}
