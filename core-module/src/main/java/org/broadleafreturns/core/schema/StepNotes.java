package org.broadleafreturns.core.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Notes that all steps of a change log were run, so that a later start need not ask Liquibase, which takes a second to find that
 * there is nothing to do. A note is of these very files and of all that Liquibase has noted of their steps: where one of them
 * is another or missing, it says nothing. What has become of the tables since is not Liquibase's to find, and not looked at here.
 */
final class StepNotes {

    private static final Logger LOG = LoggerFactory.getLogger(StepNotes.class);
    private static final String NAME = "steps/";
    private static final String CLASS_PATH = "classpath:";
    private static final Pattern STEP = Pattern.compile("<changeSet\\s+id=\"([^\"]+)\"");

    private final DataSource dataSource;
    private final PathMatchingResourcePatternResolver resources;

    StepNotes(DataSource dataSource, ResourceLoader resources) {
        this.dataSource = dataSource;
        this.resources = new PathMatchingResourcePatternResolver(resources);
    }

    /**
     * Whether every step was run, as far as is noted.
     *
     * @param location of the change log, whose steps are in files beside it
     */
    boolean sayAllRun(String location) {
        try (Connection connection = dataSource.getConnection()) {
            Optional<String> now = fingerprint(location, connection);
            return now.isPresent() && now.equals(noted(location, connection));
        } catch (SQLException | IOException e) {
            LOG.debug("It is not known which steps of {} were run", location, e);
            return false;
        }
    }

    /** Notes it, if every step was run. Without the note the next start asks Liquibase again. */
    void noteAllRun(String location) {
        try (Connection connection = dataSource.getConnection()) {
            Optional<String> now = fingerprint(location, connection);
            if (now.isPresent() && !now.equals(noted(location, connection))) {
                write(location, now.get(), connection);
            }
        } catch (SQLException | IOException e) {
            LOG.debug("It cannot be noted which steps of {} were run", location, e);
        }
    }

    /** Empty if a step was not run. */
    private Optional<String> fingerprint(String location, Connection connection) throws SQLException, IOException {
        SortedMap<String, String> files = files(location);
        Set<String> steps = new HashSet<>();
        files.forEach((file, content) -> STEP.matcher(content).results().forEach(step -> steps.add(file + "#" + step.group(1))));
        TreeSet<String> run = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT FILENAME, ID, MD5SUM, EXECTYPE FROM " + ChangeLogs.NOTES)) {
            while (rows.next()) {
                if (files.containsKey(rows.getString(1))) {
                    steps.remove(rows.getString(1) + "#" + rows.getString(2));
                    run.add(rows.getString(1) + "#" + rows.getString(2) + "#" + rows.getString(3) + "#" + rows.getString(4));
                }
            }
        }
        return steps.isEmpty() ? Optional.of(digest(files + "\n" + run)) : Optional.empty();
    }

    /** The content of each file by its name in the change log. */
    private SortedMap<String, String> files(String location) throws IOException {
        String folder = location.substring(CLASS_PATH.length(), location.lastIndexOf('/') + 1);
        SortedMap<String, String> files = new TreeMap<>();
        for (Resource file : resources.getResources("classpath*:" + folder + "*.xml")) {
            try (InputStream content = file.getInputStream()) {
                files.put(folder + file.getFilename(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Optional<String> noted(String location, Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("SELECT CONTENT FROM RTN_INSTALLATION WHERE NAME = ?")) {
            read.setString(1, NAME + location);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static void write(String location, String fingerprint, Connection connection) throws SQLException {
        for (String sql : new String[] {"UPDATE RTN_INSTALLATION SET CONTENT = ?, NOTED_AT = ? WHERE NAME = ?",
            "INSERT INTO RTN_INSTALLATION (CONTENT, NOTED_AT, NAME) VALUES (?, ?, ?)"}) {
            try (PreparedStatement write = connection.prepareStatement(sql)) {
                write.setString(1, fingerprint);
                write.setLong(2, System.currentTimeMillis());
                write.setString(3, NAME + location);
                if (write.executeUpdate() > 0) {
                    return;
                }
            }
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
