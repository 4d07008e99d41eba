package org.broadleafreturns.core.waiting;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/** Whether the shop has Micrometer, which the modules do not bring. */
class MicrometerIsThere implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return ClassUtils.isPresent("io.micrometer.core.instrument.MeterRegistry", context.getClassLoader());
    }
}
