package org.broadleafreturns.demo;

import java.io.File;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.springframework.core.NestedExceptionUtils;

/** Starts the demo shop from the command line and stops it on Ctrl-C. */
public final class Main {

    private static final String USAGE = """
        Usage: bin/demo [--platform LINE] [--port-base N] [--data DIR]
          --platform LINE  Broadleaf 3.1 (default) or 7.0
          --port-base N    storefront on port N, back office on N+1, mails on N+2 (default 8080)
          --data DIR       keep the shop's data in DIR between starts (default: in memory)""";

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
        System.out.printf("""

            The demo shop is open.
              Storefront   %s   shoppers marie@example.com / shopper (French), john@example.com / shopper (English)
              Back office  %s   admin / admin (also csr / csr, viewer / viewer, catalog / catalog)
              Mails        %s
            Ctrl-C stops it.
            %n""", shop.siteUrl(), shop.adminUrl(), shop.mailUrl());
        stopped.await();
    }

    private static DemoShop.Options parse(String[] arguments) {
        int portBase = 8080;
        Path data = null;
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
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        return new DemoShop.Options(portBase, portBase + 1, portBase + 2, data);
    }
}
