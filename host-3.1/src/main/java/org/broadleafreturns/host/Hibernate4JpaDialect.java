package org.broadleafreturns.host;

import java.sql.Connection;
import javax.persistence.EntityManager;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.PessimisticLockException;
import org.hibernate.Session;
import org.hibernate.StaleStateException;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.datasource.ConnectionHandle;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.orm.jpa.DefaultJpaDialect;
import org.springframework.orm.jpa.JpaSystemException;

/**
 * Spring 5's Hibernate dialect speaks to Hibernate 5 classes. This one does the same with 4.1: it shows JDBC code the
 * connection of the running JPA transaction, and turns Hibernate's exceptions into Spring's. Transactions have the
 * database's default isolation only.
 */
class Hibernate4JpaDialect extends DefaultJpaDialect {

    private static final long serialVersionUID = 1L;

    @Override
    public ConnectionHandle getJdbcConnection(EntityManager entityManager, boolean readOnly) {
        SessionImplementor session = (SessionImplementor) entityManager.unwrap(Session.class);
        return new ConnectionHandle() {
            @Override
            public Connection getConnection() {
                return session.connection();
            }
        };
    }

    @Override
    public DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        if (failure instanceof HibernateException hibernate) {
            return translate(hibernate);
        }
        if (failure instanceof javax.persistence.PersistenceException && failure.getCause() instanceof HibernateException cause) {
            return translate(cause);
        }
        return super.translateExceptionIfPossible(failure);
    }

    private static DataAccessException translate(HibernateException failure) {
        if (failure instanceof ConstraintViolationException) {
            return new DataIntegrityViolationException(failure.getMessage(), failure);
        }
        if (failure instanceof LockAcquisitionException) {
            return new CannotAcquireLockException(failure.getMessage(), failure);
        }
        if (failure instanceof PessimisticLockException) {
            return new PessimisticLockingFailureException(failure.getMessage(), failure);
        }
        if (failure instanceof StaleStateException) {
            return new ObjectOptimisticLockingFailureException(failure.getMessage(), failure);
        }
        if (failure instanceof JDBCException jdbc) {
            return new InvalidDataAccessResourceUsageException(
                failure.getMessage() + " [" + jdbc.getSQLException() + "]", failure);
        }
        return new JpaSystemException(failure);
    }
}
