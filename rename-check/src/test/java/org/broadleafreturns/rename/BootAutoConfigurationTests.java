package org.broadleafreturns.rename;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Spring Boot makes of a shop with the modules' jars on the class path, beside what it makes of the same shop without. */
class BootAutoConfigurationTests {

    private static final String MODULES = "(core|admin|site)-module|broadleaf-returns-";
    private static final String OTHERS = MODULES + "|liquibase|jmustache|db-scheduler|jsoup|tika|bucket4j";
    private static final String ALL = OTHERS + "|spring-data-";
    private static final String PLAIN = "com.example.plain.PlainShop";
    private static final String WITH_DATA = "com.example.withdata.ShopWithData";

    @Test
    void aShopHasTheSameBeansWithTheModulesAsWithout() throws Exception {
        assertThat(beans(null, PLAIN)).containsExactlyElementsOf(beans(ALL, PLAIN)).anyMatch(bean -> bean.startsWith("entityManagerFactory "));
    }

    @Test
    void aShopWithRepositoriesOfItsOwnKeepsThem() throws Exception {
        assertThat(beans(null, WITH_DATA)).containsExactlyElementsOf(beans(OTHERS, WITH_DATA))
            .anyMatch(bean -> bean.contains("oupons ")).anyMatch(bean -> bean.startsWith("pageableResolver "));
    }

    @Test
    void aShopThatSetsALibrarysPropertyHasSpringBootsOwn() throws Exception {
        String[] options = {PLAIN, "--spring.data.jpa.repositories.enabled=true", "--spring.mustache.check-template-location=false",
            "--spring.liquibase.change-log=classpath:/shop-changes.xml"};
        assertThat(beans(null, options)).containsExactlyElementsOf(beans(MODULES, options))
            .anyMatch(bean -> bean.startsWith("jpaContext ")).anyMatch(bean -> bean.startsWith("mustacheViewResolver "))
            .anyMatch(bean -> bean.startsWith("liquibase "));
    }

    /** @param hidden a pattern of jars and folders that are not on the shop's class path, or null for all of them */
    @SuppressWarnings("unchecked")
    private static List<String> beans(String hidden, String... shop) throws Exception {
        List<URL> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> hidden == null || !Pattern.compile(hidden).matcher(entry).find())
            .map(BootAutoConfigurationTests::url).toList();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            return ((Function<String[], List<String>>) loader.loadClass(BeansOfShop.class.getName())
                .getDeclaredConstructor().newInstance()).apply(shop);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
