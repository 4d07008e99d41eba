package org.broadleafreturns.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes a shop's database larger by copies of one order with all that belongs to it, its customer and its returns too. */
final class NoiseOfOrders {

    /** Beyond every identifier of the demo shop's own. */
    private static final long APART = 100_000;

    /** For each table which of its rows belong to the order; ? stands for the order's identifier. In the order of references. */
    private static final String[][] ROWS = {
        {"BLC_CUSTOMER", "CUSTOMER_ID in (select CUSTOMER_ID from BLC_ORDER where ORDER_ID = ?)"},
        {"BLC_ORDER", "ORDER_ID = ?"},
        {"BLC_ORDER_ITEM", "ORDER_ID = ? or ORDER_ITEM_ID in (select D.ORDER_ITEM_ID from BLC_DISCRETE_ORDER_ITEM D join BLC_ORDER_ITEM B"
            + " on B.ORDER_ITEM_ID = D.BUNDLE_ORDER_ITEM_ID where B.ORDER_ID = ?)"},
        {"BLC_BUNDLE_ORDER_ITEM", "ORDER_ITEM_ID in (ITEMS)"},
        {"BLC_DISCRETE_ORDER_ITEM", "ORDER_ITEM_ID in (ITEMS)"},
        {"BLC_ORDER_ITEM_PRICE_DTL", "ORDER_ITEM_ID in (ITEMS)"},
        {"BLC_FULFILLMENT_GROUP", "ORDER_ID = ?"},
        {"BLC_FULFILLMENT_GROUP_ITEM", "ORDER_ITEM_ID in (ITEMS)"},
        {"RTN_REQUEST", "ORDER_ID = ?"},
        {"RTN_LINE", "REQUEST_ID in (RETURNS)"},
        {"RTN_MAIL", "MAIL_ID in (select MAIL_ID from RTN_JOURNAL_ENTRY where REQUEST_ID in (RETURNS))"},
        {"RTN_MAIL_BODY", "MAIL_ID in (select MAIL_ID from RTN_JOURNAL_ENTRY where REQUEST_ID in (RETURNS))"},
        {"RTN_JOURNAL_ENTRY", "REQUEST_ID in (RETURNS)"},
    };

    private static final List<String> KEYS = List.of("CUSTOMER_ID", "ORDER_ID", "ORDER_ITEM_ID", "BUNDLE_ORDER_ITEM_ID",
        "ORDER_ITEM_PRICE_DTL_ID", "FULFILLMENT_GROUP_ID", "FULFILLMENT_GROUP_ITEM_ID", "REQUEST_ID", "LINE_ID", "MAIL_ID", "ENTRY_ID");
    private static final List<String> UNIQUE = List.of("USER_NAME", "EMAIL_ADDRESS", "ORDER_NUMBER", "RETURN_NUMBER", "SUBMISSION_KEY",
        "MESSAGE_ID", "EXTERNAL_ID");

    private NoiseOfOrders() {
    }

    /**
     * @param order identifier of the order, which has a customer of its own and returns
     * @param many how many copies there are to be
     */
    static void make(DataSource dataSource, TestDatabase.Server server, long order, int many) {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        boolean postgresql = server == TestDatabase.Server.POSTGRESQL;
        String numbers = postgresql ? "generate_series(1, " + many + ") numbers(x)" : "(select seq as x from seq_1_to_" + many + ") numbers";
        Map<String, String> rows = new TreeMap<>();
        for (String[] table : ROWS) {
            rows.put(table[0], table[1]);
        }
        for (String[] table : ROWS) {
            String which = table[1].replace("ITEMS", "select ORDER_ITEM_ID from BLC_ORDER_ITEM where " + rows.get("BLC_ORDER_ITEM"))
                .replace("RETURNS", "select REQUEST_ID from RTN_REQUEST where ORDER_ID = ?").replace("?", Long.toString(order));
            List<String> columns = database.queryForList("select COLUMN_NAME from INFORMATION_SCHEMA.COLUMNS where upper(TABLE_NAME) = ?"
                + " and TABLE_SCHEMA = " + (postgresql ? "current_schema()" : "database()"), String.class, table[0]);
            String values = columns.stream().map(column -> copied(column.toUpperCase(java.util.Locale.ROOT))).collect(Collectors.joining(", "));
            database.update("insert into " + table[0] + " (" + String.join(", ", columns) + ") select " + values + " from " + table[0]
                + ", " + numbers + " where " + which);
        }
        // As if each of them had been taken over by somebody.
        database.update("insert into RTN_TAKEN_ORDER (ORDER_ID, CUSTOMER_ID, FROM_CUSTOMER_ID, TAKEN_AT)"
            + " select ORDER_ID, CUSTOMER_ID, CUSTOMER_ID, SUBMIT_DATE from BLC_ORDER where ORDER_ID > " + APART);
        // What merchants said and took back before the order, of an article of it, of others and of categories.
        database.update("insert into RTN_EXCLUSION_PAST (EXCLUSION_ID, HELD_FROM, HELD_UNTIL, KIND, GROUND, PRODUCT_ID, CATEGORY_ID)"
            + " select " + APART + " + x, x, x + 1, 'NOT_RETURNABLE', 'HYGIENE', case mod(x, 3) when 0 then 1 when 1 then x end,"
            + " case mod(x, 3) when 2 then x end from " + numbers);
        analyze(dataSource, server);
    }

    /** Lets the database count its rows, which it would do by itself some time later. */
    static void analyze(DataSource dataSource, TestDatabase.Server server) {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        if (server == TestDatabase.Server.POSTGRESQL) {
            database.execute("ANALYZE");
        } else {
            database.queryForList("select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = database()"
                + " and (TABLE_NAME like 'BLC\\_%' or TABLE_NAME like 'RTN\\_%') and TABLE_TYPE = 'BASE TABLE'", String.class)
                .forEach(table -> database.queryForList("ANALYZE TABLE " + table));
        }
    }

    private static String copied(String column) {
        return KEYS.contains(column) ? column + " + x * " + APART : UNIQUE.contains(column) ? "concat(" + column + ", '-', x)" : column;
    }
}
