package org.broadleafreturns.rename;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a shop with Spring Boot's own auto-configuration; loaded once by each class path that is compared. */
public class BeansOfShop implements Function<String[], List<String>> {

    /** @param shop the application's class, then options of the command line; name and type of each bean */
    @Override
    public List<String> apply(String[] shop) {
        // A virtual machine takes one for all class loaders.
        TomcatURLStreamHandlerFactory.disable();
        Set<String> beans = new TreeSet<>();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Class.forName(shop[0]))
                .web(WebApplicationType.SERVLET).logStartupInfo(false).bannerMode(Banner.Mode.OFF)
                .properties("server.port=0", "logging.level.root=warn", "spring.jpa.hibernate.ddl-auto=none")
                .run(Arrays.copyOfRange(shop, 1, shop.length))) {
            for (String name : context.getBeanDefinitionNames()) {
                beans.add(name + " " + String.valueOf(context.getType(name)).replaceAll("\\$\\$.*|\\$Proxy.*|jdk\\.proxy.*", ""));
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(beans);
    }
}
