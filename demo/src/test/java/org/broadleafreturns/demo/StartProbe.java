package org.broadleafreturns.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Applications without anything of the demo's, started in a Java virtual machine of their own on a database that has all
 * tables,
 * with the modules or without them.
 */
public final class StartProbe {

    private static final String MODULES = ".*broadleaf-returns-(core|admin|site)-[^/]*\\.jar";
    private static final String ANSWER = "probe: ";
    private static final int COLLECTIONS = 4;

    private StartProbe() {
    }

    /** Which applications. */
    public enum Part { BACK_OFFICE, STOREFRONT, BOTH }

    /**
     * How it went.
     *
     * @param seconds from the start of the virtual machine until all are ready
     * @param megabytes of the heap that are in use then
     */
    public record Start(double seconds, double megabytes) {
    }

    /** Starts, measures and stops. */
    public static Start measure(Part part, boolean withReturns, Map<String, String> properties) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "-Duser.timezone=UTC", "-Dnet.sf.ehcache.skipUpdateCheck=true", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", classPath(withReturns), StartProbe.class.getName(), part.name(),
            Boolean.toString(withReturns)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("RTN_PROBE", properties.entrySet().stream().map(property -> property.getKey() + "="
            + property.getValue())
            .collect(Collectors.joining("\n")));
        try {
            Process process = builder.start();
            StringBuilder words = new StringBuilder();
            try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    if (line.startsWith(ANSWER)) {
                        String[] figures = line.substring(ANSWER.length()).split(" ");
                        return new Start(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
                    }
                    words.append(line).append('\n');
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
            throw new IllegalStateException(part + " does not start:\n" + words);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String classPath(boolean withReturns) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return withReturns ? all
            : Arrays.stream(all.split(System.getProperty("path.separator"))).filter(entry -> !entry.matches(MODULES))
            .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** The applications themselves. */
    public static void main(String[] arguments) throws InterruptedException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // Nobody sends a mail, but the host asks where to.
        System.setProperty("mail.smtp.port", "25");
        Part part = Part.valueOf(arguments[0]);
        boolean withReturns = Boolean.parseBoolean(arguments[1]);
        Map<String, Object> properties = Arrays.stream(System.getenv("RTN_PROBE").split("\n")).map(line -> line.split("=", 2))
            .collect(Collectors.toMap(property -> property[0], property -> property[1]));
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", 0);
        List<ConfigurableApplicationContext> started = new ArrayList<>();
        if (part != Part.STOREFRONT) {
            started.add(Applications.bare(true, withReturns).run(properties));
        }
        if (part != Part.BACK_OFFICE) {
            started.add(Applications.bare(false, withReturns).run(properties));
        }
        double seconds = (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(250);
        }
        double megabytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        System.out.println();
        System.out.println(ANSWER + seconds + " " + megabytes);
        Runtime.getRuntime().halt(started.isEmpty() ? 1 : 0);
    }
}
