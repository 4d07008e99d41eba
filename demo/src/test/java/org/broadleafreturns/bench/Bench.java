package org.broadleafreturns.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/** Measures what the modules cost, and writes a table of it. Started by {@code bin/bench}. */
public final class Bench {

    private static final String USAGE = """
        Usage: bin/bench [--size N[,N…]] [--database NAME] [--rounds N] [--only NAME[,NAME…]] [--mails N] [--line LINE]
          --size N         returns, and as many orders (default 1000; the table of several sizes says how figures grow)
          --database NAME  postgresql (default), mariadb or h2
          --rounds N       how often each page is asked for (default 25)
          --only NAME      of list, order, storefront, commands, start, mails
          --mails N        how many mails are queued (default 5000)
          --line LINE      Broadleaf 3.1 (default) or 7.0""";

    private Bench() {
    }

    /** What is measured; a new measure is added here. */
    private static List<Measure> measures(Options options) {
        return List.of(new ListMeasure(), new OrderPageMeasure(), new StorefrontMeasure(), new CommandMeasure(),
            new StartMeasure(), new MailMeasure(options.mails));
    }

    /** @param since the size from which growth is counted, or 0 */
    private record Options(List<Integer> sizes, int since, String database, int rounds, Set<String> only, int mails,
            Path output) {
    }

    public static void main(String[] arguments) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Options options;
        try {
            options = parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
            return;
        }
        try {
            run(options, arguments);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        // The shop's background threads need not be waited for.
        System.exit(0);
    }

    /** Each size in a virtual machine of its own, since what the platform has cached of one shop is wrong in the next. */
    private static void run(Options options, String[] arguments) throws Exception {
        if (options.sizes.size() == 1) {
            run(options, options.sizes.get(0));
            return;
        }
        for (int size : options.sizes) {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
            command.addAll(List.of(arguments));
            command.addAll(List.of("--size", Integer.toString(size), "--since", options.sizes.get(0).toString()));
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("Nothing came of " + size);
            }
        }
    }

    private static void run(Options options, int size) throws Exception {
        Files.createDirectories(options.output);
        say("Filling %s with %,d orders and returns", options.database, size);
        List<Result> results = new ArrayList<>();
        long start = System.nanoTime();
        try (BenchShop shop = BenchShop.open(options.database, size)) {
            say("Filled after %.0f s", (System.nanoTime() - start) / 1e9);
            for (Measure measure : measures(options)) {
                if (options.only.isEmpty() || options.only.contains(measure.name())) {
                    for (Comparison comparison : measure.comparisons(shop)) {
                        Result result = Result.of(comparison, options.rounds);
                        results.add(result);
                        say("%s: %s | %s | %s", comparison.what(), result.oursInWords(), result.theirsInWords(),
                            result.ratioInWords());
                    }
                }
            }
        }
        Files.write(medians(options, size), results.stream()
            .map(result -> result.comparison().what() + "\t" + result.median()).toList(), StandardCharsets.UTF_8);
        String table = table(options, size, results);
        System.out.println(System.lineSeparator() + table);
        Files.writeString(options.output.resolve(options.database + "-" + size + ".md"), table, StandardCharsets.UTF_8);
    }

    private static Path medians(Options options, int size) {
        return options.output.resolve(options.database + "-" + size + ".medians");
    }

    private static String table(Options options, int size, List<Result> results) throws IOException {
        boolean grown = options.since > 0 && options.since != size;
        Map<String, Double> before = new HashMap<>();
        if (grown) {
            for (String line : Files.readAllLines(medians(options, options.since), StandardCharsets.UTF_8)) {
                before.put(line.replaceAll("\t.*", ""), Double.valueOf(line.replaceAll(".*\t", "")));
            }
        }
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
            "%,d returns and orders, %s, Broadleaf %s, %d rounds, %s, %s%n%n", size, options.database,
            System.getProperty("rtn.line", "3.1"), options.rounds, machine(), LocalDate.now()));
        table.append("| What | Ours | Beside | Theirs | Ratio | Difference | ")
            .append(grown ? "Growth | " : "").append("Mark |\n");
        table.append("|---|---|---|---|---|---|").append(grown ? "---|" : "").append("---|\n");
        for (Result result : results) {
            Comparison comparison = result.comparison();
            table.append("| ").append(String.join(" | ", comparison.what(), result.oursInWords(),
                comparison.yardstick() == null ? "" : comparison.yardstick(), result.theirsInWords(), result.ratioInWords(),
                result.differenceInWords())).append(" | ");
            if (grown) {
                Double smallest = before.get(comparison.what());
                table.append(smallest == null ? "" : Result.number(result.median() / smallest)).append(" | ");
            }
            table.append(comparison.mark()).append(" |\n");
        }
        return table.toString();
    }

    private static String machine() throws IOException {
        Path processor = Path.of("/proc/cpuinfo");
        String model = !Files.exists(processor) ? System.getProperty("os.arch") : Files.readAllLines(processor).stream()
            .filter(line -> line.startsWith("model name")).map(line -> line.replaceAll(".*:\\s*", "")).findFirst().orElse("");
        return Runtime.getRuntime().availableProcessors() + " processors" + (model.isEmpty() ? "" : " (" + model + ")")
            + ", Java "
            + Runtime.version().feature();
    }

    private static void say(String text, Object... arguments) {
        System.out.println("bench: " + String.format(Locale.ROOT, text, arguments));
    }

    private static Options parse(String[] arguments) {
        List<Integer> sizes = List.of(1_000);
        int since = 0;
        String database = "postgresql";
        int rounds = 25;
        int mails = 5_000;
        Set<String> only = Set.of();
        Path output = Path.of("target", "bench");
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("Nothing follows " + arguments[i]);
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--size" -> sizes = List.of(value.split(",")).stream().map(size -> number("--size", size, 200,
                    2_000_000)).toList();
                case "--since" -> since = number("--since", value, 200, 2_000_000);
                case "--rounds" -> rounds = number("--rounds", value, 1, 1_000);
                case "--mails" -> mails = number("--mails", value, 1, 100_000);
                case "--database" -> {
                    if (!Set.of("postgresql", "mariadb", "h2").contains(value)) {
                        throw new IllegalArgumentException("--database takes postgresql, mariadb or h2, not " + value);
                    }
                    database = value;
                }
                case "--only" -> only = Set.of(value.split(","));
                case "--output" -> output = Path.of(value);
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        Options options = new Options(sizes, since, database, rounds, only, mails, output);
        List<String> names = measures(options).stream().map(Measure::name).toList();
        if (!names.containsAll(only)) {
            throw new IllegalArgumentException("--only takes " + String.join(", ", names));
        }
        return options;
    }

    private static int number(String option, String value, int least, int most) {
        if (!value.matches("\\d{1,7}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(option + " takes a number from " + least + " to " + most + ", not " + value);
        }
        return Integer.parseInt(value);
    }
}
