package org.broadleafreturns.host;

import java.util.Properties;
import org.broadleafcommerce.common.config.RuntimeEnvironmentPropertiesConfigurer;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Reads Broadleaf's property files, over which the properties win with which Spring Boot starts the application. */
public class BootPropertiesConfigurer extends RuntimeEnvironmentPropertiesConfigurer implements EnvironmentAware {

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected String resolvePlaceholder(String placeholder, Properties properties) {
        String started = environment.getProperty(placeholder);
        return started == null ? super.resolvePlaceholder(placeholder, properties) : started;
    }
}
