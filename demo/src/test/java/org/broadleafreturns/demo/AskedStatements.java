package org.broadleafreturns.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What pages ask their database, and how many rows it reads for it. Rows are counted afterwards, by giving the same statement with
 * the same values once more: what the server counts by itself is told late, and not by whom it was caused.
 */
final class AskedStatements {

    private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    private AskedStatements() {
    }

    /**
     * A statement that was given.
     *
     * @param ours whether it was the modules that gave it, not the platform by itself
     */
    record Asked(String sql, List<ParameterSetOperation> values, boolean ours) {

        boolean isInsert() {
            return sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("insert");
        }

        /** How many rows the database reads for it; what it changes is taken back. */
        long rows(DataSource database, TestDatabase.Server server) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    return server == TestDatabase.Server.POSTGRESQL ? planned(connection) : handled(connection);
                } finally {
                    connection.rollback();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private long planned(Connection connection) throws SQLException, IOException {
            try (PreparedStatement statement = prepared(connection, "EXPLAIN (ANALYZE, FORMAT JSON) " + sql);
                    ResultSet plan = statement.executeQuery()) {
                plan.next();
                return scanned(JSON.readTree(plan.getString(1)).get(0).get("Plan"));
            }
        }

        private static long scanned(JsonNode node) {
            long rows = 0;
            String type = node.get("Node Type").asText();
            if (type.endsWith("Scan") && !Set.of("Bitmap Index Scan", "Subquery Scan", "CTE Scan", "Function Scan").contains(type)) {
                long once = 0;
                for (String count : List.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")) {
                    once += node.path(count).asLong();
                }
                rows += once * node.get("Actual Loops").asLong();
            }
            for (JsonNode below : node.path("Plans")) {
                rows += scanned(below);
            }
            return rows;
        }

        private long handled(Connection connection) throws SQLException {
            long before = handlerReads(connection);
            try (PreparedStatement statement = prepared(connection, sql)) {
                statement.execute();
            }
            return handlerReads(connection) - before;
        }

        private static long handlerReads(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet counts = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
                long reads = 0;
                while (counts.next()) {
                    // Reads of temporary tables that a statement sorts in are those of its own result.
                    reads += counts.getString(1).startsWith("Handler_read_rnd_deleted") ? 0 : counts.getLong(2);
                }
                return reads;
            }
        }

        private PreparedStatement prepared(Connection connection, String text) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(text);
            for (ParameterSetOperation value : values) {
                try {
                    value.getMethod().invoke(statement, value.getArgs());
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(sql, e);
                }
            }
            return statement;
        }
    }

    /** Those that web requests give meanwhile. */
    static List<Asked> during(Runnable work) {
        watch();
        work.run();
        return asked();
    }

    /** From now on. */
    static void watch() {
        ASKED.clear();
    }

    /** Those that web requests have given since. */
    static List<Asked> asked() {
        return List.copyOf(ASKED);
    }

    /**
     * The same for another virtual machine.
     *
     * @return a JSON array in one line, of objects with the properties of {@link Read}
     */
    static String read(DataSource database, TestDatabase.Server server) {
        try {
            return JSON.writeValueAsString(asked().stream()
                .map(asked -> Map.of("sql", asked.sql(), "ours", asked.ours(),
                    "rows", asked.isInsert() ? 0 : asked.rows(database, server))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #read} has answered in another virtual machine. */
    static List<Read> parsed(String answer) {
        try {
            List<Read> reads = new ArrayList<>();
            for (JsonNode read : JSON.readTree(answer)) {
                reads.add(new Read(read.get("sql").asText(), read.get("ours").asBoolean(), read.get("rows").asLong()));
            }
            return reads;
        } catch (IOException e) {
            throw new UncheckedIOException(answer, e);
        }
    }

    /** A statement that was given, and how many rows the database read for it. */
    record Read(String sql, boolean ours, long rows) {
    }

    /** For an application whose statements are to be known. */
    @Configuration
    static class Listening implements QueryExecutionListener {

        @Bean
        static BeanPostProcessor statementsAsked() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("webDS")
                        ? ProxyDataSourceBuilder.create((DataSource) bean).listener(new Listening()).build() : bean;
                }
            };
        }

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (RequestContextHolder.getRequestAttributes() == null) {
                return;
            }
            boolean ours = Arrays.stream(Thread.currentThread().getStackTrace()).map(StackTraceElement::getClassName)
                .anyMatch(name -> name.matches("org\\.broadleafreturns\\.(core|admin|site)\\..*") && !name.matches(".*(Filter|Gate)$"));
            for (QueryInfo query : queries) {
                for (List<ParameterSetOperation> values : query.getParametersList()) {
                    ASKED.add(new Asked(query.getQuery(), new ArrayList<>(values), ours));
                }
            }
        }
    }
}
