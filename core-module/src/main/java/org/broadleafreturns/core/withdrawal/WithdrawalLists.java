package org.broadleafreturns.core.withdrawal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.search.SearchWords;
import org.broadleafreturns.core.waiting.Backlog;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long the lists are, as far as is counted, and what a search finds. */
class WithdrawalLists {

    private static final String WITHDRAWALS = " FROM RTN_WITHDRAWAL W";
    private static final String WITH_WORD =
        "EXISTS (SELECT 1 FROM RTN_WITHDRAWAL_WORD S WHERE S.WITHDRAWAL_ID = W.WITHDRAWAL_ID AND S.WORD LIKE ?)";

    private final JdbcTemplate database;

    WithdrawalLists(DataSource dataSource) {
        this.database = new JdbcTemplate(dataSource);
    }

    Map<WithdrawalList, Backlog> lengths() {
        Map<WithdrawalList, Backlog> lengths = new EnumMap<>(WithdrawalList.class);
        Arrays.stream(WithdrawalList.values()).forEach(list -> lengths.put(list, length(list)));
        return lengths;
    }

    Backlog length(WithdrawalList list) {
        return Backlog.of(database.queryForObject("SELECT COUNT(*) FROM (SELECT 1 AS ONE" + switch (list) {
            case NEW -> WITHDRAWALS + " WHERE W.HANDLED_UTC IS NULL";
            case UNTOLD -> WITHDRAWALS + " INNER JOIN RTN_MAIL M ON M.MAIL_ID = W.MAIL_ID"
                + " WHERE M.STATE IN ('HELD', 'FAILED') OR M.STATE = 'QUEUED' AND M.LAST_ERROR IS NOT NULL";
            case ALL -> WITHDRAWALS;
        } + " LIMIT " + (Backlog.COUNTED + 1) + ") X", Integer.class), null);
    }

    /** A page of those that have a word for each one that somebody typed, or one that begins with it: what was stated last first. */
    List<Long> found(String typed, Pageable page) {
        // Letters and digits alone: nothing in them is a wildcard.
        List<Object> values = new ArrayList<>(SearchWords.searched(typed).stream().map(word -> word + "%").toList());
        if (values.isEmpty()) {
            return List.of();
        }
        String words = String.join(" AND ", values.stream().map(word -> WITH_WORD).toList());
        values.add(page.getPageSize());
        values.add(page.getOffset());
        return database.queryForList("SELECT W.WITHDRAWAL_ID" + WITHDRAWALS + " WHERE " + words
            + " ORDER BY W.STATED_UTC DESC, W.WITHDRAWAL_ID DESC LIMIT ? OFFSET ?", Long.class, values.toArray());
    }
}
