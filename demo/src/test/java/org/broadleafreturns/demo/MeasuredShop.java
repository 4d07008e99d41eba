package org.broadleafreturns.demo;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.broadleafreturns.demo.filling.ReturnFilling;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The demo shop on a database of one's choice, to be measured: back office, storefront, and a storefront that takes no
 * returns.
 */
public final class MeasuredShop implements AutoCloseable {

    /** The password of customers is the demo's, of merchants their login. */
    public interface Visitor {

        /**
         * Asks for a page and reads all of it.
         *
         * @return what it has
         * @throws IllegalStateException if the answer is any other than the page
         */
        String get(String path);
    }

    private final TestDatabase database;
    private final Map<String, Object> properties;
    private final ConfigurableApplicationContext backOffice;
    private final ConfigurableApplicationContext storefront;
    private final ConfigurableApplicationContext closed;
    private final Deque<AutoCloseable> stops;

    private MeasuredShop(TestDatabase database, Map<String, Object> properties, ConfigurableApplicationContext backOffice,
            ConfigurableApplicationContext storefront, ConfigurableApplicationContext closed, Deque<AutoCloseable> stops) {
        this.database = database;
        this.properties = properties;
        this.backOffice = backOffice;
        this.storefront = storefront;
        this.closed = closed;
        this.stops = stops;
    }

    /**
     * Opens a new shop with the demo's examples on an empty database.
     *
     * @param server {@code postgresql}, {@code mariadb} or {@code h2}
     * @param yardstick what the back office has beside the demo's
     */
    public static MeasuredShop open(String server, Class<?> yardstick) {
        TestDatabase.Server kind = TestDatabase.Server.valueOf(server.toUpperCase(Locale.ROOT));
        TestDatabase database = RealShop.newDatabase(kind);
        Deque<AutoCloseable> stops = new ArrayDeque<>();
        ScriptedMailServer mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
        stops.push(mails);
        Map<String, Object> properties = new HashMap<>(kind == TestDatabase.Server.H2 ? Map.of() : RealShop.properties(kind));
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", 0);
        properties.put("host.database.url", database.url());
        properties.put("host.database.user", database.user());
        properties.put("host.database.password", database.password());
        properties.put("returns.limits.forms-per-hour", 1_000_000);
        properties.put("returns.mail.site-url", "http://localhost");
        System.setProperty("mail.smtp.port", Integer.toString(mails.port()));
        try {
            Map<String, Object> creating = new HashMap<>(properties);
            creating.put("host.database.create", true);
            creating.put("server.servlet.context-path", Applications.BACK_OFFICE_PATH);
            creating.put("server.servlet.session.cookie.name", "ADMINSESSION");
            ConfigurableApplicationContext backOffice = Applications.backOffice().withConfiguration(yardstick).run(creating);
            stops.push(backOffice::close);
            ConfigurableApplicationContext storefront = Applications.storefront().run(properties);
            stops.push(storefront::close);
            Map<String, Object> withoutReturns = new HashMap<>(properties);
            withoutReturns.put("returns.enabled", false);
            ConfigurableApplicationContext closed = Applications.storefront().run(withoutReturns);
            stops.push(closed::close);
            storefront.getBean(DemoOrders.class).create();
            storefront.getBean(ReturnSeeds.class).create();
            return new MeasuredShop(database, properties, backOffice, storefront, closed, stops);
        } catch (RuntimeException | Error e) {
            stop(stops);
            throw e;
        }
    }

    /** On connections that send many rows at once. */
    public ReturnFilling filling() {
        String bulk = switch (database.server()) {
            case POSTGRESQL -> "?reWriteBatchedInserts=true";
            case MARIADB -> "?useBulkStmts=true";
            default -> "";
        };
        return new ReturnFilling(new DriverManagerDataSource(database.url() + bulk, database.user(), database.password()));
    }

    /** The pool of the storefront. */
    public DataSource dataSource() {
        return storefront.getBean("webDS", DataSource.class);
    }

    public <T> T bean(Class<T> type) {
        return storefront.getBean(type);
    }

    public ConfigurableApplicationContext storefront() {
        return storefront;
    }

    public void newCustomer(String email, String firstName, String lastName) {
        storefront.getBean(DemoOrders.class).customer(email, firstName, lastName, "en");
    }

    public Visitor merchant(String login) {
        String path = Applications.BACK_OFFICE_PATH;
        return visitor(HttpVisitor.merchantAt(address(backOffice) + path, login));
    }

    public Visitor shopper(String email) {
        return visitor(HttpVisitor.shopperAt(address(storefront), email));
    }

    /** In the storefront that takes no returns. */
    public Visitor shopperWithoutReturns(String email) {
        return visitor(HttpVisitor.shopperAt(address(closed), email));
    }

    /**
     * From now on the mails of all three applications go to a server that takes so long for each.
     *
     * @return the Message-IDs of those that have come in by the time it is asked
     */
    public Supplier<List<String>> mailsTake(Duration each) {
        ScriptedMailServer server = new ScriptedMailServer(ScriptedMailServer.Manner.LATE, each);
        stops.push(server);
        Stream.of(backOffice, storefront, closed)
            .forEach(application -> application.getBean("blMailSender", JavaMailSenderImpl.class).setPort(server.port()));
        return server::messageIds;
    }

    /** Where an application of a virtual machine of its own finds the shop's database, as system properties. */
    public Map<String, String> databaseProperties() {
        Map<String, String> found = new HashMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith("host.database.") || name.endsWith(".hibernate.dialect")) {
                found.put(name, value.toString());
            }
        });
        return found;
    }

    /** Where the request form of an order is. */
    public static String requestForm(String order) {
        return FormAddresses.form(order);
    }

    private static String address(ConfigurableApplicationContext application) {
        return "http://localhost:" + ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    private static Visitor visitor(HttpVisitor visitor) {
        return path -> {
            HttpResponse<String> answer = visitor.get(path);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode() + " "
                    + answer.headers().map().get("location"));
            }
            return answer.body();
        };
    }

    @Override
    public void close() {
        stop(stops);
    }

    private static void stop(Deque<AutoCloseable> stops) {
        for (AutoCloseable stop : stops) {
            try {
                stop.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        stops.clear();
    }
}
