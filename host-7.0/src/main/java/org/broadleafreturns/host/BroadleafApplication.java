package org.broadleafreturns.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.instrument.InstrumentationSavingAgent;
import org.springframework.util.FileSystemUtils;

/**
 * A Broadleaf web application as a Spring Boot application: the back office or the storefront. Modules on the class path
 * register themselves.
 */
public final class BroadleafApplication {

    private static final List<String> PERSISTENCE_UNITS = List.of("blPU", "blSecurePU", "blCMSStorage");

    static {
        // For host/ehcache.xml; both applications of a virtual machine share their caches.
        System.setProperty("host.cache.directory", temporaryDirectory().toString());
    }

    private final List<Class<?>> configurations = new ArrayList<>();

    private BroadleafApplication(Class<?> configuration) {
        configurations.add(configuration);
    }

    /** The application for merchants. */
    public static BroadleafApplication backOffice() {
        return new BroadleafApplication(BackOfficeConfiguration.class);
    }

    /** The application for shoppers. */
    public static BroadleafApplication storefront() {
        return new BroadleafApplication(StorefrontConfiguration.class);
    }

    /** Adds the shop's own configuration classes. */
    public BroadleafApplication withConfiguration(Class<?>... classes) {
        configurations.addAll(List.of(classes));
        return this;
    }

    /**
     * Starts the application.
     *
     * @param properties Spring Boot's and Broadleaf's own, such as {@code server.port}, which win over every file; those of
     *     {@link HostConfiguration}; and {@code host.database.create}, true to create the schema and import its SQL
     */
    public ConfigurableApplicationContext run(Map<String, Object> properties) {
        // Broadleaf changes its entities as they are loaded.
        InstrumentationSavingAgent.premain(null, ByteBuddyAgent.install());
        Map<String, Object> all = new HashMap<>(properties);
        if (Boolean.parseBoolean(String.valueOf(properties.get("host.database.create")))) {
            PERSISTENCE_UNITS.forEach(unit -> all.put(unit + ".hibernate.hbm2ddl.auto", "create"));
        }
        return new SpringApplicationBuilder(configurations.toArray(new Class<?>[0]))
            .profiles("mbeansdisabled")
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .build()
            .run(all.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()).toArray(String[]::new));
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("host-cache");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
