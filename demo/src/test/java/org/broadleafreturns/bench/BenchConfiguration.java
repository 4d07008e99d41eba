package org.broadleafreturns.bench;

import java.util.List;
import org.broadleafcommerce.common.extensibility.context.merge.LateStageMergeBeanPostProcessor;
import org.springframework.beans.factory.config.ListFactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the measured back office the entity of the yardstick. */
@Configuration
class BenchConfiguration {

    @Bean
    static ListFactoryBean benchPersistence() {
        ListFactoryBean locations = new ListFactoryBean();
        locations.setSourceList(List.of("classpath*:/META-INF/persistence-bench.xml"));
        return locations;
    }

    @Bean
    static LateStageMergeBeanPostProcessor benchPersistenceMerge() {
        LateStageMergeBeanPostProcessor merge = new LateStageMergeBeanPostProcessor();
        merge.setCollectionRef("benchPersistence");
        merge.setTargetRef("blMergedPersistenceXmlLocations");
        return merge;
    }
}
