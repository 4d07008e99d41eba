package org.broadleafreturns.demo;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a test starts a Java virtual machine of its own: with its own class path, compiler and collector. */
public final class JavaCommand {

    /** What the host has put together once for all that start, and what need not be looked at each time. */
    private static final List<String> HANDED_ON = List.of("host.merged-contexts", "liquibase.validateXmlChangelogFiles");

    private JavaCommand() {
    }

    /** @param options of the virtual machine, the size of its heap among them */
    public static List<String> of(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-XX:")).forEach(command::add);
        HANDED_ON.stream().filter(name -> System.getProperty(name) != null)
            .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-Duser.timezone=UTC", "-Dnet.sf.ehcache.skipUpdateCheck=true", "-Dfile.encoding=UTF-8",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
