package org.broadleafreturns.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A Broadleaf web application as a Spring Boot application: the back office or the storefront. The two are separate
 * contexts on separate ports, because the back office's links start at the root of its host.
 */
public final class BroadleafApplication {

    private static final long MEGABYTE = 1024 * 1024;

    private final List<String> rootContexts = new ArrayList<>();
    private final List<String> servletContexts = new ArrayList<>();
    private final List<Class<?>> configurations = new ArrayList<>();

    private final long uploadLimit;

    /** @param uploadLimit for all files of a form together, in bytes; each one is checked by the returns modules */
    private BroadleafApplication(List<String> rootContexts, List<String> servletContexts, long uploadLimit) {
        this.uploadLimit = uploadLimit;
        this.rootContexts.addAll(rootContexts);
        this.servletContexts.addAll(servletContexts);
        this.configurations.add(BroadleafWebConfiguration.class);
    }

    /** The application for merchants. */
    public static BroadleafApplication backOffice() {
        return new BroadleafApplication(
            List.of("bl-open-admin-contentClient-applicationContext.xml", "bl-open-admin-contentCreator-applicationContext.xml",
                "bl-admin-applicationContext.xml", "bl-cms-contentClient-applicationContext.xml",
                "bl-cms-contentCreator-applicationContext.xml", "host/common.xml", "host/admin.xml"),
            List.of("applicationContext-servlet-open-admin.xml", "applicationContext-servlet-admin.xml",
                "applicationContext-servlet-cms-contentClient.xml", "applicationContext-servlet-cms-contentCreator.xml",
                "host/admin-servlet.xml"), 12 * MEGABYTE);
    }

    /** The application for shoppers. */
    public static BroadleafApplication storefront() {
        return new BroadleafApplication(
            List.of("bl-open-admin-contentClient-applicationContext.xml", "bl-cms-contentClient-applicationContext.xml",
                "host/common.xml", "host/site.xml"),
            List.of("applicationContext-servlet-cms-contentClient.xml", "host/site-servlet.xml"), 64 * MEGABYTE);
    }

    /** Adds class path locations to the list of root contexts; later ones override earlier ones. */
    public BroadleafApplication withRootContexts(String... locations) {
        rootContexts.addAll(List.of(locations));
        return this;
    }

    /** Adds class path locations to the contexts of the dispatcher servlet, where controllers are. */
    public BroadleafApplication withServletContexts(String... locations) {
        servletContexts.addAll(List.of(locations));
        return this;
    }

    /** Adds configuration classes to the root context. */
    public BroadleafApplication withConfiguration(Class<?>... classes) {
        configurations.addAll(List.of(classes));
        return this;
    }

    /**
     * Starts the application.
     *
     * @param properties Spring Boot's own, such as {@code server.port}, and those of {@link BroadleafWebConfiguration}
     */
    public ConfigurableApplicationContext run(Map<String, Object> properties) {
        SpringApplication application = new SpringApplicationBuilder(configurations.toArray(new Class<?>[0]))
            .initializers(new BroadleafContexts(rootContexts))
            .properties(properties)
            .properties(Map.of(
                BroadleafWebConfiguration.SERVLET_CONTEXTS, "classpath:/" + String.join(",classpath:/", servletContexts),
                BroadleafWebConfiguration.UPLOAD_LIMIT, uploadLimit,
                // Broadleaf filters lists with a pipe in the query.
                "server.tomcat.relaxed-query-chars", "|,{,},[,]",
                // A file that is too large is read to its end, else the browser reports a broken connection, not the answer.
                "server.tomcat.max-swallow-size", "100MB",
                "server.error.include-stacktrace", "never"))
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .build();
        application.setAllowBeanDefinitionOverriding(true);
        application.setAllowCircularReferences(true);
        return application.run();
    }
}
