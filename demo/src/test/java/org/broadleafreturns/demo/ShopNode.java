package org.broadleafreturns.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A node of the demo shop in a Java virtual machine of its own: the tests that need several, or kill one, tell it what to do
 * over its standard input, a line a command. Its words are in {@code node-….log} beside the test reports.
 */
final class ShopNode implements AutoCloseable {

    private static final String READY = "ready";
    /** Who has said nothing for so long hangs, however busy the machine is. */
    private static final long MINUTES_OF_SILENCE = 10;
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "node-watch");
        thread.setDaemon(true);
        return thread;
    });
    private static final List<String> HEAP = List.of("-Xmx512m");
    /** What the virtual machine itself has to say is no answer. */
    private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=warning:stderr");
    /** What a node makes before it is ready. */
    private static final String WHOLE_SHOP = "shop";
    private static final String STOREFRONT = "storefront";
    /** Nothing else: another node has made the shop, and sells. */
    private static final String BACK_OFFICE = "back-office";
    private static final String NOTHING = "nothing";
    /** A system property of nodes of which it is known what their pages ask the database. */
    private static final String WATCHED = "node.watched";

    /** A system property that names a configuration class of a node's own. */
    private static final String FURTHER = "node.further";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private final File log;

    private ShopNode(Process process, File log) {
        this.process = process;
        this.log = log;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a node; {@link #awaitReady()} says when it is there.
     *
     * @param first whether it makes the shop: back office, tables, customers
     * @param mailPort where its mails go
     * @param heartbeatSeconds how often it gives signs of life
     */
    static ShopNode start(TestDatabase database, boolean first, int mailPort, int heartbeatSeconds) {
        return start(database, first, mailPort, heartbeatSeconds, HEAP);
    }

    /** Starts a node that makes the shop, and answers to {@code watch} and {@code asked}. */
    static ShopNode startWatched(TestDatabase database, int mailPort) {
        return start(database, WHOLE_SHOP, mailPort, 10, List.of("-Xmx640m", "-D" + WATCHED + "=true",
            "-Dreturns.limits.forms-per-hour=" + TestShop.FORMS_PER_HOUR));
    }

    /** Starts a node that makes the shop, with beans of its own in both applications. */
    static ShopNode startWith(TestDatabase database, int mailPort, Class<?> configuration) {
        return start(database, WHOLE_SHOP, mailPort, 10, List.of("-Xmx640m", "-D" + FURTHER + "=" + configuration.getName()));
    }

    /**
     * Starts a node with a back office, and beans of its own.
     *
     * @param first whether it makes the shop, and has a storefront
     * @param properties of the shop
     */
    static ShopNode startBackOffice(TestDatabase database, boolean first, int mailPort, int heartbeatSeconds, Class<?> configuration,
            Map<String, String> properties) {
        List<String> options = new ArrayList<>(List.of("-Xmx640m", "-D" + FURTHER + "=" + configuration.getName()));
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        return start(database, first ? WHOLE_SHOP : BACK_OFFICE, mailPort, heartbeatSeconds, options);
    }

    /** @param options of the virtual machine, the size of its heap among them */
    static ShopNode start(TestDatabase database, boolean first, int mailPort, int heartbeatSeconds, List<String> options) {
        return start(database, first ? WHOLE_SHOP : NOTHING, mailPort, heartbeatSeconds, options);
    }

    /** Starts a node that makes a shop without a back office, which is there sooner. */
    static ShopNode startStorefront(TestDatabase database, int mailPort, int heartbeatSeconds) {
        return start(database, STOREFRONT, mailPort, heartbeatSeconds, HEAP);
    }

    /** @param properties of the shop */
    static ShopNode startStorefront(TestDatabase database, int mailPort, int heartbeatSeconds, Map<String, String> properties) {
        List<String> options = new ArrayList<>(HEAP);
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        return start(database, STOREFRONT, mailPort, heartbeatSeconds, options);
    }

    private static ShopNode start(TestDatabase database, String makes, int mailPort, int heartbeatSeconds, List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(QUIET);
        List<String> command = JavaCommand.of(ShopNode.class, all, List.of(database.server().name(), database.url(), makes,
            Integer.toString(mailPort), Integer.toString(heartbeatSeconds)));
        try {
            Path directory = Path.of(System.getProperty("surefire.reports.directory", "target/surefire-reports"));
            directory.toFile().mkdirs();
            File log = File.createTempFile("node-" + database.server() + "-", ".log", directory.toFile());
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(log);
            builder.environment().put("RTN_DATABASE_USER", database.user());
            builder.environment().put("RTN_DATABASE_PASSWORD", database.password());
            return new ShopNode(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ShopNode awaitReady() {
        if (!answer().equals(READY)) {
            throw new IllegalStateException("The node does not start, see " + log);
        }
        return this;
    }

    /** Gives a command without waiting for what comes of it. */
    void tell(String command) {
        try {
            commands.write(command);
            commands.newLine();
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The node is gone, see " + log, e);
        }
    }

    /** Waits for what the oldest command without an answer has come to. */
    String answer() {
        ScheduledFuture<?> end = WATCH.schedule(this::giveUp, MINUTES_OF_SILENCE, TimeUnit.MINUTES);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("The node is gone, see " + log);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end.cancel(false);
        }
    }

    /** Notes what a node that hangs is at, and ends it, so that whoever waits for it fails and says so. */
    private void giveUp() {
        try {
            new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid()), "Thread.print")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start().waitFor(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    String ask(String command) {
        tell(command);
        return answer();
    }

    /** Ends the node as a power cut would. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** The node itself. Whatever ends it ends all of it: threads of the shop would go on, and who waits for an answer with them. */
    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        try {
            run(arguments, answers);
        } catch (Throwable e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        // The tests are over or gone.
        Runtime.getRuntime().halt(0);
    }

    private static void run(String[] arguments, PrintStream answers) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        TestDatabase.Server server = TestDatabase.Server.valueOf(arguments[0]);
        String makes = arguments[2];
        System.setProperty("mail.smtp.port", arguments[3]);
        System.setProperty("returns.mail.site-url", "http://localhost");
        Map<String, Object> properties = new HashMap<>(RealShop.properties(server));
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", 0);
        properties.put("host.database.url", arguments[1]);
        properties.put("host.database.user", System.getenv("RTN_DATABASE_USER"));
        properties.put("host.database.password", System.getenv("RTN_DATABASE_PASSWORD"));
        properties.put("returns.background.heartbeat-seconds", arguments[4]);
        properties.put("returns.drafts.max-per-customer", 1000);
        properties.put("returns.mail.poll-seconds", 1);
        properties.put("returns.mail.first-retry-seconds", 1);
        Map<String, Object> creating = new HashMap<>(properties);
        creating.put("host.database.create", true);
        List<Class<?>> configurations = new ArrayList<>();
        if (Boolean.getBoolean(WATCHED)) {
            configurations.add(AskedStatements.Listening.class);
        }
        if (System.getProperty(FURTHER) != null) {
            configurations.add(Class.forName(System.getProperty(FURTHER)));
        }
        Class<?>[] further = configurations.toArray(new Class<?>[0]);
        ConfigurableApplicationContext backOffice = switch (makes) {
            case WHOLE_SHOP -> Applications.backOffice().withConfiguration(further).run(creating);
            case BACK_OFFICE -> Applications.backOffice().withConfiguration(further).run(properties);
            default -> null;
        };
        ConfigurableApplicationContext site = makes.equals(BACK_OFFICE) ? backOffice
            : Applications.storefront().withConfiguration(further).run(makes.equals(STOREFRONT) ? creating : properties);
        if (makes.equals(WHOLE_SHOP) || makes.equals(STOREFRONT)) {
            site.getBean(DemoOrders.class).create();
        }
        answers.println(READY);
        NodeCommands commands = new NodeCommands(site, backOffice);
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            answers.println(commands.answer(line));
        }
    }
}
