package org.broadleafreturns.core.platform;

import java.util.Properties;
import org.broadleafcommerce.common.extensibility.jpa.MergePersistenceUnitManager;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Lets Hibernate load entities in batches where the shop says nothing of it. The platform's page of an order overflows the
 * stack otherwise as long as the cache is cold: a product and its default SKU load each other, one at a time, through the
 * whole catalogue. What a shop sets in persistence configuration of its own wins.
 */
public class BatchedEntities implements BeanPostProcessor, PriorityOrdered {

    /** Of Hibernate: how many entities of a kind it loads at once. */
    public static final String PROPERTY = "hibernate.default_batch_fetch_size";
    private static final String SIZE = "25";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MergePersistenceUnitManager manager && manager.obtainPersistenceUnitInfo("blPU") != null) {
            Properties properties = manager.obtainPersistenceUnitInfo("blPU").getProperties();
            properties.putIfAbsent(PROPERTY, SIZE);
        }
        return bean;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
