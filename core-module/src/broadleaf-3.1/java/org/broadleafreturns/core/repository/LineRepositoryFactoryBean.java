package org.broadleafreturns.core.repository;

import java.util.Collections;
import javax.persistence.EntityManager;
import javax.persistence.metamodel.EntityType;
import javax.persistence.metamodel.SingularAttribute;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.JpaEntityInformationSupport;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;

/**
 * Spring Data JPA 2.7 asks the metamodel of every entity for attributes of a composite identifier, which Hibernate 4.1
 * answers with "No supertype found". Here an entity has one identifying attribute.
 */
class LineRepositoryFactoryBean<R extends Repository<T, I>, T, I> extends JpaRepositoryFactoryBean<R, T, I> {

    LineRepositoryFactoryBean(Class<? extends R> repositoryInterface) {
        super(repositoryInterface);
    }

    @Override
    protected RepositoryFactorySupport createRepositoryFactory(EntityManager entityManager) {
        return new JpaRepositoryFactory(entityManager) {
            @Override
            public <E, K> JpaEntityInformation<E, K> getEntityInformation(Class<E> entity) {
                return new SingleIdInformation<>(entity, entityManager);
            }
        };
    }

    private static final class SingleIdInformation<E, K> extends JpaEntityInformationSupport<E, K> {

        private final EntityManager entityManager;
        private final SingularAttribute<? super E, ?> id;

        SingleIdInformation(Class<E> entity, EntityManager entityManager) {
            super(entity);
            this.entityManager = entityManager;
            EntityType<E> type = entityManager.getMetamodel().entity(entity);
            this.id = type.getId(type.getIdType().getJavaType());
        }

        @Override
        @SuppressWarnings("unchecked")
        public K getId(E entity) {
            return (K) entityManager.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(entity);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<K> getIdType() {
            return (Class<K>) id.getJavaType();
        }

        @Override
        public SingularAttribute<? super E, ?> getIdAttribute() {
            return id;
        }

        @Override
        public boolean hasCompositeId() {
            return false;
        }

        @Override
        public Iterable<String> getIdAttributeNames() {
            return Collections.singleton(id.getName());
        }

        @Override
        public Object getCompositeIdAttributeValue(Object identifier, String attribute) {
            return null;
        }
    }
}
