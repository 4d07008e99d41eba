package org.broadleafreturns.core.platform;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionImplementor;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The connection that a web request with an open entity manager goes on holding after its first transaction. */
public class RequestConnection {

    private final EntityManagerFactory entityManagerFactory;

    public RequestConnection(EntityManagerFactory entityManagerFactory) {
        this.entityManagerFactory = entityManagerFactory;
    }

    /** Gives it back to the pool, if there is one; the next use takes another. There must be no transaction. */
    public void giveBack() {
        EntityManager entityManager = EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagerFactory);
        if (entityManager != null) {
            entityManager.unwrap(SessionImplementor.class).getJdbcCoordinator()
                .getLogicalConnection().manualDisconnect();
        }
    }

    /** The same, except within a transaction, which goes on needing it. */
    public void giveBackBetweenTransactions() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            giveBack();
        }
    }
}
