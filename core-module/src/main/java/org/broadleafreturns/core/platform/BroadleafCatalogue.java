package org.broadleafreturns.core.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;

/** {@link ShopCatalogue} over Broadleaf's persistence unit. */
public class BroadleafCatalogue implements ShopCatalogue {

    private final EntityManager entityManager;

    public BroadleafCatalogue(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Map<Long, Set<Long>> categoriesOf(Collection<Long> products) {
        return related(products,
            "select x.product.id, x.category.id from CategoryProductXrefImpl x where x.product.id in (:ids)",
            "select p.id, p.defaultCategory.id from ProductImpl p where p.defaultCategory.id is not null and p.id in (:ids)");
    }

    @Override
    public Map<Long, Set<Long>> parentsOf(Collection<Long> categories) {
        return related(categories,
            "select x.subCategory.id, x.category.id from CategoryXrefImpl x where x.subCategory.id in (:ids)",
            "select c.id, c.defaultParentCategory.id from CategoryImpl c"
                + " where c.defaultParentCategory.id is not null and c.id in (:ids)");
    }

    private Map<Long, Set<Long>> related(Collection<Long> ids, String... queries) {
        Map<Long, Set<Long>> related = new HashMap<>();
        if (!ids.isEmpty()) {
            for (String query : queries) {
                for (Object[] row : entityManager.createQuery(query, Object[].class).setParameter("ids", ids).getResultList()) {
                    related.computeIfAbsent((Long) row[0], id -> new HashSet<>()).add((Long) row[1]);
                }
            }
        }
        return related;
    }
}
