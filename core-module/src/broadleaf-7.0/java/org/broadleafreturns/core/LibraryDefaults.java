package org.broadleafreturns.core;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Spring Boot takes libraries on the class path for the shop's own wish: for Liquibase it wants a change log of the shop's and
 * does not start without, for JMustache page templates. In a shop that has none, it leaves them alone. Whatever the shop sets
 * wins.
 */
public class LibraryDefaults implements EnvironmentPostProcessor {

    private static final String CHANGE_LOG = "db/changelog/db.changelog-master.yaml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("spring.mustache.check-template-location", "false");
        if (!environment.containsProperty("spring.liquibase.change-log") && !exists(CHANGE_LOG)) {
            defaults.put("spring.liquibase.enabled", "false");
        }
        environment.getPropertySources().addLast(new MapPropertySource("rtnLibraryDefaults", defaults));
    }

    private static boolean exists(String resource) {
        return ClassUtils.getDefaultClassLoader().getResource(resource) != null;
    }
}
