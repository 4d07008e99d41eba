package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadleafreturns.core.ReturnsCoreConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;

/** A configuration in a package of the module's is found for the context that it belongs into. */
class FoundConfigurationsUnitTests {

    private static final String MODULE = "org.broadleafreturns.site";

    @Test
    void eachIsFoundForOneContext() {
        Set<String> root = configurations(found(StorefrontReturnsConfiguration.class));
        Set<String> web = configurations(found(ReturnsSiteConfiguration.class));

        assertThat(root).doesNotContainAnyElementsOf(web);
        root.addAll(web);
        assertThat(root).isEqualTo(new ClassFileImporter().withImportOption(new ModuleStructureTests.WithoutTests())
            .importPackages(MODULE).stream().filter(one -> one.isAnnotatedWith(Configuration.class)).map(JavaClass::getName)
            .collect(Collectors.toSet()));
    }

    @Test
    void thePlatformFindsWhatItLooksForInTheRootContext() {
        List<String> root = names(found(StorefrontReturnsConfiguration.class));
        List<String> web = names(found(ReturnsSiteConfiguration.class));

        assertThat(root).contains("rtnUploadGate", "rtnStorefrontReturns", "rtnShopperLimits")
            .doesNotContainAnyElementsOf(web);
        assertThat(web).contains("rtnMyReturnsController", "rtnAccountParts", "rtnInstallationReport");
    }

    /** On 7.0 a shop has them all in one context; which of two beans of a name was there would be a matter of chance. */
    @Test
    void noNameIsGivenTwice() {
        assertThatCode(() -> found(ReturnsCoreConfiguration.class, StorefrontReturnsConfiguration.class, ReturnsSiteConfiguration.class))
            .doesNotThrowAnyException();
    }

    private static DefaultListableBeanFactory found(Class<?>... modules) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.setAllowBeanDefinitionOverriding(false);
        Arrays.stream(modules).forEach(module -> beans.registerBeanDefinition(module.getName(), new RootBeanDefinition(module)));
        new ConfigurationClassPostProcessor().postProcessBeanDefinitionRegistry(beans);
        return beans;
    }

    private static List<String> names(DefaultListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanDefinitionNames()).filter(name -> name.startsWith("rtn")).toList();
    }

    private static Set<String> configurations(DefaultListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanDefinitionNames()).filter(name -> name.startsWith(MODULE))
            .collect(Collectors.toCollection(TreeSet::new));
    }
}
