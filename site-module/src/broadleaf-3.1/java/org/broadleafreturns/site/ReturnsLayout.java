package org.broadleafreturns.site;

import org.broadleafcommerce.common.web.BroadleafThymeleafViewResolver;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts our pages into the layout that the shop has named for them. In Broadleaf 3.1 the view resolver knows the layouts, by how
 * the names of views start; without {@code returns.site.layout} what it says of {@code account/} holds for our pages, too.
 */
class ReturnsLayout implements BeanPostProcessor {

    private static final String OUR_PAGES = "account/returns/";

    private final Theme theme;

    ReturnsLayout(Theme theme) {
        this.theme = theme;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof BroadleafThymeleafViewResolver resolver) {
            theme.chosenLayout().ifPresent(layout -> resolver.getLayoutMap().put(OUR_PAGES, layout));
        }
        return bean;
    }
}
