package org.broadleafreturns.core.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that integrators may rely on: its public members change with a word in the changelog only. Other public types are
 * public since Java has no narrower word for what packages of one module share, and change without notice.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForIntegrators {
}
