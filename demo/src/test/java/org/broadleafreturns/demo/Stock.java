package org.broadleafreturns.demo;

import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.catalog.domain.SkuImpl;
import org.broadleafcommerce.core.inventory.service.InventoryService;
import org.broadleafcommerce.core.inventory.service.InventoryUnavailableException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** The shelf of a running shop: what stands in its database, and what the platform itself does with it. */
final class Stock {

    /** On Broadleaf 3.1 the demo has a class of its own for articles that are counted. */
    private static final String TABLE =
        ClassUtils.isPresent("org.hibernate.ejb.HibernatePersistence", null) ? "DEMO_COUNTED_SKU" : "BLC_SKU";

    private final InventoryService inventory;
    private final EntityManager entityManager;
    private final TransactionTemplate transaction;
    private final JdbcTemplate database;

    Stock(ConfigurableApplicationContext shop) {
        this.inventory = shop.getBean("blInventoryService", InventoryService.class);
        this.entityManager = SharedEntityManagerCreator.createSharedEntityManager(
            shop.getBean("entityManagerFactory", EntityManagerFactory.class));
        this.transaction = new TransactionTemplate(shop.getBean("blTransactionManager", PlatformTransactionManager.class));
        this.database = new JdbcTemplate(shop.getBean("webDS", DataSource.class));
    }

    boolean isCounted(Long sku) {
        return "CHECK_QUANTITY".equals(database.queryForObject("SELECT INVENTORY_TYPE FROM BLC_SKU WHERE SKU_ID = ?", String.class, sku));
    }

    /** As it stands in the table. */
    int of(Long sku) {
        return database.queryForObject("SELECT QUANTITY_AVAILABLE FROM " + TABLE + " WHERE SKU_ID = ?", Integer.class, sku);
    }

    /** Behind the platform's back, as another system does it. */
    void set(Long sku, Integer units) {
        database.update("UPDATE " + TABLE + " SET QUANTITY_AVAILABLE = ? WHERE SKU_ID = ?", units, sku);
    }

    /** How many units of an order item returns have put on the shelf and not taken again. */
    int moved(Long orderItem) {
        return database.queryForObject("SELECT COALESCE(SUM(CASE WHEN DIRECTION = 'PUT' THEN UNITS_MOVED ELSE -UNITS_MOVED END), 0)"
            + " FROM RTN_STOCK_MOVEMENT WHERE ORDER_ITEM_ID = ?", Integer.class, orderItem);
    }

    /** As a checkout does it, by what the platform's cache has. */
    void sell(Long sku, int units) {
        if (units > 0) {
            transaction.executeWithoutResult(status -> {
                try {
                    inventory.decrementInventory(Map.of(article(sku), units));
                } catch (InventoryUnavailableException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /** The same of one unit, if there is any, after a page has shown the article. */
    boolean sellOne(Long sku) {
        Sku shown = transaction.execute(status -> article(sku));
        shown.getName();
        try {
            return transaction.execute(status -> {
                try {
                    inventory.decrementInventory(shown, 1);
                    return true;
                } catch (InventoryUnavailableException e) {
                    throw new IllegalArgumentException(e);
                }
            });
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As the platform does where an order is called off. */
    void deliver(Long sku, int units) {
        if (units > 0) {
            transaction.executeWithoutResult(status -> inventory.incrementInventory(article(sku), units));
        }
    }

    private Sku article(Long sku) {
        return entityManager.find(SkuImpl.class, sku);
    }
}
