package org.broadleafreturns.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.demo.filling.ReturnFilling;
import org.broadleafreturns.demo.mail.MailPage;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole demo in one virtual machine: storefront, back office, and a mail server with a page to read what it got. */
public final class DemoShop implements AutoCloseable {

    /** Passwords are known to everybody, so nobody else on the network may reach the shop. */
    private static final String LOOPBACK = "127.0.0.1";

    private final Options options;
    private final GreenMail mailServer;
    private final ConfigurableApplicationContext admin;
    private final ConfigurableApplicationContext site;
    private final boolean filled;
    private final Deque<Runnable> stops;

    private DemoShop(Options options, GreenMail mailServer, ConfigurableApplicationContext admin,
            ConfigurableApplicationContext site, boolean filled, Deque<Runnable> stops) {
        this.options = options;
        this.mailServer = mailServer;
        this.admin = admin;
        this.site = site;
        this.filled = filled;
        this.stops = stops;
    }

    /**
     * @param sitePort of the storefront
     * @param adminPort of the back office
     * @param mailPort of the page that shows mails
     * @param data the directory that keeps the database, or null for one in memory
     * @param returns how many orders and returns a new shop has beside its examples
     * @param languages of the shop beside English and French
     */
    public record Options(int sitePort, int adminPort, int mailPort, Path data, int returns, List<String> languages) {

        /** In memory, on ports that are free just now. */
        public static Options anywhere() {
            return new Options(freePort(), freePort(), freePort(), null, 0, List.of());
        }
    }

    /**
     * Starts everything, and fills the shop if its database is new.
     *
     * @throws IllegalStateException if a port is taken
     */
    public static DemoShop start(Options options) {
        Deque<Runnable> stops = new ArrayDeque<>();
        try {
            return start(options, stops);
        } catch (RuntimeException | Error e) {
            // What runs already would keep the virtual machine and its ports.
            try {
                stops.forEach(Runnable::run);
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static DemoShop start(Options options, Deque<Runnable> stops) {
        for (int port : List.of(options.sitePort(), options.adminPort(), options.mailPort())) {
            requireFree(port);
        }
        ShopDatabase database = ShopDatabase.at(options.data());
        GreenMail mailServer = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        stops.push(mailServer::stop);
        // Broadleaf reads these through its own properties, for which system properties are the last resort.
        System.setProperty("mail.smtp.port", Integer.toString(mailServer.getSmtp().getPort()));
        System.setProperty("returns.mail.site-url", "http://localhost:" + options.sitePort());
        System.setProperty("returns.mail.admin-url", adminUrl(options));

        if (!options.languages().isEmpty()) {
            System.setProperty("returns.languages", "en,fr," + String.join(",", options.languages()));
        }

        stops.push(database::close);
        if (Boolean.getBoolean("demo.storefront-creates")) {
            // The back office then drops and creates what the storefront has created.
            storefront(options, database, true, new ArrayDeque<>()).close();
        }
        ConfigurableApplicationContext admin = backOffice(options, database, stops);
        ConfigurableApplicationContext site = storefront(options, database, false, stops);
        boolean filled = database.isNew();
        if (filled) {
            site.getBean(DemoOrders.class).create();
            site.getBean(ReturnSeeds.class).create();
            new TemplateSeeds(site.getBean("webDS", DataSource.class)).create();
            if (options.returns() > 0) {
                new ReturnFilling(site.getBean("webDS", DataSource.class)).add(options.returns());
            }
            database.filled();
        }
        MailPage mailPage = MailPage.start(options.mailPort(), mailServer);
        stops.push(mailPage::close);
        return new DemoShop(options, mailServer, admin, site, filled, stops);
    }

    private static ConfigurableApplicationContext backOffice(Options options, ShopDatabase database, Deque<Runnable> stops) {
        ConfigurableApplicationContext context = Applications.backOffice().run(properties("backOffice", options.adminPort(),
            "ADMINSESSION", Map.of("server.servlet.context-path", Applications.BACK_OFFICE_PATH,
                "host.database.url", database.url(), "host.database.create", database.isNew())));
        stops.push(context::close);
        options.languages().forEach(language -> speak(language, context.getBean("webDS", DataSource.class)));
        if (database.isNew()) {
            grantLooking(context.getBean("webDS", DataSource.class));
        }
        return context;
    }

    private static ConfigurableApplicationContext storefront(Options options, ShopDatabase database, boolean creating,
            Deque<Runnable> stops) {
        ConfigurableApplicationContext context = Applications.storefront().run(properties("storefront", options.sitePort(),
            "SITESESSION", Map.of("host.database.url", database.url(), "host.database.create", creating)));
        stops.push(context::close);
        return context;
    }

    /** System properties that begin with demo. and the application's name win, for shops that are set up otherwise. */
    private static Map<String, Object> properties(String application, int port, String sessionCookie, Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(own);
        properties.put("server.address", LOOPBACK);
        properties.put("server.port", port);
        properties.put("server.servlet.session.cookie.name", sessionCookie);
        String prefix = "demo." + application + ".";
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith(prefix))
            .forEach(name -> properties.put(name.substring(prefix.length()), System.getProperty(name)));
        return properties;
    }

    /** A language that shoppers can choose, unless it is one already. */
    private static void speak(String language, DataSource database) {
        JdbcTemplate sql = new JdbcTemplate(database);
        if (sql.queryForObject("SELECT COUNT(*) FROM BLC_LOCALE WHERE LOCALE_CODE = ?", Integer.class, language) == 0) {
            Locale locale = Locale.forLanguageTag(language);
            sql.update("INSERT INTO BLC_LOCALE (LOCALE_CODE, DEFAULT_FLAG, FRIENDLY_NAME, CURRENCY_CODE) VALUES (?, FALSE, ?, 'EUR')",
                language, locale.getDisplayLanguage(locale));
        }
    }

    /** To the one who only looks: View Orders, View Returns, View Withdrawals and View Return Settings, which are there by now. */
    private static void grantLooking(DataSource database) {
        new JdbcTemplate(database).update("INSERT INTO BLC_ADMIN_ROLE_PERMISSION_XREF (ADMIN_ROLE_ID, ADMIN_PERMISSION_ID) "
            + "SELECT -50, ADMIN_PERMISSION_ID FROM BLC_ADMIN_PERMISSION WHERE PERMISSION_TYPE = 'READ' "
            + "AND NAME IN ('PERMISSION_ORDER', 'PERMISSION_RETURN', 'PERMISSION_RETURN_WITHDRAWALS', 'PERMISSION_RETURN_SETTINGS')");
    }

    /** Whether this start has filled the shop; otherwise it was there already. */
    public boolean isNew() {
        return filled;
    }

    public String siteUrl() {
        return "http://localhost:" + options.sitePort();
    }

    public String adminUrl() {
        return adminUrl(options);
    }

    private static String adminUrl(Options options) {
        return "http://localhost:" + options.adminPort() + Applications.BACK_OFFICE_PATH;
    }

    public String mailUrl() {
        return "http://localhost:" + options.mailPort();
    }

    public GreenMail mailServer() {
        return mailServer;
    }

    public ConfigurableApplicationContext adminContext() {
        return admin;
    }

    public ConfigurableApplicationContext siteContext() {
        return site;
    }

    @Override
    public void close() {
        stops.forEach(Runnable::run);
        stops.clear();
    }

    private static void requireFree(int port) {
        try {
            new ServerSocket(port).close();
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " is taken; stop what uses it, or choose other ports.");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
