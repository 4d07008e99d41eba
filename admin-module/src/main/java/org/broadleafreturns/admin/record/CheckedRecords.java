package org.broadleafreturns.admin.record;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.admin.domain.AdminMainEntity;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.CriteriaTransferObject;
import org.broadleafcommerce.openadmin.dto.DynamicResultSet;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.FieldMetadata;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.broadleafcommerce.openadmin.server.service.handler.CustomPersistenceHandlerAdapter;
import org.broadleafcommerce.openadmin.server.service.persistence.module.BasicPersistenceModule;
import org.broadleafcommerce.openadmin.server.service.persistence.module.InspectHelper;
import org.broadleafcommerce.openadmin.server.service.persistence.module.PersistenceModule;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;
import org.broadleafreturns.core.words.Worded;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Checks what the platform's forms submit of one kind of record before the platform writes it, and reads and writes the record's
 * words in every language, of which the platform knows nothing. The platform has checked the user's permission by then.
 *
 * @param <T> the kind of record
 */
public abstract class CheckedRecords<T extends Worded & Serializable> extends CustomPersistenceHandlerAdapter {

    private static final String ID = "id";
    /** By which the platform calls a record in its headings and in others' fields. */
    private static final List<String> NAMES =
        List.of(BasicPersistenceModule.MAIN_ENTITY_NAME_PROPERTY, AdminMainEntity.MAIN_ENTITY_NAME_PROPERTY);

    private final Class<T> type;
    private final WordFields words;
    private final List<WordFields> all;

    /** @param further fields for words that the record has besides its own */
    protected CheckedRecords(Class<T> type, WordFields words, WordFields... further) {
        this.type = type;
        this.words = words;
        this.all = Stream.concat(Stream.of(words), Arrays.stream(further)).toList();
    }

    protected final WordFields words() {
        return words;
    }

    /** Completes and checks what is to become a new record. */
    protected abstract void checkNew(SubmittedRecord submitted, EntityManager records);

    /** Checks a change. What the form did not submit stays as it is. */
    protected abstract void checkChange(SubmittedRecord submitted, T stored, EntityManager records);

    /** Says why a record must stay. */
    protected abstract void checkRemoval(SubmittedRecord submitted, T stored, EntityManager records);

    @Override
    public Boolean canHandleInspect(PersistencePackage persistencePackage) {
        return type.getName().equals(persistencePackage.getCeilingEntityFullyQualifiedClassname());
    }

    @Override
    public Boolean canHandleFetch(PersistencePackage persistencePackage) {
        return canHandleInspect(persistencePackage);
    }

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
    public DynamicResultSet inspect(PersistencePackage persistencePackage, DynamicEntityDao dao, InspectHelper helper)
            throws ServiceException {
        Map<String, FieldMetadata> properties =
            helper.getSimpleMergedProperties(type.getName(), persistencePackage.getPersistencePerspective());
        all.forEach(fields -> fields.describe(properties));
        Class<?>[] types = dao.getAllPolymorphicEntitiesFromCeiling(type);
        return new DynamicResultSet(DescribedRecords.of(types, properties, persistencePackage, helper), null, null);
    }

    @Override
    public DynamicResultSet fetch(PersistencePackage persistencePackage, CriteriaTransferObject criteria, DynamicEntityDao dao,
            RecordHelper helper) throws ServiceException {
        PersistenceModule platform =
            helper.getCompatibleModule(persistencePackage.getPersistencePerspective().getOperationTypes().getFetchType());
        Locale reader = LocaleContextHolder.getLocale();
        return WordList.askedFor(criteria, words.column()).page(criteria, asked -> platform.fetch(persistencePackage, asked),
            rows -> show(rows, dao.getStandardEntityManager(), reader), reader);
    }

    /** One query for all rows, for each kind of words. */
    private void show(Entity[] rows, EntityManager records, Locale reader) {
        List<Long> ids = Arrays.stream(rows).map(CheckedRecords::id).filter(Objects::nonNull).toList();
        if (ids.isEmpty()) {
            return;
        }
        Map<Long, T> found = new HashMap<>();
        all.forEach(fields -> records.createQuery("select distinct r from " + type.getSimpleName()
                + " r left join fetch r." + fields.property() + " where r.id in (:ids)", type).setParameter("ids", ids).getResultList()
            .forEach(record -> found.put(record.getId(), record)));
        for (Entity row : rows) {
            Optional.ofNullable(found.get(id(row))).ifPresent(record -> show(row, record, reader));
        }
    }

    private void show(Entity row, T record, Locale reader) {
        for (WordFields fields : all) {
            fields.languages().forEach(language -> put(row, fields.field(language), fields.written(record, language).orElse(null)));
        }
        if (words.areListed()) {
            put(row, words.column(), words.shown(record, reader));
            NAMES.forEach(name -> put(row, name, words.shown(record, reader)));
        }
    }

    private static void put(Entity row, String name, String value) {
        Property property = Optional.ofNullable(row.findProperty(name)).orElseGet(Property::new);
        property.setValue(value);
        if (property.getName() == null) {
            property.setName(name);
            row.addProperty(property);
        }
    }

    /** The identifier of a row; null if it has none. */
    protected static Long id(Entity row) {
        Property id = row.findProperty(ID);
        return id == null || id.getValue() == null ? null : Long.valueOf(id.getValue());
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
        return written(helper.add(persistencePackage, false).getEntity(), submitted, dao.getStandardEntityManager());
    }

    @Override
    public Entity update(PersistencePackage persistencePackage, DynamicEntityDao dao, RecordHelper helper) throws ServiceException {
        SubmittedRecord submitted = new SubmittedRecord(persistencePackage.getEntity());
        checkChange(submitted, stored(submitted, dao), dao.getStandardEntityManager());
        submitted.refuseIfObjectedTo();
        return written(helper.update(persistencePackage, false).getEntity(), submitted, dao.getStandardEntityManager());
    }

    /** In the transaction in which the platform has written the rest. */
    private Entity written(Entity row, SubmittedRecord submitted, EntityManager records) {
        if (!row.isValidationFailure()) {
            T record = records.find(type, id(row));
            all.forEach(fields -> fields.write(submitted, record));
            show(row, record, LocaleContextHolder.getLocale());
        }
        return row;
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
