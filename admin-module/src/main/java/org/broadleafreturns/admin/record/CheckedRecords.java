package org.broadleafreturns.admin.record;

import java.io.Serializable;
import java.util.Arrays;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.broadleafcommerce.openadmin.server.service.handler.CustomPersistenceHandlerAdapter;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;

/**
 * Checks what the platform's forms submit of one kind of record before the platform writes it. The platform has checked the
 * user's permission by then.
 *
 * @param <T> the kind of record
 */
public abstract class CheckedRecords<T extends Serializable> extends CustomPersistenceHandlerAdapter {

    private static final String ID = "id";

    private final Class<T> type;

    protected CheckedRecords(Class<T> type) {
        this.type = type;
    }

    /** Completes and checks what is to become a new record. */
    protected abstract void checkNew(SubmittedRecord submitted, EntityManager records);

    /** Checks a change. What the form did not submit stays as it is. */
    protected abstract void checkChange(SubmittedRecord submitted, T stored, EntityManager records);

    /** Says why a record must stay. */
    protected abstract void checkRemoval(SubmittedRecord submitted, T stored, EntityManager records);

    @Override
    public Boolean canHandleAdd(PersistencePackage persistencePackage) {
        return isResponsible(persistencePackage);
    }

    @Override
    public Boolean canHandleUpdate(PersistencePackage persistencePackage) {
        return isResponsible(persistencePackage);
    }

    @Override
    public Boolean canHandleRemove(PersistencePackage persistencePackage) {
        return isResponsible(persistencePackage);
    }

    @Override
    public Entity add(PersistencePackage persistencePackage, DynamicEntityDao dao, RecordHelper helper) throws ServiceException {
        SubmittedRecord submitted = new SubmittedRecord(persistencePackage.getEntity());
        if (submitted.has(ID)) {
            // The platform would change the record of that identifier instead.
            submitted.set(ID, null);
        }
        checkNew(submitted, dao.getStandardEntityManager());
        submitted.refuseIfObjectedTo();
        return helper.add(persistencePackage, false).getEntity();
    }

    @Override
    public Entity update(PersistencePackage persistencePackage, DynamicEntityDao dao, RecordHelper helper) throws ServiceException {
        SubmittedRecord submitted = new SubmittedRecord(persistencePackage.getEntity());
        checkChange(submitted, stored(submitted, dao), dao.getStandardEntityManager());
        submitted.refuseIfObjectedTo();
        return helper.update(persistencePackage, false).getEntity();
    }

    @Override
    public void remove(PersistencePackage persistencePackage, DynamicEntityDao dao, RecordHelper helper) throws ServiceException {
        SubmittedRecord submitted = new SubmittedRecord(persistencePackage.getEntity());
        T stored = stored(submitted, dao);
        checkRemoval(submitted, stored, dao.getStandardEntityManager());
        submitted.refuseIfObjectedTo();
        dao.getStandardEntityManager().remove(stored);
    }

    private T stored(SubmittedRecord submitted, DynamicEntityDao dao) throws ValidationException {
        T stored = submitted.id() == null ? null : dao.getStandardEntityManager().find(type, submitted.id());
        if (stored == null) {
            submitted.reject(ID, "rtn.admin.record.gone");
            submitted.refuseIfObjectedTo();
        }
        return stored;
    }

    /** Looks at the record's own type too, since the platform writes to that one whatever the section is. */
    private boolean isResponsible(PersistencePackage persistencePackage) {
        Entity entity = persistencePackage.getEntity();
        return type.getName().equals(persistencePackage.getCeilingEntityFullyQualifiedClassname())
            || entity != null && entity.getType() != null && Arrays.asList(entity.getType()).contains(type.getName());
    }
}
