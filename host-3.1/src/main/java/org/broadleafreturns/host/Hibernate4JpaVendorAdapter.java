package org.broadleafreturns.host;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.spi.PersistenceProvider;
import org.hibernate.ejb.HibernateEntityManager;
import org.hibernate.ejb.HibernateEntityManagerFactory;
import org.hibernate.ejb.HibernatePersistence;
import org.springframework.orm.jpa.JpaDialect;
import org.springframework.orm.jpa.vendor.AbstractJpaVendorAdapter;

/** Spring 5's own adapter needs Hibernate 5; Broadleaf 3.1 needs 4.1, whose JPA classes live in another package. */
public class Hibernate4JpaVendorAdapter extends AbstractJpaVendorAdapter {

    private final PersistenceProvider provider = new HibernatePersistence();
    private final JpaDialect dialect = new Hibernate4JpaDialect();

    @Override
    public PersistenceProvider getPersistenceProvider() {
        return provider;
    }

    @Override
    public String getPersistenceProviderRootPackage() {
        return "org.hibernate";
    }

    @Override
    public JpaDialect getJpaDialect() {
        return dialect;
    }

    @Override
    public Class<? extends EntityManagerFactory> getEntityManagerFactoryInterface() {
        return HibernateEntityManagerFactory.class;
    }

    @Override
    public Class<? extends EntityManager> getEntityManagerInterface() {
        return HibernateEntityManager.class;
    }
}
