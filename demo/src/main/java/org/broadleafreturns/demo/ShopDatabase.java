package org.broadleafreturns.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The H2 database of a demo shop, in memory or in a directory. While a new one is being filled, a mark lies beside its file:
 * a first start that was interrupted leaves half a shop, and the next start begins anew.
 */
final class ShopDatabase implements AutoCloseable {

    /** What was answered is in the file by then, whenever the shop is killed: H2 usually writes half a second later. */
    private static final String OPTIONS =
        ";MODE=LEGACY;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;WRITE_DELAY=0";

    private final String url;
    private final Path unfinished;

    private ShopDatabase(String url, Path unfinished) {
        this.url = url + OPTIONS;
        this.unfinished = unfinished;
    }

    /** @param directory where the database is kept, or null for one in memory */
    static ShopDatabase at(Path directory) {
        if (directory == null) {
            return new ShopDatabase("jdbc:h2:mem:" + UUID.randomUUID(), null);
        }
        Path file = directory.resolve("shop.mv.db");
        Path mark = directory.resolve("shop.unfinished");
        try {
            Files.createDirectories(directory);
            if (Files.exists(mark)) {
                Files.deleteIfExists(file);
            } else if (!Files.exists(file)) {
                Files.createFile(mark);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The shop cannot be kept in " + directory, e);
        }
        ShopDatabase database = new ShopDatabase("jdbc:h2:file:" + directory.resolve("shop"), mark);
        if (!database.isNew()) {
            database.takeBackWork();
        }
        return database;
    }

    /**
     * Nobody else can have the file open, so whoever was at some work was killed. Left alone, both applications would find that
     * out at the same moment.
     */
    private void takeBackWork() {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE RTN_SCHEDULED_TASK SET PICKED = FALSE, PICKED_BY = NULL, LAST_HEARTBEAT = NULL,"
                + " VERSION = VERSION + 1 WHERE PICKED = TRUE");
        } catch (SQLException e) {
            throw new IllegalStateException("The shop's database cannot be opened", e);
        }
    }

    String url() {
        return url;
    }

    /** Whether the schema must be created and the shop filled. */
    boolean isNew() {
        return unfinished == null || Files.exists(unfinished);
    }

    /** Remembers that the shop is complete. */
    void filled() {
        try {
            if (unfinished != null) {
                Files.delete(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes everything to the file, or forgets what is in memory. Nobody may use the database any more. */
    @Override
    public void close() {
        try (Connection connection = DriverManager.getConnection(url, "sa", ""); Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("The shop's database does not close", e);
        }
    }
}
