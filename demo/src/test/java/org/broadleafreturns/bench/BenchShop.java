package org.broadleafreturns.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.demo.MeasuredShop;
import org.broadleafreturns.demo.filling.ReturnFilling;
import org.broadleafreturns.demo.filling.ReturnFilling.FilledOrder;
import org.broadleafreturns.demo.filling.ReturnFilling.Wish;
import org.springframework.jdbc.core.JdbcTemplate;

/** A filled shop, and those in it whom the measures know by name. */
final class BenchShop implements AutoCloseable {

    /** Orders with so many returns each, for the page of an order. */
    static final List<Integer> RETURNS_OF_AN_ORDER = List.of(0, 1, 10, 50);
    static final int ORDERS_IN_HISTORY = 50;
    static final int LINES_IN_FORM = 10;
    static final int ORDERS_TO_RETURN = 400;

    static final String HISTORY = "bench.history@example.com";
    static final String FORM = "bench.form@example.com";
    static final String PANEL = "bench.panel@example.com";
    static final String COMMANDS = "bench.commands@example.com";
    /** A merchant who may do all but see returns. */
    static final String PLAIN = "bench-plain";

    private static final String YARDSTICK = "BENCH_RETURN";

    private final MeasuredShop shop;
    private final String server;
    private final int size;
    private final Map<Integer, FilledOrder> ordersByReturns = new HashMap<>();
    private FilledOrder formOrder;
    private List<FilledOrder> ordersToReturn;

    private BenchShop(MeasuredShop shop, String server, int size) {
        this.shop = shop;
        this.server = server;
        this.size = size;
    }

