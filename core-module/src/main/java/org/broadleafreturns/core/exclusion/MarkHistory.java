package org.broadleafreturns.core.exclusion;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps what marks said until somebody changed or removed them, so that orders of before have what they were promised. Whoever
 * writes marks calls it in the transaction that writes them. What was written past it counts as if it had always been so.
 */
public class MarkHistory {

    private final JdbcTemplate database;
    private final Clock clock;

    MarkHistory(DataSource dataSource, Clock clock) {
        this.database = new JdbcTemplate(dataSource);
        this.clock = clock;
    }

    /**
     * What a mark says.
     *
     * @param from since when, in milliseconds; null if always
     */
    public record Saying(long mark, String kind, String ground, Long product, Long category, Long from) {

        /** The ground alone promises nothing. */
        private boolean promisesAs(Saying other) {
            return kind.equals(other.kind) && Objects.equals(product, other.product) && Objects.equals(category, other.category);
        }
    }

    /** What a mark says before it is changed or removed; whoever else wants to change it waits. Empty if it is gone. */
    public Optional<Saying> before(long mark) {
        List<Saying> found = database.query("SELECT KIND, GROUND, PRODUCT_ID, CATEGORY_ID, HELD_FROM FROM RTN_EXCLUSION"
            + " WHERE EXCLUSION_ID = ? FOR UPDATE", (row, number) -> new Saying(mark, row.getString(1), row.getString(2),
                row.getObject(3) == null ? null : row.getLong(3), row.getObject(4) == null ? null : row.getLong(4),
                row.getObject(5) == null ? null : row.getLong(5)), mark);
        return found.stream().findFirst();
    }

    /** A new mark was written: it holds from now on. */
    public void added(long mark) {
        holds(mark, clock.millis());
    }

    /**
     * A mark was changed or removed. If it promises something else now, what it said held until now.
     *
     * @param before what it said
     */
    public void changed(Saying before) {
        Optional<Saying> after = before(before.mark());
        if (after.filter(before::promisesAs).isPresent()) {
            return;
        }
        // Another node's clock may be ahead: what held for no time leaves nothing.
        long now = before.from() == null ? clock.millis() : Math.max(clock.millis(), before.from());
        if (before.from() == null || before.from() < now) {
            database.update("INSERT INTO RTN_EXCLUSION_PAST (EXCLUSION_ID, HELD_FROM, HELD_UNTIL, KIND, GROUND, PRODUCT_ID,"
                + " CATEGORY_ID) VALUES (?, ?, ?, ?, ?, ?, ?)", before.mark(), before.from(), now, before.kind(), before.ground(),
                before.product(), before.category());
        }
        after.ifPresent(mark -> holds(mark.mark(), now));
    }

    private void holds(long mark, long from) {
        database.update("UPDATE RTN_EXCLUSION SET HELD_FROM = ? WHERE EXCLUSION_ID = ?", from, mark);
    }
}
