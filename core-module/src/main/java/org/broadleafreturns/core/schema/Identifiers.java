package org.broadleafreturns.core.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/**
 * Raises what counts the module's identifiers where it lags behind the tables, as it does when rows were imported, or some tables
 * were restored and others not: the next rows would get identifiers that there are. Nothing is ever lowered, so that nodes which
 * start at once do not stand in each other's way.
 *
 * <p>The generators stand on the entities' classes. The platform has a check of its own of those on the fields: it raises what
 * lags by less than a block of ours, and on 7.0 takes smaller blocks than its own for a fault with which it does not start.
 */
final class Identifiers {

    private static final Logger LOG = LoggerFactory.getLogger(Identifiers.class);

    private static final Pattern CLASS = Pattern.compile("<class>([\\w.]+)</class>");

    private static final String CONSTRAINT_VIOLATION = "23";

    /** Where the change log lets identifiers begin. */
    private static final int FIRST = 100;

    private final DataSource dataSource;
    private final List<Counted> all;

    Identifiers(DataSource dataSource) {
        this.dataSource = dataSource;
        this.all = entities().stream().map(Identifiers::counted).filter(Objects::nonNull).toList();
    }

    private static List<Class<?>> entities() {
        List<Class<?>> entities = new ArrayList<>();
        ClassPathResource unit = new ClassPathResource("META-INF/persistence-rtn.xml");
        try (InputStream content = unit.getInputStream()) {
            Matcher classes = CLASS.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            while (classes.find()) {
                entities.add(ClassUtils.resolveClassName(classes.group(1), null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entities;
    }

    private static Counted counted(Class<?> entity) {
        TableGenerator generator = entity.getAnnotation(TableGenerator.class);
        if (generator == null) {
            return null;
        }
        Field id = Arrays.stream(entity.getDeclaredFields()).filter(field -> field.isAnnotationPresent(Id.class)).findFirst()
            .orElseThrow(() -> new IllegalStateException(entity + " has no identifier"));
        return new Counted(generator.pkColumnValue(), generator.allocationSize(), entity.getAnnotation(Table.class).name(),
            id.getAnnotation(Column.class).name());
    }

    /** Raises what lags. A table that there is not is left to whoever makes it. */
    void catchUp() {
        try (Connection connection = dataSource.getConnection()) {
            Set<String> tables = new Tables(connection).own();
            if (tables.contains(Tables.SEQUENCES)) {
                for (Counted counted : all) {
                    if (tables.contains(counted.table)) {
                        catchUp(connection, counted);
                    }
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The identifiers of the returns module cannot be brought up to date", e);
        }
    }

    private static void catchUp(Connection connection, Counted counted) throws SQLException {
        long next = Math.max(FIRST, IdentifierBlocks.after(largest(connection, counted), counted.size));
        if (raise(connection, counted, next) || isMissing(connection, counted) && add(connection, counted, next)) {
            LOG.warn("{} lagged behind {}, as after an import or a restore; it is {} now", Tables.SEQUENCES, counted.table, next);
        }
    }

    /** Of positive ones: those of shipped rows are negative. The primary key's index knows it. */
    private static long largest(Connection connection, Counted counted) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(" + counted.column + ") FROM " + counted.table)) {
            row.next();
            return Math.max(0, row.getLong(1));
        }
    }

    private static boolean isMissing(Connection connection, Counted counted) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("SELECT 1 FROM " + Tables.SEQUENCES + " WHERE SEQ_NAME = ?")) {
            find.setString(1, counted.name);
            try (ResultSet row = find.executeQuery()) {
                return !row.next();
            }
        }
    }

    private static boolean add(Connection connection, Counted counted, long value) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(
                "INSERT INTO " + Tables.SEQUENCES + " (SEQ_NAME, SEQ_VALUE) VALUES (?, ?)")) {
            add.setString(1, counted.name);
            add.setLong(2, value);
            return add.executeUpdate() > 0;
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).startsWith(CONSTRAINT_VIOLATION)) {
                throw e;
            }
            // Another node was faster, and has read the same table.
            return false;
        }
    }

    private static boolean raise(Connection connection, Counted counted, long value) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement(
                "UPDATE " + Tables.SEQUENCES + " SET SEQ_VALUE = ? WHERE SEQ_NAME = ? AND SEQ_VALUE < ?")) {
            raise.setLong(1, value);
            raise.setString(2, counted.name);
            raise.setLong(3, value);
            return raise.executeUpdate() > 0;
        }
    }

    /**
     * Identifiers that a row of the sequences counts.
     *
     * @param size how many are taken at once
     */
    private record Counted(String name, int size, String table, String column) {

        Counted {
            table = table.toUpperCase(Locale.ROOT);
        }
    }
}
