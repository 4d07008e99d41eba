package org.broadleafreturns.core.repository;

import javax.persistence.EntityManagerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.data.querydsl.EntityPathResolver;
import org.springframework.data.repository.Repository;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/**
 * Makes the module's repositories with Spring Data JPA. Enabled in the usual way, Spring Data adds beans of its own to the
 * shop, such as an entity manager that stands in the way of the shop's, and Spring Boot asks for them before it decides on
 * the shop's repositories.
 */
public class Repositories {

    private final ConfigurableListableBeanFactory beans;
    private final EntityManagerFactory entities;

    /**
     * @param beans with the transaction manager {@code blTransactionManager}
     * @param entities the platform's persistence unit
     */
    public Repositories(ConfigurableListableBeanFactory beans, EntityManagerFactory entities) {
        this.beans = beans;
        this.entities = entities;
    }

    /** @throws IllegalArgumentException if a query of the repository fits no entity */
    public <R extends Repository<T, I>, T, I> R of(Class<R> repository) {
        LineRepositoryFactoryBean<R, T, I> factory = new LineRepositoryFactoryBean<>(repository);
        factory.setEntityManager(SharedEntityManagerCreator.createSharedEntityManager(entities));
        factory.setEntityPathResolver(beans.getBeanProvider(EntityPathResolver.class));
        factory.setTransactionManager("blTransactionManager");
        factory.setBeanClassLoader(beans.getBeanClassLoader());
        factory.setBeanFactory(beans);
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
