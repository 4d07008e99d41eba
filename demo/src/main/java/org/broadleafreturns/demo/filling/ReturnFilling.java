package org.broadleafreturns.demo.filling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.broadleafreturns.core.search.SearchWords;

/**
 * As many orders and returns as one asks for, straight into the tables of a shop that has the demo's example orders and
 * returns:
 * through the shop's services a million would take days.
 *
 * <p>Skewed as real ones: four orders a customer, but a few customers have very many; half of the orders come back in no part,
 * some in several returns; the shop has grown over three years; almost all returns are done, and those that are not are recent.
 * The same number makes the same shop, except for the moment from which ages are counted.
 */
public final class ReturnFilling {

    /** Beyond whatever a new shop has, so that both applications can go on with the identifiers they have taken in advance. */
    private static final long FIRST_ID = 1_000_000;
    /** From here on it pays to make the indexes afterwards. */
    private static final int MANY = 10_000;
    private static final int ORDERS_PER_CUSTOMER = 4;
    private static final Duration HISTORY = Duration.ofDays(3 * 365);
    private static final long DAY = Duration.ofDays(1).toMillis();
    /** The share of returns that are old enough to be done with, but for a few that everybody has forgotten. */
    private static final double OLD = 0.97;

    private static final String ALPHABET = "23456789BCDFGHJKMNPQRTWXZ";
    private static final long NUMBERS = 152_587_890_625L;
    private static final long SCATTER = 60_013_001_077L % NUMBERS;

    private static final String MODEL_CUSTOMER = "john@example.com";
    /** Without a discount, which would be worth rows of its own. */
    private static final String MODEL_ORDER = "PL-3001";

    private static final List<String> TABLES = List.of("BLC_CUSTOMER", "BLC_CUSTOMER_ROLE", "BLC_ORDER", "BLC_ORDER_ITEM",
        "BLC_DISCRETE_ORDER_ITEM", "BLC_ORDER_ITEM_PRICE_DTL", "BLC_FULFILLMENT_GROUP", "BLC_FULFILLMENT_GROUP_ITEM",
        "BLC_ORDER_PAYMENT", "BLC_ORDER_PAYMENT_TRANSACTION", "RTN_REQUEST", "RTN_LINE", "RTN_JOURNAL_ENTRY", "RTN_MAIL",
        "RTN_MAIL_BODY");
    private static final String SEARCH_WORDS = "RTN_SEARCH_WORD";
    /** Whose name does not follow from the table's. */
    private static final Map<String, String> IDENTIFIERS = Map.of("BLC_ORDER_PAYMENT_TRANSACTION", "PAYMENT_TRANSACTION_ID",
        "RTN_JOURNAL_ENTRY", "ENTRY_ID");

    private static final List<Weighted> REASONS = List.of(new Weighted("CHANGED_MIND", 0.35), new Weighted("WRONG_SIZE", 0.55),
        new Weighted("DAMAGED", 0.75), new Weighted("NOT_AS_DESCRIBED", 0.88), new Weighted("WRONG_ARTICLE", 0.93),
        new Weighted("OTHER", 1));
    private static final List<Weighted> OLD_STATUSES = List.of(new Weighted("ACCEPTED", 0.60),
        new Weighted("PARTIALLY_ACCEPTED", 0.68), new Weighted("REFUSED", 0.80), new Weighted("CANCELLED", 0.92),
        new Weighted("LABEL_SENT", 0.98), new Weighted("RECEIVED", 1));
    private static final List<Weighted> RECENT_STATUSES = List.of(new Weighted("REQUESTED", 0.30),
        new Weighted("LABEL_SENT", 0.70), new Weighted("RECEIVED", 0.85), new Weighted("ACCEPTED", 1));
    /** How many returns an order has: the chance that there are no more than so many. One on the average. */
    private static final double[] RETURNS_PER_ORDER = {0.50, 0.77, 0.89, 0.94, 0.97, 0.97, 0.97, 1};
    private static final int LAGGING = 20;
    private static final double[] LINES_PER_ORDER = {0, 0.35, 0.65, 0.82, 0.91, 0.96, 0.98, 1};

