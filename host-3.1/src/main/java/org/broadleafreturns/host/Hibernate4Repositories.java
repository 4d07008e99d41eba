package org.broadleafreturns.host;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;

/**
 * Lets every Spring Data repository of the application be made by {@link Hibernate4RepositoryFactoryBean}, so that modules
 * can enable their repositories without a word about Hibernate 4.1.
 */
class Hibernate4Repositories implements BeanFactoryPostProcessor, PriorityOrdered {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        for (String name : factory.getBeanDefinitionNames()) {
            BeanDefinition definition = factory.getBeanDefinition(name);
            if (JpaRepositoryFactoryBean.class.getName().equals(definition.getBeanClassName())) {
                definition.setBeanClassName(Hibernate4RepositoryFactoryBean.class.getName());
            }
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
