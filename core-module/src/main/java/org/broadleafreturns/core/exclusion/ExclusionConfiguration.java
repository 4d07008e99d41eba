package org.broadleafreturns.core.exclusion;

import org.broadleafreturns.core.platform.ShopCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The marks that the merchant keeps in the back office. */
@Configuration
public class ExclusionConfiguration {

    @Bean
    ProductMarks rtnProductMarks(Exclusions exclusions, ShopCatalogue catalogue) {
        return new InheritedMarks(exclusions, catalogue);
    }
}