    private static final Map<String, List<String>> STEPS = Map.of(
        "REQUESTED", List.of("REQUESTED"),
        "LABEL_SENT", List.of("REQUESTED", "LABEL_SENT"),
        "RECEIVED", List.of("REQUESTED", "LABEL_SENT", "RECEIVED"),
        "ACCEPTED", List.of("REQUESTED", "RECEIVED", "ACCEPTED"),
        "PARTIALLY_ACCEPTED", List.of("REQUESTED", "RECEIVED", "PARTIALLY_ACCEPTED"),
        "REFUSED", List.of("REQUESTED", "RECEIVED", "REFUSED"),
        "CANCELLED", List.of("REQUESTED", "CANCELLED"));

    private final DataSource database;

    /** @param database of a shop that nobody is busy in */
    public ReturnFilling(DataSource database) {
        this.database = database;
    }

    /** An order that was made here. */
    public record FilledOrder(long id, String number) {
    }

    /**
     * Orders of a customer to be told apart from all others.
     *
     * @param quantity how many units each of its lines has
     * @param returns how many returns each of them has, of which the goods have come
     */
    public record Wish(String email, int orders, int lines, int quantity, int returns) {
    }

    /** Adds so many orders and as many returns. */
    public void add(int returns) {
        inBulk(returns, filler -> {
            filler.fill(returns);
            return null;
        });
    }

    /** Adds orders of yesterday, of a customer whom the shop has already. */
    public List<FilledOrder> add(Wish wish) {
        return inBulk(wish.orders * Math.max(1, wish.returns), filler -> filler.fill(wish));
    }

    private interface Filling<T> {

        T with(Filler filler) throws SQLException;
    }

    private <T> T inBulk(int many, Filling<T> filling) {
        try (Connection connection = database.getConnection()) {
            boolean committing = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return inBulk(connection, many, filling);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.setAutoCommit(committing);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The shop cannot be filled", e);
        }
    }

    private static <T> T inBulk(Connection connection, int many, Filling<T> filling) throws SQLException {
        boolean searchable = Rows.isTable(connection, SEARCH_WORDS);
        List<String> tables = new ArrayList<>(TABLES);
        if (searchable) {
            tables.add(SEARCH_WORDS);
        }
        BulkMode mode = BulkMode.of(connection);
        mode.begin(connection);
        if (many > MANY) {
            mode.dropIndexes(connection, tables);
        }
        connection.commit();
        T made = filling.with(new Filler(connection, searchable));
        connection.commit();
        mode.end(connection, tables);
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        return made;
    }

    private record Weighted(String value, double upTo) {

        static String pick(List<Weighted> choices, double at) {
            return choices.stream().filter(choice -> at < choice.upTo).findFirst().orElseThrow().value;
        }
    }

    private record Article(long product, long sku, String name, BigDecimal price) {
    }

    private record Buyer(long id, People.Name name, String email, String language) {
    }

    /** One unit or more of an article in an order, and how many of them come back. */
    private static final class Item {
        private final long id;
        private final Article article;
        private int ordered;
        private int returned;

        private Item(long id, Article article, int ordered) {
            this.id = id;
            this.article = article;
            this.ordered = ordered;
        }
    }

    private record Order(long id, String number, Buyer buyer, long submitted, List<Item> items) {
    }

    /** One filling. */
    private static final class Filler {

        private static final int COMMIT_AFTER = 5_000;

        private final Connection connection;
        private final Random random;
        private final long now = System.currentTimeMillis();
        private final Map<String, Rows> rows = new LinkedHashMap<>();
        private final List<Article> articles = new ArrayList<>();
        private final Map<String, Long> used = new LinkedHashMap<>();
        /** Numbers of returns before are not drawn again. */
        private int numbersDrawn;

