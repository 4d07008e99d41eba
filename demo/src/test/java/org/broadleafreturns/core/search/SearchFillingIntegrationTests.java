package org.broadleafreturns.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Over the tables that it writes, in a database of its own. */
class SearchFillingIntegrationTests {

    private static final int RETURNS = 950;

    private final DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final SearchIndex index = new SearchIndex(database);
    private final SearchFilling filling = new SearchFilling(index, SearchFillingIntegrationTests::texts, Clock.systemUTC(),
        new DataSourceTransactionManager(database));

    @BeforeEach
    void returnsOfBefore() {
        sql.execute("CREATE TABLE RTN_REQUEST (REQUEST_ID bigint PRIMARY KEY, SUBMITTED_AT timestamp)");
        sql.execute("CREATE TABLE RTN_SEARCH_WORD (WORD varchar(64), REQUEST_ID bigint, PRIMARY KEY (WORD, REQUEST_ID))");
        sql.execute("CREATE TABLE RTN_SEARCH_FILLING (FILLING_ID bigint PRIMARY KEY, NEXT_REQUEST_ID bigint)");
        sql.update("INSERT INTO RTN_REQUEST SELECT X * 3, TIMESTAMP '2020-01-01 00:00:00' FROM SYSTEM_RANGE(1, ?)", RETURNS);
        sql.update("INSERT INTO RTN_SEARCH_FILLING VALUES (1, ?)", RETURNS * 3);
    }

    private static Map<Long, List<String>> texts(Collection<Long> ids) {
        Map<Long, List<String>> texts = new TreeMap<>();
        ids.forEach(id -> texts.put(id, List.of("R-" + id, "Fern")));
        return texts;
    }

    @Test
    void allGetTheirWordsTheNewestFirstAndNoneTwice() {
        sql.update("INSERT INTO RTN_SEARCH_WORD VALUES ('own', ?)", RETURNS * 3);
        assertThat(index.isFilling()).isTrue();

        assertThat(filling.fillSome()).isTrue();
        assertThat(sql.queryForObject("SELECT MIN(REQUEST_ID) FROM RTN_SEARCH_WORD", Long.class)).isEqualTo((RETURNS - 199) * 3L);
        assertThat(index.isFilling()).isTrue();
        while (filling.fillSome()) {
            assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_SEARCH_WORD", Integer.class)).isLessThan(RETURNS * 4);
        }

        assertThat(index.isFilling()).isFalse();
        assertThat(sql.queryForObject("SELECT COUNT(DISTINCT REQUEST_ID) FROM RTN_SEARCH_WORD", Integer.class)).isEqualTo(RETURNS);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_SEARCH_WORD WHERE WORD = 'fern'", Integer.class)).isEqualTo(RETURNS - 1);
        assertThat(sql.queryForList("SELECT WORD FROM RTN_SEARCH_WORD WHERE REQUEST_ID = 3 ORDER BY WORD", String.class))
            .containsExactly("3", "fern", "r", "r3");
    }

    @Test
    void whatAnApplicationOfAnOlderVersionTookSinceIsFilledToo() {
        while (index.isFilling()) {
            filling.fillSome();
        }
        sql.update("INSERT INTO RTN_REQUEST VALUES (99999, CURRENT_TIMESTAMP)");

        assertThat(filling.fillSome()).isTrue();

        assertThat(index.found(List.of(99_999L))).containsExactly(99_999L);
        assertThat(filling.fillSome()).isFalse();
    }

    @Test
    void aShopWithoutReturnsHasNothingToFill() {
        sql.update("DELETE FROM RTN_SEARCH_FILLING");
        sql.update("DELETE FROM RTN_REQUEST");

        assertThat(index.isFilling()).isFalse();
        assertThat(filling.fillSome()).isFalse();
    }
}
