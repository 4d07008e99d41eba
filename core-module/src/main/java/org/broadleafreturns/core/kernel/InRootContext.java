package org.broadleafreturns.core.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a configuration of the back office or the storefront that belongs into the application's root context, where the platform
 * looks for handlers of persistence, filters, and what templates can ask. One without it belongs beside the controllers.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InRootContext {
}
