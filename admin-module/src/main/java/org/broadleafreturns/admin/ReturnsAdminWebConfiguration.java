package org.broadleafreturns.admin;

import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.InRootContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The part of the back-office module that belongs beside the platform's controllers: the configuration of each screen is found in
 * its package, unless it belongs into the root context.
 */
@Configuration
@ComponentScan(basePackageClasses = ReturnsAdminWebConfiguration.class, useDefaultFilters = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, includeFilters = @Filter(Configuration.class),
    excludeFilters = {@Filter(InRootContext.class),
        @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ReturnsAdminWebConfiguration.class)})
@ForIntegrators
public class ReturnsAdminWebConfiguration {
}
