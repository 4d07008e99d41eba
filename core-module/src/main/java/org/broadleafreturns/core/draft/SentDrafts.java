package org.broadleafreturns.core.draft;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Drafts on their way out: read in one statement, past whatever the request has read of them before, and removed. Takes part in the
 * caller's transaction.
 */
class SentDrafts {

    private final JdbcTemplate database;

    SentDrafts(DataSource dataSource) {
        this.database = new JdbcTemplate(dataSource);
    }

    /**
     * What is to be sent.
     *
     * @param order the order that it is for
     * @param savedAt when it was last changed
     * @param photos how many it has
     */
    record SentDraft(long id, long order, Date savedAt, DraftInput input, int photos) {

        /** Whether it is still what was last changed then; moments that a database rounds differ. */
        boolean isOf(Date moment) {
            return savedAt.getTime() == moment.getTime();
        }
    }

    /** A customer's own draft, as it is now; empty if there is none of that token. */
    Optional<SentDraft> find(String token, Long customer) {
        Map<Long, String> quantities = new LinkedHashMap<>();
        Map<Long, String> reasons = new LinkedHashMap<>();
        List<SentDraft> found = database.query("SELECT D.DRAFT_ID, D.REFUND_TYPE, D.CUSTOMER_COMMENT, L.ORDER_ITEM_ID, L.QUANTITY,"
            + " L.REASON_CODE, (SELECT COUNT(*) FROM RTN_DRAFT_PHOTO P WHERE P.DRAFT_ID = D.DRAFT_ID), D.ORDER_ID, D.SAVED_AT"
            + " FROM RTN_DRAFT D LEFT JOIN RTN_DRAFT_LINE L ON L.DRAFT_ID = D.DRAFT_ID"
            + " WHERE D.TOKEN = ? AND D.CUSTOMER_ID = ? ORDER BY L.ORDER_ITEM_ID", (row, number) -> {
                long item = row.getLong(4);
                if (row.getString(5) != null) {
                    quantities.put(item, row.getString(5));
                }
                if (row.getString(6) != null) {
                    reasons.put(item, row.getString(6));
                }
                return new SentDraft(row.getLong(1), row.getLong(8), row.getTimestamp(9),
                    new DraftInput(quantities, reasons, row.getString(2), row.getString(3)), row.getInt(7));
            }, token, customer);
        // The last row has met all lines.
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    void remove(SentDraft draft) {
        if (draft.photos() > 0) {
            database.update("DELETE FROM RTN_DRAFT_PHOTO WHERE DRAFT_ID = ?", draft.id());
        }
        database.update("DELETE FROM RTN_DRAFT_LINE WHERE DRAFT_ID = ?", draft.id());
        database.update("DELETE FROM RTN_DRAFT WHERE DRAFT_ID = ?", draft.id());
    }
}
