package org.broadleafreturns.core.withdrawal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.waiting.Backlog;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long the lists are, as far as is counted. */
class WithdrawalCounts {

    private static final String WITHDRAWALS = " FROM RTN_WITHDRAWAL W";

    private final JdbcTemplate database;

    WithdrawalCounts(DataSource dataSource) {
        this.database = new JdbcTemplate(dataSource);
    }

    Map<WithdrawalList, Backlog> all() {
        Map<WithdrawalList, Backlog> counts = new EnumMap<>(WithdrawalList.class);
        Arrays.stream(WithdrawalList.values()).forEach(list -> counts.put(list, of(list)));
        return counts;
    }

    Backlog of(WithdrawalList list) {
        return Backlog.of(database.queryForObject("SELECT COUNT(*) FROM (SELECT 1 AS ONE" + switch (list) {
            case NEW -> WITHDRAWALS + " WHERE W.HANDLED_UTC IS NULL";
            case UNTOLD -> WITHDRAWALS + " INNER JOIN RTN_MAIL M ON M.MAIL_ID = W.MAIL_ID"
                + " WHERE M.STATE IN ('HELD', 'FAILED') OR M.STATE = 'QUEUED' AND M.LAST_ERROR IS NOT NULL";
            case ALL -> WITHDRAWALS;
        } + " LIMIT " + (Backlog.COUNTED + 1) + ") X", Integer.class), null);
    }
}
