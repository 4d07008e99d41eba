package org.broadleafreturns.core.refund;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.Tally;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refunds that are on their way, whose outcome nobody knows, or of which a gateway has refused a part alone. */
class OpenRefunds implements WaitingSource {

    /** What has failed as a whole is still to be refunded, as if nobody had tried. */
    private static final String IN_STATE = "RTN_REFUND WHERE STATE = ? AND IN_FORCE = TRUE";

    private final RefundState state;
    private final Tally tally;
    private final JdbcTemplate database;

    OpenRefunds(RefundState state, DataSource dataSource) {
        this.state = state;
        this.tally = new Tally(dataSource);
        this.database = new JdbcTemplate(dataSource);
    }

    @Override
    public String name() {
        return switch (state) {
            case PENDING -> "refunds-pending";
            case UNKNOWN -> "refunds-unknown";
            case FAILED -> "refunds-partial";
            case DONE, ENDED -> throw new IllegalStateException("Nothing waits for a refund that is " + state);
        };
    }

    @Override
    public Backlog backlog() {
        return tally.of("CREATED_AT", IN_STATE, state.name());
    }

    /** A gateway answers within minutes or not at all; what nobody knows, or has failed in part, waits for a person. */
    @Override
    public Allowance usual() {
        return state == RefundState.PENDING ? Allowance.age(Duration.ofMinutes(10)) : Allowance.most(0);
    }

    @Override
    public List<WaitingItem> oldest(int limit) {
        return database.query("SELECT Q.RETURN_NUMBER, R.CREATED_AT FROM (SELECT REQUEST_ID, CREATED_AT FROM " + IN_STATE
            + " ORDER BY CREATED_AT LIMIT " + limit + ") R JOIN RTN_REQUEST Q ON Q.REQUEST_ID = R.REQUEST_ID ORDER BY R.CREATED_AT",
            (row, number) -> new WaitingItem(null, row.getString(1), row.getTimestamp(2).toInstant(), "rtn.refund.state." + state,
                List.of()), state.name());
    }
}
