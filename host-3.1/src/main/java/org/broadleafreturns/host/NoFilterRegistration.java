package org.broadleafreturns.host;

import javax.servlet.Filter;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

/**
 * Keeps Spring Boot from mapping every filter bean to all paths: Broadleaf's filters run inside Spring Security's chains
 * only.
 */
class NoFilterRegistration implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) factory;
        for (String filter : factory.getBeanNamesForType(Filter.class, true, false)) {
            registry.registerBeanDefinition(filter + "#unregistered",
                BeanDefinitionBuilder.genericBeanDefinition(FilterRegistrationBean.class)
                    .addPropertyReference("filter", filter)
                    .addPropertyValue("enabled", false)
                    .getBeanDefinition());
        }
    }
}
