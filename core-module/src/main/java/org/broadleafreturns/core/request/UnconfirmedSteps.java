package org.broadleafreturns.core.request;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.Tally;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Steps that somebody has entered and not confirmed. They are thrown away after a while; what is older shows that nobody does that. */
class UnconfirmedSteps implements WaitingSource {

    private static final Duration CLEANUP = Duration.ofHours(2);

    private static final String UNCONFIRMED = "RTN_STATUS_PREVIEW WHERE APPLIED_AT IS NULL";

    private final Tally tally;
    private final JdbcTemplate database;
    private final ReturnsSettings settings;

    UnconfirmedSteps(DataSource dataSource, ReturnsSettings settings) {
        this.tally = new Tally(dataSource);
        this.database = new JdbcTemplate(dataSource);
        this.settings = settings;
    }

    @Override
    public String name() {
        return "steps-unconfirmed";
    }

    @Override
    public Backlog backlog() {
        return tally.of("CREATED_AT", UNCONFIRMED);
    }

    @Override
    public Allowance usual() {
        return Allowance.age(settings.previewLifetime().plus(CLEANUP));
    }

    @Override
    public List<WaitingItem> oldest(int limit) {
        return database.query("SELECT R.RETURN_NUMBER, P.CREATED_AT, P.TO_STATUS, P.STEP_NAME FROM"
            + " (SELECT REQUEST_ID, CREATED_AT, TO_STATUS, STEP_NAME FROM " + UNCONFIRMED + " ORDER BY CREATED_AT LIMIT " + limit + ") P JOIN RTN_REQUEST R ON R.REQUEST_ID = P.REQUEST_ID"
            + " ORDER BY P.CREATED_AT", (row, number) -> new WaitingItem(null, row.getString(1), row.getTimestamp(2).toInstant(),
                row.getString(4) == null ? "rtn.status." + row.getString(3) : CorrectionStep.NAME.equals(row.getString(4)) ? "rtn.journal." + ReturnRequest.CORRECTED
                    : "rtn.step." + row.getString(4), List.of()));
    }
}
