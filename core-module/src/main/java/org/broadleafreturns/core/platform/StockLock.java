package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.extension.ExtensionResultHolder;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.inventory.service.AbstractInventoryServiceExtensionHandler;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands before the platform's own changes of stock, whoever makes them, in back office and storefront: it locks the rows and reads
 * them anew, and lets the platform go on. Two who sell and put back at once would otherwise overwrite what the other one did.
 *
 * <p>It comes last: where another handler answers, such as that of a shop that counts elsewhere, the platform changes nothing, and
 * nothing of this runs.
 */
public class StockLock extends AbstractInventoryServiceExtensionHandler {

    private static final String OWN = StockLock.class.getName();

    private final StockRows rows;

    public StockLock(EntityManager entityManager) {
        this.rows = new StockRows(entityManager);
    }

    /** A change by {@link BroadleafStock}, with the row locked and read by then. */
    static final class OwnChange {

        private boolean unreadable;

        Map<String, Object> context() {
            Map<String, Object> context = new HashMap<>();
            context.put(OWN, this);
            return context;
        }

        /** Whether the platform keeps no quantity, so that nothing was changed. */
        boolean isUnreadable() {
            return unreadable;
        }

        private static OwnChange in(Map<String, Object> context) {
            return context == null ? null : (OwnChange) context.get(OWN);
        }
    }

    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public ExtensionResultStatusType incrementInventory(Map<Sku, Integer> units, Map<String, Object> context) {
        OwnChange own = OwnChange.in(context);
        if (own == null) {
            lock(units.keySet());
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        return changed(own, units, 1);
    }

    @Override
    public ExtensionResultStatusType decrementInventory(Map<Sku, Integer> units, Map<String, Object> context) {
        OwnChange own = OwnChange.in(context);
        if (own == null) {
            lock(units.keySet());
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        return changed(own, units, -1);
    }

    /** What Broadleaf 7.0 does where an order is changed; 3.1 knows nothing of it. */
    public ExtensionResultStatusType reconcileChangeOrderInventory(Map<Sku, Integer> taken, Map<Sku, Integer> put,
            Map<String, Object> context) {
        Map<Sku, Integer> all = new HashMap<>(taken);
        all.putAll(put);
        lock(all.keySet());
        return ExtensionResultStatusType.NOT_HANDLED;
    }

    /** The platform says that there is nothing of an article that is not sold just now. */
    @Override
    public ExtensionResultStatusType retrieveQuantitiesAvailable(Collection<Sku> skus, Map<String, Object> context,
            ExtensionResultHolder<Map<Sku, Integer>> result) {
        if (OwnChange.in(context) == null) {
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        Map<Sku, Integer> quantities = new HashMap<>();
        skus.forEach(sku -> quantities.put(sku, quantity(sku)));
        result.setResult(quantities);
        return ExtensionResultStatusType.HANDLED;
    }

    private void lock(Collection<Sku> skus) {
        // Without a transaction there is nothing that a lock could last for.
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            rows.lockCounted(skus);
        }
    }

    /**
     * The platform puts nothing back of an article that is not sold just now but what comes back, as if there were no others, takes
     * nothing of it, and fails at one without a product, or without a quantity: there the row, which is locked, is changed here.
     */
    private static ExtensionResultStatusType changed(OwnChange own, Map<Sku, Integer> units, int sign) {
        if (units.keySet().stream().allMatch(StockLock::isPlatforms)) {
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        units.forEach((sku, some) -> {
            sku.setQuantityAvailable(quantity(sku) + sign * some);
            own.unreadable = own.unreadable || sku.getQuantityAvailable() == null;
        });
        return ExtensionResultStatusType.HANDLED;
    }

    private static boolean isPlatforms(Sku sku) {
        return sku.isActive() && sku.getProduct() != null && sku.getQuantityAvailable() != null;
    }

    private static int quantity(Sku sku) {
        Integer quantity = sku.getQuantityAvailable();
        return quantity == null ? 0 : quantity;
    }
}