    /** Opens a new shop, and fills it. */
    static BenchShop open(String server, int size) {
        MeasuredShop opened = MeasuredShop.open(server, BenchConfiguration.class);
        try {
            BenchShop shop = new BenchShop(opened, server, size);
            shop.fill();
            return shop;
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    private void fill() {
        ReturnFilling filling = shop.filling();
        for (String email : List.of(HISTORY, FORM, PANEL, COMMANDS)) {
            shop.newCustomer(email, "Bench", email.replaceAll("bench\\.(.*)@.*", "$1"));
        }
        filling.add(size);
        filling.add(new Wish(HISTORY, ORDERS_IN_HISTORY, 2, 4, 0));
        formOrder = filling.add(new Wish(FORM, 1, LINES_IN_FORM, 4, 0)).get(0);
        for (int returns : RETURNS_OF_AN_ORDER) {
            ordersByReturns.put(returns, filling.add(new Wish(PANEL, 1, 2, 200, returns)).get(0));
        }
        ordersToReturn = filling.add(new Wish(COMMANDS, ORDERS_TO_RETURN, 2, 1_000, 1));
        makeYardstick();
        makePlainMerchant();
    }

    private void makeYardstick() {
        String columns = "REQUEST_ID, RETURN_NUMBER, ORDER_NUMBER, CUSTOMER_FIRST_NAME, CUSTOMER_LAST_NAME, STATUS,"
            + " SUBMITTED_AT, ARTICLE_COUNT";
        JdbcTemplate sql = sql();
        sql.update("INSERT INTO " + YARDSTICK + " (" + columns + ") SELECT " + columns + " FROM RTN_REQUEST");
        for (String column : columns.split(", ")) {
            if (!column.equals("REQUEST_ID")) {
                sql.execute("CREATE INDEX BENCH_" + column + " ON " + YARDSTICK + " (" + column + ")");
            }
        }
        sql.execute(switch (server) {
            case "postgresql" -> "VACUUM ANALYZE " + YARDSTICK;
            case "mariadb" -> "ANALYZE TABLE " + YARDSTICK;
            default -> "ANALYZE";
        });
        sql.update("INSERT INTO BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID, DESCRIPTION, NAME, PERMISSION_TYPE, IS_FRIENDLY)"
            + " VALUES (-48000, 'Bench', 'PERMISSION_ALL_BENCH', 'ALL', TRUE)");
        sql.update("INSERT INTO BLC_ADMIN_PERMISSION_ENTITY (ADMIN_PERMISSION_ENTITY_ID, CEILING_ENTITY, ADMIN_PERMISSION_ID)"
            + " VALUES (-48000, '" + BenchReturn.class.getName() + "', -48000)");
        sql.update("INSERT INTO BLC_ADMIN_SECTION (ADMIN_SECTION_ID, DISPLAY_ORDER, ADMIN_MODULE_ID, NAME, SECTION_KEY, URL,"
            + " CEILING_ENTITY)"
            + " SELECT -48000, 9000, ADMIN_MODULE_ID, 'Bench', 'Bench', '/bench-returns', '" + BenchReturn.class.getName() + "'"
            + " FROM BLC_ADMIN_SECTION WHERE ADMIN_SECTION_ID = -47000");
        sql.update("INSERT INTO BLC_ADMIN_SEC_PERM_XREF (ADMIN_SECTION_ID, ADMIN_PERMISSION_ID) VALUES (-48000, -48000)");
        sql.update("INSERT INTO BLC_ADMIN_ROLE_PERMISSION_XREF (ADMIN_ROLE_ID, ADMIN_PERMISSION_ID) VALUES (-1, -48000)");
    }

    private void makePlainMerchant() {
        JdbcTemplate sql = sql();
        // Broadleaf 3.1 salts a password with the user's identifier.
        String password = sql.queryForObject("SELECT PASSWORD FROM BLC_ADMIN_USER WHERE LOGIN = 'admin'", String.class)
            .replace("admin", PLAIN).replace("{-1}", "{-48000}");
        sql.update("INSERT INTO BLC_ADMIN_ROLE (ADMIN_ROLE_ID, DESCRIPTION, NAME)"
            + " VALUES (-48000, 'All but returns', 'ROLE_BENCH')");
        sql.update("INSERT INTO BLC_ADMIN_ROLE_PERMISSION_XREF (ADMIN_ROLE_ID, ADMIN_PERMISSION_ID)"
            + " SELECT -48000, X.ADMIN_PERMISSION_ID FROM BLC_ADMIN_ROLE_PERMISSION_XREF X"
            + " JOIN BLC_ADMIN_PERMISSION P ON P.ADMIN_PERMISSION_ID = X.ADMIN_PERMISSION_ID"
            + " WHERE X.ADMIN_ROLE_ID = -1 AND P.NAME NOT LIKE '%RETURN%'");
        sql.update("INSERT INTO BLC_ADMIN_USER (ADMIN_USER_ID, EMAIL, LOGIN, NAME, PASSWORD, ACTIVE_STATUS_FLAG)"
            + " VALUES (-48000, 'bench@plants.example', ?, 'Bench', ?, TRUE)", PLAIN, password);
        sql.update("INSERT INTO BLC_ADMIN_USER_ROLE_XREF (ADMIN_ROLE_ID, ADMIN_USER_ID) VALUES (-48000, -48000)");
    }

    /** A page that is not what it should be is quick. */
    static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalStateException("Nothing to measure: " + otherwise);
        }
    }

    MeasuredShop shop() {
        return shop;
    }

    JdbcTemplate sql() {
        return new JdbcTemplate(shop.dataSource());
    }

    /** {@code postgresql}, {@code mariadb} or {@code h2}. */
    String server() {
        return server;
    }

    /** How many returns it was filled with. */
    int size() {
        return size;
    }

    /** An order with so many returns. */
    FilledOrder orderWith(int returns) {
        return ordersByReturns.get(returns);
    }

    /** The one of {@link #LINES_IN_FORM} lines. */
    FilledOrder formOrder() {
        return formOrder;
    }

    /** Large orders, with one return each of which the goods have come. */
    List<FilledOrder> ordersToReturn() {
        return ordersToReturn;
    }

    @Override
    public void close() {
        shop.close();
    }
}
