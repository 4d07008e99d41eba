package org.broadleafreturns.core.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The words of returns, in RTN_SEARCH_WORD. What is written takes part in the caller's transaction. */
public class SearchIndex {

    private final NamedParameterJdbcTemplate database;
    private final JdbcTemplate words;
    private volatile boolean filled;

    SearchIndex(DataSource dataSource) {
        this.database = new NamedParameterJdbcTemplate(dataSource);
        this.words = database.getJdbcTemplate();
    }

    /**
     * Lets returns be found by some texts, and no longer by those of before. The returns must be in the database already.
     *
     * @param texts by identifier of the return
     */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void replace(Map<Long, List<String>> texts) {
        if (!texts.isEmpty()) {
            database.update("DELETE FROM RTN_SEARCH_WORD WHERE REQUEST_ID IN (:requests)", Map.of("requests", texts.keySet()));
            add(texts);
        }
    }

    /** The same for returns that have no words yet. */
    @Transactional(value = "blTransactionManager", propagation = Propagation.MANDATORY)
    public void add(Map<Long, List<String>> texts) {
        List<Object[]> rows = new ArrayList<>();
        texts.forEach((request, said) -> SearchWords.of(said).forEach(word -> rows.add(new Object[] {word, request})));
        words.batchUpdate("INSERT INTO RTN_SEARCH_WORD (WORD, REQUEST_ID) VALUES (?, ?)", rows);
    }

    /** Whether returns of before still have to get their words, so that a search may not find them yet. */
    public boolean isFilling() {
        if (!filled && next().isEmpty()) {
            // Only a step of the schema, which runs at a start, makes another filling necessary.
            filled = true;
        }
        return !filled;
    }

    /** The newest return that may have no words yet, by its identifier; empty if all have. */
    Optional<Long> next() {
        return words.queryForList("SELECT NEXT_REQUEST_ID FROM RTN_SEARCH_FILLING", Long.class).stream().findFirst();
    }

    void fillBelow(Long request) {
        words.update("UPDATE RTN_SEARCH_FILLING SET NEXT_REQUEST_ID = ?", request - 1);
    }

    void endFilling() {
        words.update("DELETE FROM RTN_SEARCH_FILLING");
    }

    /** The newest returns up to an identifier, by their identifiers, newest first. */
    List<Long> upTo(Long request, int limit) {
        return words.queryForList("SELECT REQUEST_ID FROM RTN_REQUEST WHERE REQUEST_ID <= ? ORDER BY REQUEST_ID DESC LIMIT ?",
            Long.class, request, limit);
    }

    /** How many returns there are up to an identifier, as far as that is counted. */
    int countUpTo(Long request, int limit) {
        return words.queryForObject("SELECT COUNT(*) FROM (SELECT REQUEST_ID FROM RTN_REQUEST WHERE REQUEST_ID <= ? LIMIT " + limit + ") T",
            Integer.class, request);
    }

    /** Those of some returns that have words. */
    List<Long> found(Collection<Long> requests) {
        return database.queryForList("SELECT DISTINCT REQUEST_ID FROM RTN_SEARCH_WORD WHERE REQUEST_ID IN (:requests)",
            Map.of("requests", requests), Long.class);
    }

    /** Returns without words that were requested since a moment: an application of an older version may have taken them. */
    List<Long> forgottenSince(Date moment, int limit) {
        return words.queryForList("SELECT R.REQUEST_ID FROM RTN_REQUEST R WHERE R.SUBMITTED_AT > ?"
            + " AND NOT EXISTS (SELECT 1 FROM RTN_SEARCH_WORD W WHERE W.REQUEST_ID = R.REQUEST_ID) LIMIT ?", Long.class, moment, limit);
    }
}
