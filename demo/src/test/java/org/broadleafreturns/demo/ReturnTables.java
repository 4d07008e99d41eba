package org.broadleafreturns.demo;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.broadleafreturns.core.request.ReturnRequest;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stands in the tables of the modules, whatever tables there are. */
final class ReturnTables {

    /** What changes by itself: identifiers, work to do, previews, and how far a mail has got. */
    private static final String RESTLESS = "RTN_(SEQUENCE|SCHEDULED_TASK|STATUS_PREVIEW|STATUS_PREVIEW_LINE|MAIL|.*DATABASECHANGELOG.*)";

    /** Of the refunds that are made here. */
    static final String CURRENCY = "EUR";

    private static final AtomicLong REFUNDS = new AtomicLong(-1);

    private ReturnTables() {
    }

    /**
     * A refund as a row, whatever was paid.
     *
     * @param done what has been paid back of it
     */
    static void refunded(ReturnRequest request, String total, String done, String state) {
        database().update("insert into RTN_REFUND (REFUND_ID, REQUEST_ID, ORDER_ID, CURRENCY_CODE, GOODS_AMOUNT, DELIVERY_AMOUNT, WEAR_AMOUNT,"
            + " POSTAGE_AMOUNT, FEE_AMOUNT, GOODWILL_AMOUNT, TOTAL_AMOUNT, DONE_AMOUNT, STATE, IN_FORCE, ACTOR_NAME, CREATED_AT, VERSION)"
            + " values (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?, ?, ?, ?, 'Test', ?, 0)",
            REFUNDS.getAndDecrement(), request.getId(), request.getOrderId(), CURRENCY, new BigDecimal(total), new BigDecimal(total),
            new BigDecimal(done), state, !state.equals("FAILED"), new Timestamp(System.currentTimeMillis()));
    }

    /** As if a customer had taken over an order with a code. */
    static void takenOver(String order, String userName) {
        database().update("insert into RTN_TAKEN_ORDER (ORDER_ID, CUSTOMER_ID, FROM_CUSTOMER_ID, TAKEN_AT)"
            + " select o.ORDER_ID, c.CUSTOMER_ID, o.CUSTOMER_ID, CURRENT_TIMESTAMP from BLC_ORDER o, BLC_CUSTOMER c"
            + " where o.ORDER_NUMBER = ? and c.USER_NAME = ?", order, userName);
    }

    static JdbcTemplate database() {
        return new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
    }

    /** Lets an order be in a currency, which the shop gets for it. */
    static void inCurrency(Long order, String code) {
        if (count("BLC_CURRENCY where CURRENCY_CODE = '" + code + "'") == 0) {
            database().update("insert into BLC_CURRENCY (CURRENCY_CODE, DEFAULT_FLAG, FRIENDLY_NAME) values (?, FALSE, ?)", code, code);
        }
        database().update("update BLC_ORDER set CURRENCY_CODE = ? where ORDER_ID = ?", code, order);
    }

    /** Leaves the shop with the currency that it has had. */
    static void withoutFurtherCurrencies() {
        database().update("update BLC_ORDER set CURRENCY_CODE = 'EUR' where CURRENCY_CODE in ('JPY', 'KWD')");
        database().update("delete from BLC_CURRENCY where CURRENCY_CODE in ('JPY', 'KWD')");
    }

    /** @param from a table, and which of its rows if not all */
    static int count(String from) {
        return database().queryForObject("select count(*) from " + from, Integer.class);
    }

    /** All rows of all tables that only commands change, when what they have left to the background is done. */
    static Map<String, String> contents() {
        Queries.awaitQuiet();
        Map<String, String> contents = new TreeMap<>();
        for (String table : tables()) {
            if (!table.matches(RESTLESS)) {
                contents.put(table, database().query("select * from " + table, (row, number) -> {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        Object cell = row.getObject(i);
                        cells.add(cell instanceof byte[] bytes ? "#" + Arrays.hashCode(bytes)
                            : cell instanceof java.sql.Blob blob ? "#" + blob.length() : row.getString(i));
                    }
                    return cells.toString();
                }).stream().sorted().collect(Collectors.joining("\n")));
            }
        }
        contents.put("mails", database().queryForObject("select count(*) from RTN_MAIL", String.class));
        return contents;
    }

    /**
     * Copies a row, so that tests can have thousands.
     *
     * @param row which one
     * @param changed what the columns that differ are made of, which can name the copy's number x
     */
    static void copy(String table, int many, String row, Map<String, String> changed) {
        List<String> columns = database().queryForList("select COLUMN_NAME from INFORMATION_SCHEMA.COLUMNS where TABLE_NAME = ?",
            String.class, table);
        String values = columns.stream().map(column -> changed.getOrDefault(column, column)).collect(Collectors.joining(", "));
        database().update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
            + ", system_range(1, " + many + ") numbers(x) where " + row);
    }

    /** Where a text occurs, as TABLE.COLUMN, in all columns of all tables that hold text. */
    static List<String> placesOf(String text) {
        return database().query("select TABLE_NAME, COLUMN_NAME from INFORMATION_SCHEMA.COLUMNS where TABLE_NAME like 'RTN\\_%' escape '\\'"
                + " and (DATA_TYPE like '%CHAR%' or DATA_TYPE like '%CLOB%' or DATA_TYPE like '%CHARACTER%')",
                (row, number) -> new String[] {row.getString(1), row.getString(2)}).stream()
            .filter(column -> database().queryForObject("select count(*) from " + column[0] + " where locate(?, lower(cast(" + column[1]
                + " as varchar(1000000)))) > 0", Integer.class, text.toLowerCase(java.util.Locale.ROOT)) > 0)
            .map(column -> column[0] + "." + column[1]).toList();
    }

    static List<String> tables() {
        return database().queryForList(
            "select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_NAME like 'RTN\\_%' escape '\\' order by TABLE_NAME", String.class);
    }
}
