package org.broadleafreturns.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.util.ClassUtils;

/**
 * Spring Boot takes a library on the class path for the shop's wish: for Spring Data it looks for repositories in the shop's
 * packages and gives its controllers pages, for Liquibase it wants a change log, for JMustache it resolves views. This keeps
 * it from doing so for libraries that are there because this module brings them. A shop that uses one of them itself, which
 * is seen by what is named here for each, or that sets one of the library's properties, has Spring Boot's as ever.
 */
public class BroughtLibraries
        implements AutoConfigurationImportFilter, BeanFactoryAware, BeanClassLoaderAware, EnvironmentAware {

    private static final String BOOT = "org.springframework.boot.";
    private static final String CHANGE_LOG = "db/changelog/db.changelog-master.yaml";

    private final Map<Set<String>, BooleanSupplier> wishes = Map.of(
        Set.of(BOOT + "autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
            BOOT + "autoconfigure.data.web.SpringDataWebAutoConfiguration",
            BOOT + "actuate.autoconfigure.metrics.data.RepositoryMetricsAutoConfiguration"), this::usesSpringData,
        Set.of(BOOT + "autoconfigure.liquibase.LiquibaseAutoConfiguration"), this::usesLiquibase,
        Set.of(BOOT + "autoconfigure.mustache.MustacheAutoConfiguration"), this::usesMustache);

    private ConfigurableListableBeanFactory beans;
    private ClassLoader classes = ClassUtils.getDefaultClassLoader();
    private Environment environment;

    @Override
    public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
        Set<String> unasked = new HashSet<>();
        wishes.forEach((configurations, wish) -> {
            // A candidate that another filter has dropped already is null.
            if (Arrays.stream(candidates).anyMatch(candidate -> candidate != null && configurations.contains(candidate))
                    && !wish.getAsBoolean()) {
                unasked.addAll(configurations);
            }
        });
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            wanted[i] = !unasked.contains(candidates[i]);
        }
        return wanted;
    }

    /** A store of another kind than JPA, repositories that the shop enables, or one in a package that Spring Boot would search. */
    private boolean usesSpringData() {
        List<String> stores = SpringFactoriesLoader.loadFactoryNames(RepositoryFactorySupport.class, classes);
        return sets("spring.data") || stores.size() > 1 || shopClasses().stream().anyMatch(this::usesSpringData);
    }

    private boolean usesSpringData(Class<?> shopClass) {
        return AnnotatedElementUtils.hasAnnotation(shopClass, EnableJpaRepositories.class)
            || AnnotatedElementUtils.hasAnnotation(shopClass, EnableAutoConfiguration.class) && holdsRepositories(shopClass);
    }

    private boolean holdsRepositories(Class<?> application) {
        ClassPathScanningCandidateComponentProvider search = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        search.setResourceLoader(new DefaultResourceLoader(classes));
        search.addIncludeFilter(new AssignableTypeFilter(Repository.class));
        return !search.findCandidateComponents(application.getPackageName()).isEmpty();
    }

    /** Of what is known by now: the application's class, and what its package was searched for. */
    private List<Class<?>> shopClasses() {
        return Arrays.stream(beans.getBeanDefinitionNames()).map(beans::getBeanDefinition).map(BeanDefinition::getBeanClassName)
            .filter(name -> name != null && ClassUtils.isPresent(name, classes))
            .<Class<?>>map(name -> ClassUtils.resolveClassName(name, classes)).map(ClassUtils::getUserClass).toList();
    }

    private boolean usesLiquibase() {
        return sets("spring.liquibase") || classes.getResource(CHANGE_LOG) != null;
    }

    private boolean usesMustache() {
        try {
            return sets("spring.mustache")
                || new PathMatchingResourcePatternResolver(classes).getResources("classpath*:/templates/**/*.mustache").length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean sets(String prefix) {
        return Binder.get(environment).bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound();
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) throws BeansException {
        beans = (ConfigurableListableBeanFactory) beanFactory;
    }

    @Override
    public void setBeanClassLoader(ClassLoader classLoader) {
        classes = classLoader;
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }
}
