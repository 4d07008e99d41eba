package org.broadleafreturns.core.platform;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.catalog.domain.SkuImpl;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;

/**
 * The rows that count the shop's articles. The platform changes them without a lock and by what it has read, which may have lain in a
 * cache for a day; here they are locked, one after the other by their identifiers, and read anew.
 */
class StockRows {

    private static final String QUANTITY = "quantityAvailable";
    /** Which Broadleaf 3.1 does not have. */
    private static final String USES_DEFAULT = "enableDefaultSkuInInventory";

    private final EntityManager entityManager;
    private final Map<String, Boolean> counting = new ConcurrentHashMap<>();

    StockRows(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An article whose row is locked. */
    private record Locked(Sku sku, Optional<Integer> quantity) {
    }

    Sku find(Long id) {
        return entityManager.find(SkuImpl.class, id);
    }

    /** The article that the platform counts for this one: the default one, where its product says so. */
    static Sku counted(Sku sku) {
        Product product = sku.getProduct();
        if (product == null || product.getDefaultSku() == null) {
            return sku;
        }
        BeanWrapper properties = new BeanWrapperImpl(product);
        return properties.isReadableProperty(USES_DEFAULT) && Boolean.TRUE.equals(properties.getPropertyValue(USES_DEFAULT))
            ? product.getDefaultSku() : sku;
    }

    /** Locks and reads them anew; by identifier, without those that are in the catalogue no more. */
    Map<Long, Sku> locked(Collection<Long> ids) {
        Map<Long, Sku> found = new LinkedHashMap<>();
        new TreeSet<>(ids).forEach(id -> {
            Sku sku = find(id);
            if (sku != null) {
                found.put(id, sku);
            }
        });
        return lock(found.values()).stream().collect(Collectors.toMap(Sku::getId, sku -> sku));
    }

    /** The same of those that the platform is about to change, and of those that it counts for them. */
    void lockCounted(Collection<Sku> skus) {
        lock(skus.stream().map(StockRows::counted).toList());
    }

    /** @return those that are there */
    private List<Sku> lock(Collection<Sku> skus) {
        Map<Long, List<Sku>> byId = skus.stream().collect(Collectors.groupingBy(Sku::getId, TreeMap::new, Collectors.toList()));
        List<Locked> locked = byId.values().stream().map(same -> same.get(0)).flatMap(sku -> lock(sku).stream()).toList();
        locked.forEach(one -> byId.get(one.sku().getId()).forEach(sku -> readAnew(sku, one.quantity())));
        return locked.stream().map(Locked::sku).toList();
    }

    /** What was changed before in this transaction is written with it. */
    private Optional<Locked> lock(Sku sku) {
        String entity = Hibernate.getClass(sku).getName();
        if (!counting.computeIfAbsent(entity, this::counts)) {
            return RowLock.take(SkuImpl.class.getName(), sku.getId(), LockModeType.PESSIMISTIC_WRITE, entityManager)
                ? Optional.of(new Locked(sku, Optional.empty())) : Optional.empty();
        }
        List<Integer> quantities = entityManager.createQuery(quantityOf(entity), Integer.class).setParameter("id", sku.getId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        return quantities.isEmpty() ? Optional.empty() : Optional.of(new Locked(sku, Optional.ofNullable(quantities.get(0))));
    }

    private static String quantityOf(String entity) {
        return "select e." + QUANTITY + " from " + entity + " e where e.id = :id";
    }

    /** On Broadleaf 3.1 an article has a quantity only where the shop has given it one. */
    private boolean counts(String entity) {
        EntityManager apart = entityManager.getEntityManagerFactory().createEntityManager();
        try {
            apart.createQuery(quantityOf(entity), Integer.class);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } finally {
            apart.close();
        }
    }

    /**
     * A transaction of MariaDB's reads what was there when it began to read, but what it locks as it is now. So that is what the
     * article has, and what it is compared with when it is written: else nothing would be written where a change comes to what the
     * cache had.
     */
    private void readAnew(Sku sku, Optional<Integer> quantity) {
        boolean managed = entityManager.contains(sku);
        Sku stored = managed ? sku : find(sku.getId());
        Hibernate.initialize(stored);
        entityManager.refresh(stored);
        if (quantity.isPresent() && !quantity.get().equals(stored.getQuantityAvailable())) {
            stored.setQuantityAvailable(quantity.get());
            asRead(stored, quantity.get());
        }
        if (!managed) {
            // The platform changes what it was given, and stores that.
            sku.setQuantityAvailable(stored.getQuantityAvailable());
        }
    }

    private void asRead(Sku stored, Integer quantity) {
        PersistenceContext session = entityManager.unwrap(SessionImplementor.class).getPersistenceContext();
        EntityEntry entry = session.getEntry(session.unproxy(stored));
        entry.getLoadedState()[Arrays.asList(entry.getPersister().getPropertyNames()).indexOf(QUANTITY)] = quantity;
    }
}
