package org.broadleafreturns.core.exclusion;

import java.time.Clock;
import javax.sql.DataSource;
import org.broadleafreturns.core.platform.ShopCatalogue;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The marks that the merchant keeps in the back office. */
@Configuration
class ExclusionConfiguration {

    @Bean
    Exclusions rtnExclusions(Repositories repositories) {
        return repositories.of(Exclusions.class);
    }

    @Bean
    MarkedProducts rtnMarkedProducts(Exclusions exclusions) {
        return new MarkedProducts(exclusions);
    }

    @Bean
    ProductMarks rtnProductMarks(@Qualifier("webDS") DataSource dataSource, ShopCatalogue catalogue, ReturnsSettings settings) {
        return new InheritedMarks(new HeldMarks(dataSource, settings), catalogue);
    }

    @Bean
    MarkHistory rtnMarkHistory(@Qualifier("webDS") DataSource dataSource, @Qualifier("rtnClock") Clock clock) {
        return new MarkHistory(dataSource, clock);
    }
}
