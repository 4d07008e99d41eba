package org.broadleafreturns.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.demo.mail.MailPage;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.broadleafreturns.host.BroadleafApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole demo in one virtual machine: storefront, back office, and a mail server with a page to read what it got. */
public final class DemoShop implements AutoCloseable {

    private final Options options;
    private final GreenMail mailServer;
    private final MailPage mailPage;
    private final ConfigurableApplicationContext admin;
    private final ConfigurableApplicationContext site;

    private DemoShop(Options options, GreenMail mailServer, MailPage mailPage, ConfigurableApplicationContext admin,
            ConfigurableApplicationContext site) {
        this.options = options;
        this.mailServer = mailServer;
        this.mailPage = mailPage;
        this.admin = admin;
        this.site = site;
    }

    /**
     * @param sitePort of the storefront
     * @param adminPort of the back office
     * @param mailPort of the page that shows mails
     * @param data the directory that keeps the database, or null for one in memory
     */
    public record Options(int sitePort, int adminPort, int mailPort, Path data) {

        /** In memory, on ports that are free just now. */
        public static Options anywhere() {
            return new Options(freePort(), freePort(), freePort(), null);
        }
    }

    /** Starts everything, and fills the shop if its database is new. */
    public static DemoShop start(Options options) {
        boolean create = options.data() == null || !Files.exists(options.data().resolve("shop.mv.db"));
        String database = (options.data() == null ? "jdbc:h2:mem:" + UUID.randomUUID()
            : "jdbc:h2:file:" + options.data().resolve("shop"))
            + ";MODE=LEGACY;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        String siteUrl = "http://localhost:" + options.sitePort();
        GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        // Broadleaf reads these through its own properties, for which system properties are the last resort.
        System.setProperty("runtime.environment", "development");
        System.setProperty("mail.smtp.port", Integer.toString(mailServer.getSmtp().getPort()));
        System.setProperty("returns.mail.site-url", siteUrl);

        ConfigurableApplicationContext admin = BroadleafApplication.backOffice()
            .withRootContexts("demo/common.xml", "rtn-core-applicationContext.xml", "rtn-admin-applicationContext.xml", "demo/admin.xml")
            .withServletContexts("rtn-admin-applicationContext-servlet.xml")
            .run(Map.of("server.port", options.adminPort(), "server.servlet.session.cookie.name", "ADMINSESSION",
                "host.database.url", database, "host.database.create", create));
        ConfigurableApplicationContext site = BroadleafApplication.storefront()
            .withRootContexts("demo/common.xml", "rtn-core-applicationContext.xml", "rtn-site-applicationContext.xml", "demo/site.xml")
            .withServletContexts("rtn-site-applicationContext-servlet.xml", "demo/site-servlet.xml")
            .run(Map.of("server.port", options.sitePort(), "server.servlet.session.cookie.name", "SITESESSION",
                "host.database.url", database));
        if (create) {
            site.getBean(DemoOrders.class).create();
            site.getBean(ReturnSeeds.class).create();
        }
        return new DemoShop(options, mailServer, MailPage.start(options.mailPort(), mailServer), admin, site);
    }

    public String siteUrl() {
        return "http://localhost:" + options.sitePort();
    }

    public String adminUrl() {
        return "http://localhost:" + options.adminPort();
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
        mailPage.close();
        site.close();
        admin.close();
        mailServer.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
