package org.broadleafreturns.core.desk;

import org.broadleafreturns.core.kernel.ForIntegrators;

/** What a list can be sorted by. Each has an index that ends with the identifier, by which equal rows are told apart. */
@ForIntegrators
public enum DeskColumn {

    NUMBER("RETURN_NUMBER"),
    ORDER_NUMBER("ORDER_NUMBER"),
    FIRST_NAME("CUSTOMER_FIRST_NAME"),
    LAST_NAME("CUSTOMER_LAST_NAME"),
    STATUS("STATUS"),
    SUBMITTED_AT("SUBMITTED_AT"),
    ARTICLE_COUNT("ARTICLE_COUNT"),
    /** Since when somebody should act. */
    ATTENTION_AT("ATTENTION_AT");

    private final String column;

    DeskColumn(String column) {
        this.column = column;
    }

    String sql() {
        return "R." + column;
    }
}
