package org.broadleafreturns.demo;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.springframework.core.NestedExceptionUtils;

/** Starts the demo shop from the command line and stops it on Ctrl-C. */
public final class Main {

    /** What fits beside the two applications into the memory that the start script gives them, with room to work. */
    private static final int MOST_IN_MEMORY = 20_000;
    /** More would take H2 too long. */
    private static final int MOST = 100_000;

    private static final List<String> OWN_LANGUAGES = List.of("en", "fr");

    private static final String USAGE = """
        Usage: bin/demo [--platform LINE] [--port-base N] [--data DIR] [--returns N] [--languages LIST]
          --platform LINE  Broadleaf 3.1 (default) or 7.0
          --port-base N    storefront on port N, back office on N+1, mails on N+2 (default 8080)
          --data DIR       keep the shop's data in DIR between starts (default: in memory)
          --returns N      a new shop has N more orders and returns, 1 to %d, or to %d with --data
          --languages LIST languages of the shop beside English and French, for instance de or de,nl. German has texts and
                           a shopper, greta@example.com; what another one lacks is English"""
        .formatted(MOST_IN_MEMORY, MOST);

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        DemoShop.Options options;
        try {
            options = parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
            return;
        }
        DemoShop shop;
        try {
            shop = DemoShop.start(options);
        } catch (RuntimeException e) {
            System.err.println("The demo shop cannot open. " + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            System.exit(1);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            shop.close();
            stopped.countDown();
        }, "stop"));
        if (options.returns() > 0 && !shop.isNew()) {
            System.out.println("The shop in " + options.data()
                + " was there already and stays as it is: --returns is for a new one.");
        }
        System.out.printf("""

            The demo shop is open.
              Storefront   %s   shoppers marie@example.com / shopper (French), john@example.com / shopper (English)
              Back office  %s   admin / admin (also csr / csr, viewer / viewer, catalog / catalog)
              Mails        %s
            Ctrl-C stops it.
            %n""", shop.siteUrl(), shop.adminUrl(), shop.mailUrl());
        stopped.await();
    }

    /** @throws IllegalArgumentException if the arguments are none that the demo takes */
    static DemoShop.Options parse(String[] arguments) {
        int portBase = 8080;
        Path data = null;
        int returns = 0;
        List<String> languages = List.of();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("Nothing follows " + arguments[i]);
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--port-base" -> {
                    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65533) {
                        throw new IllegalArgumentException("--port-base takes a number from 1 to 65533, not " + value);
                    }
                    portBase = Integer.parseInt(value);
                }
                case "--data" -> data = new File(value).toPath().toAbsolutePath();
                case "--returns" -> {
                    if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
                        throw new IllegalArgumentException("--returns takes a number from 1 to " + MOST + ", not " + value);
                    }
                    returns = Integer.parseInt(value);
                }
                case "--languages" -> {
                    if (!value.matches("[a-z]{2}(,[a-z]{2})*")) {
                        throw new IllegalArgumentException("--languages takes codes like de,nl, not " + value);
                    }
                    languages = Arrays.stream(value.split(",")).filter(language -> !OWN_LANGUAGES.contains(language)).distinct().toList();
                }
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        if (data == null && returns > MOST_IN_MEMORY) {
            throw new IllegalArgumentException("More than " + MOST_IN_MEMORY
                + " returns do not fit into memory; with --data they are kept in a folder");
        }
        return new DemoShop.Options(portBase, portBase + 1, portBase + 2, data, returns, languages);
    }
}
