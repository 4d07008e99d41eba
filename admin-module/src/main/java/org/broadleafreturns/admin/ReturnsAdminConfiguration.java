package org.broadleafreturns.admin;

import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.InRootContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The part of the back-office module that belongs into the root context: the configurations that say so with
 * {@link InRootContext}, each found in its package.
 */
@Configuration
@InRootContext
@ComponentScan(basePackageClasses = ReturnsAdminConfiguration.class, useDefaultFilters = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, includeFilters = @Filter(InRootContext.class),
    excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ReturnsAdminConfiguration.class))
@ForIntegrators
public class ReturnsAdminConfiguration {
}
