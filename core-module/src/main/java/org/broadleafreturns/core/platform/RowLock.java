package org.broadleafreturns.core.platform;

import javax.persistence.EntityManager;
import javax.persistence.LockModeType;

/**
 * Locks one row and no other. An entity that is found with a lock brings more: Hibernate 6 locks its customer, its currency
 * and its language too, the whole shop's, before the row itself, and MySQL whatever the older Hibernate joins.
 */
public final class RowLock {

    private RowLock() {
    }

    /**
     * Locks a row until the transaction ends.
     *
     * @param entity the entity's name in queries
     * @return whether there is such a row
     */
    public static boolean take(String entity, Long id, LockModeType mode, EntityManager entityManager) {
        return !entityManager.createQuery("select e.id from " + entity + " e where e.id = :id", Long.class)
            .setParameter("id", id).setLockMode(mode).getResultList().isEmpty();
    }
}
