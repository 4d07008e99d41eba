package org.broadleafreturns.core.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadleafreturns.core.search.SearchIndex;
import org.broadleafreturns.core.search.SearchWords;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * All returns, as merchants work through them. A list has at most {@value #LIMIT} rows: what is longer has to be narrowed. So no
 * statement reads more index entries than that, unless a filter asks for a text that few returns have inside of a word.
 */
public class ReturnDesk {

    /** How many rows a list has at most, and how far is counted. */
    public static final int LIMIT = 10_000;

    private final NamedParameterJdbcTemplate database;
    private final List<DeskView> views;
    private final SearchIndex words;
    private final Clock clock;

    ReturnDesk(DataSource dataSource, List<DeskView> views, SearchIndex words, Clock clock) {
        this.database = new NamedParameterJdbcTemplate(dataSource);
        this.views = List.copyOf(views);
        this.words = words;
        this.clock = clock;
    }

    /** How many there are, up to {@link #LIMIT}. */
    public record Count(int number, boolean more) {
    }

    /**
     * The return to which one comes from another.
     *
     * @param anew whether it is the list's first, since none follows that one
     */
    public record Next(Long id, boolean anew) {
    }

    /** A statement under construction. */
    private static final class Statement {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        String from() {
            return " FROM RTN_REQUEST R" + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        }
    }

    /** In their order; the first is what merchants see first. */
    public List<DeskView> views() {
        return views;
    }

    /** The view of that key; empty for null and unknown keys. */
    public Optional<DeskView> view(String key) {
        return views.stream().filter(view -> view.key().equals(key)).findFirst();
    }

    /** Whether returns of before can still be missing from what a search finds. */
    public boolean isSearchFilling() {
        return words.isFilling();
    }

    /** How many returns a view has. */
    public Count count(DeskView view) {
        return count(new DeskQuery(view, null, List.of(), null));
    }

    /** How many returns a list has. */
    public Count count(DeskQuery query) {
        return count(statement(query));
    }

    /**
     * @param first the position of the first row, from 0
     * @param size at most so many rows
     */
    public DeskPage page(DeskQuery query, int first, int size) {
        Statement statement = statement(query);
        Count count = count(statement);
        int rows = Math.min(size, count.number() - first);
        return new DeskPage(rows > 0 ? ids(query, statement, first, rows) : List.of(), count.number());
    }

    /**
     * The return that follows another in a list, whether that one is still in it or not; the first one if the list's sort does not say
     * where it would stand or nothing follows. Empty if there is no other.
     *
     * @param was what the list's sort went by when somebody came to the other, which may have been handled since; null for what it
     *     goes by now
     */
    public Optional<Next> after(DeskQuery query, Long request, Object was) {
        String key = query.sort().column().sql();
        Object place = was != null ? was : database.queryForList("SELECT " + key + " AS PLACE FROM RTN_REQUEST R WHERE R.REQUEST_ID = :id",
            Map.of("id", request)).stream().map(row -> row.get("PLACE")).filter(value -> value != null).findFirst().orElse(null);
        String beyond = query.sort().ascending() ? " > " : " < ";
        Optional<Long> next = place == null ? Optional.empty()
            : first(query, "R.REQUEST_ID <> :id AND (" + key + beyond + ":place OR " + key + " = :place AND R.REQUEST_ID" + beyond + ":id)",
                Map.of("place", place, "id", request));
        return next.map(id -> new Next(id, false))
            .or(() -> first(query, "R.REQUEST_ID <> :id", Map.of("id", request)).map(id -> new Next(id, true)));
    }

    private Optional<Long> first(DeskQuery query, String condition, Map<String, Object> values) {
        Statement statement = statement(query);
        statement.conditions.add(condition);
        statement.values.putAll(values);
        return database.queryForList("SELECT R.REQUEST_ID" + statement.from() + " ORDER BY " + query.sort().sql() + " LIMIT 1",
            statement.values, Long.class).stream().findFirst();
    }

    private Statement statement(DeskQuery query) {
        Statement statement = new Statement();
        if (query.view().condition() != null) {
            statement.conditions.add("(" + query.view().condition() + ")");
            statement.values.put("now", now());
        }
        for (DeskFilter filter : query.filters()) {
            statement.conditions.add("(" + filter.sql(statement.conditions.size(), statement.values) + ")");
        }
        for (String word : SearchWords.searched(query.searched())) {
            String name = "w" + statement.conditions.size();
            // Letters and digits alone: nothing in it is a wildcard.
            statement.conditions.add("EXISTS (SELECT 1 FROM RTN_SEARCH_WORD W WHERE W.REQUEST_ID = R.REQUEST_ID AND W.WORD LIKE :" + name + ")");
            statement.values.put(name, word + "%");
        }
        return statement;
    }

    /** Milliseconds, that a moment can be compared with what has just been written. */
    private Date now() {
        return Date.from(clock.instant());
    }

    private Count count(Statement statement) {
        int counted = database.queryForObject("SELECT COUNT(*) FROM (SELECT 1 AS ONE" + statement.from() + " LIMIT " + (LIMIT + 1) + ") X",
            statement.values, Integer.class);
        return new Count(Math.min(counted, LIMIT), counted > LIMIT);
    }

    /** By the index alone: what comes before the first row is not read. */
    private List<Long> ids(DeskQuery query, Statement statement, int first, int size) {
        return database.queryForList("SELECT R.REQUEST_ID" + statement.from() + " ORDER BY " + query.sort().sql() + " LIMIT " + size
            + " OFFSET " + first, statement.values, Long.class);
    }
}