        private Filler(Connection connection, boolean searchable) throws SQLException {
            this.connection = connection;
            this.numbersDrawn = (int) number("SELECT COUNT(*) FROM RTN_REQUEST");
            this.random = new Random(42 + numbersDrawn);
            long order = example("SELECT ORDER_ID FROM BLC_ORDER WHERE ORDER_NUMBER = '" + MODEL_ORDER + "'");
            long customer = example("SELECT CUSTOMER_ID FROM BLC_CUSTOMER WHERE USER_NAME = '" + MODEL_CUSTOMER + "'");
            long item = example("SELECT MIN(ORDER_ITEM_ID) FROM BLC_ORDER_ITEM WHERE ORDER_ID = " + order);
            long group = example("SELECT MIN(FULFILLMENT_GROUP_ID) FROM BLC_FULFILLMENT_GROUP WHERE ORDER_ID = " + order);
            long payment = example("SELECT MIN(ORDER_PAYMENT_ID) FROM BLC_ORDER_PAYMENT WHERE ORDER_ID = " + order);
            like("BLC_CUSTOMER", "CUSTOMER_ID = ?", customer);
            like("BLC_CUSTOMER_ROLE", "CUSTOMER_ID = ?", customer);
            like("BLC_ORDER", "ORDER_ID = ?", order);
            like("BLC_ORDER_ITEM", "ORDER_ITEM_ID = ?", item);
            like("BLC_DISCRETE_ORDER_ITEM", "ORDER_ITEM_ID = ?", item);
            like("BLC_ORDER_ITEM_PRICE_DTL", "ORDER_ITEM_ID = ?", item);
            like("BLC_FULFILLMENT_GROUP", "FULFILLMENT_GROUP_ID = ?", group);
            like("BLC_FULFILLMENT_GROUP_ITEM", "FULFILLMENT_GROUP_ID = ?", group);
            like("BLC_ORDER_PAYMENT", "ORDER_PAYMENT_ID = ?", payment);
            like("BLC_ORDER_PAYMENT_TRANSACTION", "ORDER_PAYMENT = ?", payment);
            long request = example("SELECT MIN(REQUEST_ID) FROM RTN_REQUEST WHERE LABEL_ID IS NULL");
            like("RTN_REQUEST", "REQUEST_ID = ?", request);
            like("RTN_LINE", "REQUEST_ID = ?", request);
            like("RTN_JOURNAL_ENTRY", "REQUEST_ID = ? AND MAIL_ID IS NOT NULL", request);
            long mail = example("SELECT MIN(MAIL_ID) FROM RTN_MAIL WHERE ATTACHMENT_ID IS NULL");
            like("RTN_MAIL", "MAIL_ID = ?", mail);
            like("RTN_MAIL_BODY", "MAIL_ID = ?", mail);
            if (searchable) {
                rows.put(SEARCH_WORDS, Rows.blank(connection, SEARCH_WORDS));
            }
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT DEFAULT_PRODUCT_ID, SKU_ID, NAME, RETAIL_PRICE"
                        + " FROM BLC_SKU WHERE SKU_ID BETWEEN 1 AND 8 ORDER BY SKU_ID")) {
                while (found.next()) {
                    articles.add(new Article(found.getLong(1), found.getLong(2), found.getString(3), found.getBigDecimal(4)));
                }
            }
        }

        private void like(String table, String where, Object argument) throws SQLException {
            rows.put(table, Rows.like(connection, table, where, argument));
        }

        private long example(String query) throws SQLException {
            long id = number(query);
            if (id == 0) {
                throw new IllegalStateException("The shop has none of the demo's examples: " + query);
            }
            return id;
        }

        private void add(String table, Object... said) throws SQLException {
            rows.get(table).add(said);
        }

        /** Broadleaf 7.0 writes a sale price where there is no sale, Broadleaf 3.1 does not. */
        private Object whereTheModelHasOne(String table, String column, Object value) {
            return rows.get(table).model(column) == null ? null : value;
        }

        private long maximum(String table, String column) throws SQLException {
            return number("SELECT COALESCE(MAX(" + column + "), 0) FROM " + table);
        }

        private long number(String query) throws SQLException {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getLong(1) : 0;
            }
        }

        private long next(String table) throws SQLException {
            Long last = used.get(table);
            if (last == null) {
                last = Math.max(FIRST_ID - 1, maximum(table, IDENTIFIERS.getOrDefault(table, table.substring(4) + "_ID")));
            }
            used.put(table, last + 1);
            return last + 1;
        }

        private void fill(int many) throws SQLException {
            Buyer[] buyers = buyers(many);
            int made = 0;
            for (int i = 0; i < many; i++) {
                Order order = order(i, many, buyers[(int) (buyers.length * Math.pow(random.nextDouble(), 1.5))]);
                int returned = i == many - 1 ? many - made : Math.min(many - made,
                    upTo(RETURNS_PER_ORDER) + (i - made > LAGGING ? 1 : 0));
                for (int k = 0; k < returned; k++) {
                    request(order, made++ < OLD * many ? OLD_STATUSES : RECENT_STATUSES);
                }
                store(order);
                if (i % COMMIT_AFTER == COMMIT_AFTER - 1) {
                    connection.commit();
                }
            }
            finish();
        }

        private List<FilledOrder> fill(Wish wish) throws SQLException {
            Buyer buyer = buyer(wish.email);
            List<FilledOrder> made = new ArrayList<>();
            for (int i = 0; i < wish.orders; i++) {
                Order order = order(wish, buyer);
                for (int k = 0; k < wish.returns; k++) {
                    request(order, List.of(new Weighted("RECEIVED", 1)));
                }
                store(order);
                made.add(new FilledOrder(order.id, order.number));
            }
            finish();
            return made;
        }

        private void finish() throws SQLException {
            for (Rows table : rows.values()) {
                table.finish();
            }
            raiseSequences();
        }

        private int upTo(double[] chances) {
            double at = random.nextDouble();
            int i = 0;
            while (at >= chances[i]) {
                i++;
            }
            return i;
        }

        private Buyer[] buyers(int many) throws SQLException {
            People people = new People(random);
            Buyer[] buyers = new Buyer[Math.max(1, many / ORDERS_PER_CUSTOMER)];
            Rows customers = rows.get("BLC_CUSTOMER");
            String password = (String) customers.model("PASSWORD");
            String salt = "{" + customers.model("CUSTOMER_ID") + "}";
            for (int i = 0; i < buyers.length; i++) {
                People.Name name = people.next();
                String email = name.mailbox() + "." + (i + 1) + "@example.com";
                String language = random.nextInt(3) == 0 ? "fr" : "en";
                Buyer buyer = new Buyer(next("BLC_CUSTOMER"), name, email, language);
                // Broadleaf 3.1 salts a password with the customer's identifier.
                customers.add("CUSTOMER_ID", buyer.id, "USER_NAME", email, "EMAIL_ADDRESS", email, "FIRST_NAME", name.first(),
                    "LAST_NAME", name.last(), "LOCALE_CODE", language, "PASSWORD", password.replace(salt, "{" + buyer.id
                    + "}"));
                add("BLC_CUSTOMER_ROLE", "CUSTOMER_ROLE_ID", next("BLC_CUSTOMER_ROLE"), "CUSTOMER_ID", buyer.id);
                buyers[i] = buyer;
            }
            return buyers;
        }

        /** The i-th oldest: there are more of them the younger they are. */
        private Order order(int i, int many, Buyer buyer) throws SQLException {
            double age = HISTORY.toMillis() * (1 - Math.pow((double) i / many, 0.7)) + DAY * random.nextDouble();
            List<Item> items = new ArrayList<>();
            int lines = upTo(LINES_PER_ORDER);
            int shelf = random.nextInt(articles.size());
            for (int line = 0; line < lines; line++) {
                items.add(new Item(next("BLC_ORDER_ITEM"), articles.get((shelf + 3 * line) % articles.size()),
                    1 + (int) (4 * Math.pow(random.nextDouble(), 2))));
            }
            return order(buyer, now - (long) age, items);
        }

        private Order order(Wish wish, Buyer buyer) throws SQLException {
            List<Item> items = new ArrayList<>();
            for (int line = 0; line < wish.lines; line++) {
                items.add(new Item(next("BLC_ORDER_ITEM"), articles.get(line % articles.size()), wish.quantity));
            }
            return order(buyer, now - DAY, items);
        }

        private Order order(Buyer buyer, long submitted, List<Item> items) throws SQLException {
            long id = next("BLC_ORDER");
            return new Order(id, "SO-" + (100_001 + id - FIRST_ID), buyer, submitted, items);
        }

        private Buyer buyer(String email) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT CUSTOMER_ID, FIRST_NAME, LAST_NAME, LOCALE_CODE FROM BLC_CUSTOMER WHERE USER_NAME = ?")) {
                statement.setString(1, email);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalArgumentException("No customer " + email);
                    }
                    return new Buyer(row.getLong(1), new People.Name(row.getString(2), row.getString(3)), email,
                        row.getString(4));
                }
            }
        }

        private void store(Order order) throws SQLException {
            Timestamp when = new Timestamp(order.submitted);
            BigDecimal goods = BigDecimal.ZERO;
            long group = next("BLC_FULFILLMENT_GROUP");
            for (Item item : order.items) {
                BigDecimal value = item.article.price.multiply(BigDecimal.valueOf(item.ordered));
                goods = goods.add(value);
                add("BLC_ORDER_ITEM", "ORDER_ITEM_ID", item.id, "ORDER_ID", order.id, "NAME", item.article.name,
                    "PRICE", item.article.price, "RETAIL_PRICE", item.article.price,
                    "SALE_PRICE", whereTheModelHasOne("BLC_ORDER_ITEM", "SALE_PRICE", item.article.price), "QUANTITY",
                    item.ordered);
                add("BLC_DISCRETE_ORDER_ITEM", "ORDER_ITEM_ID", item.id, "BASE_RETAIL_PRICE", item.article.price,
                    "BASE_SALE_PRICE", whereTheModelHasOne("BLC_DISCRETE_ORDER_ITEM", "BASE_SALE_PRICE", item.article.price),
                    "PRODUCT_ID", item.article.product, "SKU_ID", item.article.sku);
                add("BLC_ORDER_ITEM_PRICE_DTL", "ORDER_ITEM_PRICE_DTL_ID", next("BLC_ORDER_ITEM_PRICE_DTL"),
                    "ORDER_ITEM_ID", item.id, "QUANTITY", item.ordered);
                add("BLC_FULFILLMENT_GROUP_ITEM", "FULFILLMENT_GROUP_ITEM_ID", next("BLC_FULFILLMENT_GROUP_ITEM"),
                    "FULFILLMENT_GROUP_ID", group, "ORDER_ITEM_ID", item.id, "QUANTITY", item.ordered,
                    "TOTAL_ITEM_AMOUNT", value, "TOTAL_ITEM_TAXABLE_AMOUNT", value, "TOTAL_ITEM_TAX", tax(value));
            }
            BigDecimal shipping = (BigDecimal) rows.get("BLC_FULFILLMENT_GROUP").model("PRICE");
            BigDecimal total = goods.add(tax(goods)).add(shipping);
            add("BLC_ORDER", "ORDER_ID", order.id, "ORDER_NUMBER", order.number, "CUSTOMER_ID", order.buyer.id,
                "EMAIL_ADDRESS", order.buyer.email, "LOCALE_CODE", order.buyer.language, "SUBMIT_DATE", when, "DATE_CREATED",
                when,
                "DATE_UPDATED", when, "ORDER_SUBTOTAL", goods, "TOTAL_TAX", tax(goods), "ORDER_TOTAL", total);
            add("BLC_FULFILLMENT_GROUP", "FULFILLMENT_GROUP_ID", group, "ORDER_ID", order.id, "MERCHANDISE_TOTAL", goods,
                "TOTAL_ITEM_TAX", tax(goods), "TOTAL_TAX", tax(goods), "TOTAL", total);
            long payment = next("BLC_ORDER_PAYMENT");
            add("BLC_ORDER_PAYMENT", "ORDER_PAYMENT_ID", payment, "ORDER_ID", order.id, "AMOUNT", total);
            add("BLC_ORDER_PAYMENT_TRANSACTION", "PAYMENT_TRANSACTION_ID", next("BLC_ORDER_PAYMENT_TRANSACTION"),
                "ORDER_PAYMENT", payment, "TRANSACTION_AMOUNT", total, "DATE_RECORDED", when);
        }

        private static BigDecimal tax(BigDecimal amount) {
            return amount.multiply(new BigDecimal("0.20")).setScale(2, RoundingMode.HALF_UP);
        }

        private void request(Order order, List<Weighted> statuses) throws SQLException {
            long id = next("RTN_REQUEST");
            String number = returnNumber(numbersDrawn++);
            long submitted = order.submitted + (long) (Math.min(12 * DAY, now - order.submitted) * random.nextDouble());
            long changed = submitted + (long) (Math.min(7 * DAY, now - submitted) * random.nextDouble());
            List<Item> picked = random.nextDouble() < 0.7 || order.items.size() == 1
                ? order.items.subList(0, 1) : order.items.subList(order.items.size() - 2, order.items.size());
            int[] units = picked.stream().mapToInt(item -> random.nextInt(5) == 0 ? 2 : 1).toArray();
            int count = Arrays.stream(units).sum();
            String status = Weighted.pick(statuses, random.nextDouble());
            if (status.equals("PARTIALLY_ACCEPTED") && count == 1) {
                status = "ACCEPTED";
            }
            List<String> steps = STEPS.get(status);
            if (steps.size() == 1) {
                changed = submitted;
            }
            boolean arrived = steps.contains("RECEIVED");
            for (int line = 0; line < units.length; line++) {
                Item item = picked.get(line);
                item.returned += units[line];
                // Nobody gives back more than they bought.
                item.ordered = Math.max(item.ordered, item.returned);
                int accepted = status.equals("ACCEPTED") || status.equals("PARTIALLY_ACCEPTED") && line == 0 ? units[line] : 0;
                if (status.equals("PARTIALLY_ACCEPTED") && units.length == 1) {
                    accepted = units[line] - 1;
                }
                add("RTN_LINE", "LINE_ID", next("RTN_LINE"), "REQUEST_ID", id, "ORDER_ITEM_ID", item.id,
                    "ARTICLE_NAME", item.article.name, "QUANTITY_REQUESTED", units[line],
                    "QUANTITY_RECEIVED", arrived ? units[line] : 0, "QUANTITY_ACCEPTED", accepted,
                    "QUANTITY_ANNOUNCED", accepted, "REASON_CODE", Weighted.pick(REASONS, random.nextDouble()));
            }
            Rows requests = rows.get("RTN_REQUEST");
            List<Object> said = new ArrayList<>(Arrays.asList("REQUEST_ID", id, "RETURN_NUMBER", number, "ORDER_ID", order.id,
                "ORDER_NUMBER", order.number, "CUSTOMER_ID", order.buyer.id, "CUSTOMER_FIRST_NAME", order.buyer.name.first(),
                "CUSTOMER_LAST_NAME", order.buyer.name.last(), "STATUS", status, "SUBMITTED_AT", new Timestamp(submitted),
                "STATUS_CHANGED_AT", new Timestamp(changed), "ARTICLE_COUNT", count,
                "REFUND_TYPE", random.nextDouble() < 0.8 ? "ORIGINAL_PAYMENT" : "STORE_CREDIT",
                "CUSTOMER_COMMENT", random.nextDouble() < 0.4 ? comment(order.buyer.language) : null, "MERCHANT_MESSAGE", null,
                "LANGUAGE_TAG", order.buyer.language,
                "SUBMISSION_KEY", order.buyer.id + ":" + new UUID(random.nextLong(), random.nextLong()),
                "LABEL_ID", null, "VERSION", steps.size() - 1));
            if (requests.has("ATTENTION_AT")) {
                said.add("ATTENTION_AT");
                // For both it is the moment of the last step.
                said.add(status.equals("REQUESTED") || status.equals("RECEIVED") ? new Timestamp(changed) : null);
            }
            requests.add(said.toArray());
            history(id, number, order.buyer, steps, submitted, changed);
            words(id, number, order, picked);
        }

        private void history(long request, String number, Buyer buyer, List<String> steps, long first,
            long last) throws SQLException {
            mail(buyer, number, first, "returns@plants.example", number);
            for (int step = 0; step < steps.size(); step++) {
                long when = first + (last - first) * step / Math.max(1, steps.size() - 1);
                boolean shopper = step == 0 || steps.get(step).equals("CANCELLED");
                long mail = mail(buyer, number, when, buyer.email, null);
                add("RTN_JOURNAL_ENTRY", "ENTRY_ID", next("RTN_JOURNAL_ENTRY"), "REQUEST_ID", request, "HAPPENED_AT",
                    new Timestamp(when),
                    "ACTOR_KIND", shopper ? "CUSTOMER" : "MERCHANT", "ACTOR_ID", shopper ? buyer.id : -1L,
                    "ACTOR_NAME", shopper ? buyer.name.first() + " " + buyer.name.last() : "Alex Admin",
                    "CHANNEL", shopper ? "STOREFRONT" : "BACK_OFFICE", "FROM_STATUS", step == 0 ? null : steps.get(step - 1),
                    "TO_STATUS", steps.get(step), "MESSAGE", null, "NOTE", null, "DOCUMENT_ID", null, "MAIL_ID", mail);
            }
        }

        /** @param about the return's number, in mails to the shop */
        private long mail(Buyer buyer, String number, long when, String recipient, String about) throws SQLException {
            long id = next("RTN_MAIL");
            boolean french = buyer.language.equals("fr");
            String text = french ? "Bonjour " + buyer.name.first() + ",\n\nil y a du nouveau pour votre retour " + number + "."
                : "Hello " + buyer.name.first() + ",\n\nthere is news of your return " + number + ".";
            add("RTN_MAIL", "MAIL_ID", id, "MESSAGE_ID", "<filling." + id + "@plants.example>", "RECIPIENT", recipient,
                "SUBJECT", (french ? "Votre retour " : "Your return ") + number,
                "STATE", "SENT", "ATTEMPTS", 1, "QUEUED_AT", new Timestamp(when), "SENT_AT", new Timestamp(when),
                "LAST_ERROR", null, "FAILURE", null, "ABOUT", about, "ATTACHMENT_ID", null);
            add("RTN_MAIL_BODY", "MAIL_ID", id,
                "HTML_BODY", "<html><body><p>" + text.replace("\n\n", "</p><p>") + "</p></body></html>", "TEXT_BODY", text);
            return id;
        }

        private void words(long request, String number, Order order, List<Item> picked) throws SQLException {
            if (!rows.containsKey(SEARCH_WORDS)) {
                return;
            }
            List<String> texts = new ArrayList<>(List.of(number, order.number, order.buyer.name.first(),
                order.buyer.name.last(), order.buyer.email));
            for (Item item : picked) {
                texts.add(item.article.name);
                texts.add(String.valueOf(item.article.sku));
            }
            for (String word : SearchWords.of(texts)) {
                add(SEARCH_WORDS, "WORD", word, "REQUEST_ID", request);
            }
        }

        private static String comment(String language) {
            return language.equals("fr") ? "Les feuilles étaient brunes à l’arrivée, et une tige était cassée ; voir la photo."
                : "The leaves were brown when it arrived, and one was broken; see the photo.";
        }

        /** The i-th of all numbers, in an order that nobody sees through. */
        private static String returnNumber(int i) {
            long value = (i * SCATTER + 7) % NUMBERS;
            StringBuilder number = new StringBuilder("R");
            for (int k = 0; k < 8; k++) {
                number.append(k == 4 ? "-" : "").append(ALPHABET.charAt((int) (value % ALPHABET.length())));
                value /= ALPHABET.length();
            }
            return number.toString();
        }

        /** What the applications make next comes behind. Where a sequence counts blocks, far behind. */
        private void raiseSequences() throws SQLException {
            raise("UPDATE SEQUENCE_GENERATOR SET ID_VAL = ? WHERE ID_NAME = ? AND ID_VAL < ?", Map.of(
                "BLC_CUSTOMER_ROLE", "CustomerRoleImpl", "BLC_ORDER", "OrderImpl", "BLC_ORDER_ITEM", "OrderItemImpl",
                "BLC_ORDER_ITEM_PRICE_DTL", "OrderItemPriceDetailImpl", "BLC_FULFILLMENT_GROUP", "FulfillmentGroupImpl",
                "BLC_FULFILLMENT_GROUP_ITEM", "FulfillmentGroupItemImpl", "BLC_ORDER_PAYMENT", "OrderPaymentImpl",
                "BLC_ORDER_PAYMENT_TRANSACTION", "PaymentTransactionImpl"));
            raise("UPDATE BLC_ID_GENERATION SET BATCH_START = ? WHERE ID_TYPE = ? AND BATCH_START < ?",
                Map.of("BLC_CUSTOMER", "org.broadleafcommerce.profile.core.domain.Customer"));
            raise("UPDATE RTN_SEQUENCE SET SEQ_VALUE = ? WHERE SEQ_NAME = ? AND SEQ_VALUE < ?", Map.of("RTN_REQUEST",
                "RTN_REQUEST",
                "RTN_LINE", "RTN_LINE", "RTN_JOURNAL_ENTRY", "RTN_JOURNAL_ENTRY", "RTN_MAIL", "RTN_MAIL"));
        }

        private void raise(String update, Map<String, String> sequences) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                for (Map.Entry<String, String> sequence : sequences.entrySet()) {
                    long beyond = next(sequence.getKey()) + 1_000;
                    statement.setLong(1, beyond);
                    statement.setString(2, sequence.getValue());
                    statement.setLong(3, beyond);
                    statement.executeUpdate();
                }
            }
        }
    }
}
