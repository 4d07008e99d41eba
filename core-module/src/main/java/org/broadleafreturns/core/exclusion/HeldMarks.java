package org.broadleafreturns.core.exclusion;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.words.Words;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The marks of now, which the platform's forms write, and those of before, which {@link MarkHistory} keeps. Moments are
 * milliseconds, which no time zone moves; a mark without one has held for ever.
 */
class HeldMarks {

    /** Those of before in two parts: an index finds the product's among the many that a shop has had. */
    private static final String MARKS = "SELECT E.EXCLUSION_ID, E.PRODUCT_ID, E.CATEGORY_ID, E.KIND, E.GROUND, E.HELD_FROM,"
        + " 0 AS HELD_UNTIL, W.LANGUAGE_TAG, W.CONTENT FROM RTN_EXCLUSION E"
        + " LEFT JOIN RTN_EXCLUSION_GROUND W ON W.EXCLUSION_ID = E.EXCLUSION_ID"
        + " WHERE E.PRODUCT_ID IN (:products) OR E.CATEGORY_ID IS NOT NULL"
        + " UNION ALL SELECT P.EXCLUSION_ID, P.PRODUCT_ID, P.CATEGORY_ID, P.KIND, P.GROUND, P.HELD_FROM, P.HELD_UNTIL, '', ''"
        + " FROM RTN_EXCLUSION_PAST P WHERE P.HELD_UNTIL > :since AND P.PRODUCT_ID IN (:products)"
        + " UNION ALL SELECT P.EXCLUSION_ID, P.PRODUCT_ID, P.CATEGORY_ID, P.KIND, P.GROUND, P.HELD_FROM, P.HELD_UNTIL, '', ''"
        + " FROM RTN_EXCLUSION_PAST P WHERE P.HELD_UNTIL > :since AND P.CATEGORY_ID IS NOT NULL ORDER BY 1, 7";

    private final NamedParameterJdbcTemplate database;
    private final ReturnsSettings settings;

    HeldMarks(DataSource dataSource, ReturnsSettings settings) {
        this.database = new NamedParameterJdbcTemplate(dataSource);
        this.settings = settings;
    }

    /** One row, of which a mark of now has one for each language in which its ground was written. */
    private record Row(long id, Long product, Long category, boolean returnable, ExclusionGround ground, Instant from,
            Instant until, Optional<String> language, String content) {
    }

    private record Key(long id, Instant until) {
    }

    /**
     * The marks on any of these products and on whatever category, oldest first, in one query: those of now, and those that were
     * in force at a moment or since. What is of now has its words.
     */
    List<HeldMark> on(Collection<Long> products, Instant since) {
        Map<Key, HeldMark> marks = new LinkedHashMap<>();
        Map<Long, Map<String, String>> words = new HashMap<>();
        List<Row> rows = database.query(MARKS,
            new MapSqlParameterSource("products", products).addValue("since", milliseconds(since)),
            (row, number) -> new Row(row.getLong(1), row.getObject(2) == null ? null : row.getLong(2),
                row.getObject(3) == null ? null : row.getLong(3), MarkKind.RETURNABLE.name().equals(row.getString(4)),
                row.getString(5) == null ? null : ExclusionGround.valueOf(row.getString(5)),
                row.getObject(6) == null ? Instant.MIN : Instant.ofEpochMilli(row.getLong(6)),
                row.getLong(7) == 0 ? null : Instant.ofEpochMilli(row.getLong(7)),
                Optional.ofNullable(row.getString(8)).filter(tag -> !tag.isEmpty()), row.getString(9)));
        rows.forEach(row -> row.language().ifPresent(
            language -> words.computeIfAbsent(row.id(), id -> new HashMap<>()).put(language, row.content())));
        rows.forEach(row -> marks.computeIfAbsent(new Key(row.id(), row.until()),
            key -> new HeldMark(row.product(), row.category(), mark(row, words), row.from(), row.until())));
        return List.copyOf(marks.values());
    }

    private Mark mark(Row row, Map<Long, Map<String, String>> words) {
        return row.returnable() ? Mark.RETURNABLE
            : Mark.excluded(row.ground(), new Words(words.getOrDefault(row.id(), Map.of()), settings.defaultLanguage()));
    }

    private static long milliseconds(Instant moment) {
        return moment.equals(Instant.MIN) ? Long.MIN_VALUE : moment.equals(Instant.MAX) ? Long.MAX_VALUE : moment.toEpochMilli();
    }
}
