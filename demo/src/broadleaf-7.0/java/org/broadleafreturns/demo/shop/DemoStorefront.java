package org.broadleafreturns.demo.shop;

import java.util.List;
import org.broadleafcommerce.common.extensibility.context.merge.Merge;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.order.service.OrderService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The demo's storefront. */
@Configuration
@Import(ShopConfiguration.class)
public class DemoStorefront implements WebMvcConfigurer {

    @Merge("blCssLocations")
    List<String> demoCss() {
        return List.of("classpath:/demo/css/");
    }

    @Bean
    ShopController shopController(@Qualifier("blCatalogService") CatalogService catalog,
            @Qualifier("blOrderService") OrderService orders) {
        return new ShopController(catalog, orders);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.setOrder(-10);
        registry.addResourceHandler("/img/**").addResourceLocations("classpath:/demo/img/");
    }
}
