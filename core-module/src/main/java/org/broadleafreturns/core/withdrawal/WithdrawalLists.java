package org.broadleafreturns.core.withdrawal;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.search.SearchWords;
import org.broadleafreturns.core.waiting.Backlog;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which statements stand in a list and how many, as far as is counted, and which ones a search finds. */
class WithdrawalLists {

    private static final String WITH_WORD =
        "EXISTS (SELECT 1 FROM RTN_WITHDRAWAL_WORD S WHERE S.WITHDRAWAL_ID = W.WITHDRAWAL_ID AND S.WORD LIKE ?)";

    /** So long after it was recorded an acknowledgement should have been written. */
    private static final Duration WRITTEN_AFTER = Duration.ofMinutes(5);

    private final JdbcTemplate database;
    private final Clock clock;

    WithdrawalLists(DataSource dataSource, Clock clock) {
        this.database = new JdbcTemplate(dataSource);
        this.clock = clock;
    }

    Map<WithdrawalList, Backlog> lengths() {
        Map<WithdrawalList, Backlog> lengths = new EnumMap<>(WithdrawalList.class);
        Arrays.stream(WithdrawalList.values()).forEach(list -> lengths.put(list, length(list)));
        return lengths;
    }

    Backlog length(WithdrawalList list) {
        return Backlog.of(database.queryForObject("SELECT COUNT(*) FROM (SELECT 1 AS ONE" + from(list) + " LIMIT " + (Backlog.COUNTED + 1)
            + ") X", Integer.class, values(list).toArray()), null);
    }

    private static String from(WithdrawalList list) {
        return " FROM RTN_WITHDRAWAL W" + switch (list) {
            case NEW -> " WHERE W.HANDLED_UTC IS NULL";
            case UNTOLD -> " INNER JOIN (SELECT U.WITHDRAWAL_ID FROM RTN_WITHDRAWAL U INNER JOIN RTN_MAIL M ON M.MAIL_ID = U.MAIL_ID"
                + " WHERE M.STATE IN ('HELD', 'FAILED') OR M.STATE = 'QUEUED' AND M.LAST_ERROR IS NOT NULL UNION ALL"
                + " SELECT U.WITHDRAWAL_ID FROM RTN_WITHDRAWAL U WHERE U.MAIL_ID IS NULL AND U.EMAIL <> '' AND U.RECORDED_UTC < ?"
                + ") T ON T.WITHDRAWAL_ID = W.WITHDRAWAL_ID";
            case ALL -> "";
        };
    }

    private List<String> values(WithdrawalList list) {
        return list == WithdrawalList.UNTOLD ? List.of(WithdrawalMoment.utc(clock.instant().minus(WRITTEN_AFTER))) : List.of();
    }

    /** Some of a list, by their identifiers: what was stated last first. */
    List<Long> page(WithdrawalList list, int first, int size) {
        return page(from(list), values(list), first, size);
    }

    /** The same of those that have a word for each one that somebody typed, or one that begins with it. */
    List<Long> found(String typed, int first, int size) {
        // Letters and digits alone: nothing in them is a wildcard.
        List<String> beginnings = SearchWords.searched(typed).stream().map(word -> word + "%").toList();
        return beginnings.isEmpty() ? List.of() : page(from(WithdrawalList.ALL) + " WHERE "
            + String.join(" AND ", Collections.nCopies(beginnings.size(), WITH_WORD)), beginnings, first, size);
    }

    private List<Long> page(String from, List<String> values, int first, int size) {
        return database.queryForList("SELECT W.WITHDRAWAL_ID" + from + " ORDER BY W.STATED_UTC DESC, W.WITHDRAWAL_ID DESC LIMIT " + size
            + " OFFSET " + first, Long.class, values.toArray());
    }
}
