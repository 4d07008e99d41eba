package org.broadleafreturns.demo;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Further articles of the demo shop. */
final class TestCatalogue {

    private static final AtomicLong IDS = new AtomicLong(90_000);

    private TestCatalogue() {
    }

    /** @param parent may be null */
    static long category(Long parent) {
        long id = IDS.incrementAndGet();
        database().update("insert into BLC_CATEGORY (CATEGORY_ID, NAME, URL, DEFAULT_PARENT_CATEGORY_ID, ACTIVE_START_DATE)"
            + " values (?, ?, ?, ?, TIMESTAMP '2020-01-01 00:00:00')", id, "Category " + id, "/c" + id, parent);
        if (parent != null) {
            database().update("insert into BLC_CATEGORY_XREF (CATEGORY_XREF_ID, CATEGORY_ID, SUB_CATEGORY_ID, DISPLAY_ORDER)"
                + " values (?, ?, ?, 1)", id, parent, id);
        }
        return id;
    }

    /** A thing for 10, with a category. */
    static long article(long category) {
        long id = IDS.incrementAndGet();
        database().update("insert into BLC_PRODUCT (PRODUCT_ID, DEFAULT_CATEGORY_ID, URL) values (?, ?, ?)", id, category, "/p" + id);
        database().update("insert into BLC_SKU (SKU_ID, DEFAULT_PRODUCT_ID, NAME, RETAIL_PRICE, TAXABLE_FLAG, DISCOUNTABLE_FLAG,"
            + " ACTIVE_START_DATE) values (?, ?, ?, 10, 'Y', 'Y', TIMESTAMP '2020-01-01 00:00:00')", id, id, "Article " + id);
        database().update("update BLC_PRODUCT set DEFAULT_SKU_ID = ? where PRODUCT_ID = ?", id, id);
        database().update("insert into BLC_CATEGORY_PRODUCT_XREF (CATEGORY_PRODUCT_ID, PRODUCT_ID, CATEGORY_ID, DISPLAY_ORDER)"
            + " values (?, ?, ?, 1)", id, id, category);
        return id;
    }

    /** A bundle of so many units of one article. */
    static long bundle(long category, long article, int quantity) {
        long id = article(category);
        database().update("insert into BLC_PRODUCT_BUNDLE (PRODUCT_ID, PRICING_MODEL, AUTO_BUNDLE, ITEMS_PROMOTABLE, BUNDLE_PROMOTABLE,"
            + " BUNDLE_PRIORITY) values (?, 'ITEM_SUM', 'N', 'N', 'N', 99)", id);
        database().update("insert into BLC_SKU_BUNDLE_ITEM (SKU_BUNDLE_ITEM_ID, QUANTITY, PRODUCT_BUNDLE_ID, SKU_ID) values (?, ?, ?, ?)",
            id, quantity, id, article);
        return id;
    }

    private static JdbcTemplate database() {
        return ReturnTables.database();
    }
}
