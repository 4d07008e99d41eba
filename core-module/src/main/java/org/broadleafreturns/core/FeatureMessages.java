package org.broadleafreturns.core;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of features, in whatever jar: each file {@code messages/rtn/feature/NAME.properties} is read by both applications, with
 * those of other languages beside it ({@code NAME_fr.properties}). They stand behind all other messages, so that the shop's own take
 * their place.
 */
class FeatureMessages implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureMessages.class);
    private static final String FOLDER = "/messages/rtn/feature/";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME.equals(name)
                && bean instanceof ReloadableResourceBundleMessageSource messages) {
            messages.addBasenames(found().toArray(String[]::new));
        }
        return bean;
    }

    private static List<String> found() {
        try {
            Map<String, List<Resource>> files = Stream.of(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*.properties"))
                .collect(Collectors.groupingBy(file -> Objects.requireNonNull(file.getFilename()), TreeMap::new, Collectors.toList()));
            files.forEach((name, same) -> {
                if (same.size() > 1) {
                    LOG.warn("Only one of these files of messages is read, since they have one name: {}", same);
                }
            });
            return files.keySet().stream().map(name -> "classpath:" + FOLDER + name.replaceAll("[_.].*", "")).distinct().toList();
        } catch (IOException e) {
            throw new IllegalStateException("The messages of features cannot be read", e);
        }
    }
}
