package org.broadleafreturns.demo;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a test starts a Java virtual machine of its own: with its own class path, compiler and collector. */
public final class JavaCommand {

    private static final String MERGED_CONTEXTS = "host.merged-contexts";

    private JavaCommand() {
    }

    /** @param options of the virtual machine, the size of its heap among them */
    public static List<String> of(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-XX:")).forEach(command::add);
        // What the host has put together once for all that start.
        String merged = System.getProperty(MERGED_CONTEXTS);
        if (merged != null) {
            command.add("-D" + MERGED_CONTEXTS + "=" + merged);
        }
        command.addAll(List.of("-Duser.timezone=UTC", "-Dnet.sf.ehcache.skipUpdateCheck=true", "-Dfile.encoding=UTF-8",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
