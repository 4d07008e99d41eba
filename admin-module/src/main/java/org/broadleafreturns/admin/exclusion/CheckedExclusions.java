package org.broadleafreturns.admin.exclusion;

import java.util.Locale;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.core.catalog.domain.CategoryImpl;
import org.broadleafcommerce.core.catalog.domain.ProductImpl;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;
import org.broadleafreturns.admin.record.CheckedRecords;
import org.broadleafreturns.admin.record.FieldRules;
import org.broadleafreturns.admin.record.SubmittedRecord;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.core.exclusion.Exclusion;
import org.broadleafreturns.core.exclusion.ExclusionGround;
import org.broadleafreturns.core.exclusion.MarkHistory;
import org.broadleafreturns.core.exclusion.MarkKind;

/**
 * The rules of exclusions: one product or one category, which has no other mark; and a ground for what does not come back, in
 * the merchant's own words in every language unless it is a ready one. What a mark said before is kept.
 */
class CheckedExclusions extends CheckedRecords<Exclusion> {

    private static final String KIND = "kind";
    private static final String PRODUCT = "product";
    private static final String CATEGORY = "category";
    private static final String GROUND = "ground";
    private static final long NONE = 0;

    private final MarkHistory history;

    CheckedExclusions(WordFields grounds, MarkHistory history) {
        super(Exclusion.class, grounds);
        this.history = history;
    }

    @Override
    public Entity add(PersistencePackage persistencePackage, DynamicEntityDao dao, RecordHelper helper) throws ServiceException {
        Entity row = super.add(persistencePackage, dao, helper);
        if (!row.isValidationFailure()) {
            dao.getStandardEntityManager().flush();
            history.added(id(row));
        }
        return row;
    }

    @Override
    public Entity update(PersistencePackage persistencePackage, DynamicEntityDao dao, RecordHelper helper) throws ServiceException {
        Optional<MarkHistory.Saying> before = before(persistencePackage);
        Entity row = super.update(persistencePackage, dao, helper);
        if (!row.isValidationFailure()) {
            dao.getStandardEntityManager().flush();
            before.ifPresent(history::changed);
        }
        return row;
    }

    @Override
    public void remove(PersistencePackage persistencePackage, DynamicEntityDao dao, RecordHelper helper) throws ServiceException {
        Optional<MarkHistory.Saying> before = before(persistencePackage);
        super.remove(persistencePackage, dao, helper);
        dao.getStandardEntityManager().flush();
        before.ifPresent(history::changed);
    }

    /** Before anything is read of the mark: whoever else is changing it is waited for. */
    private Optional<MarkHistory.Saying> before(PersistencePackage persistencePackage) {
        Long id = new SubmittedRecord(persistencePackage.getEntity()).id();
        return id == null ? Optional.empty() : history.before(id);
    }

    @Override
    protected void checkNew(SubmittedRecord submitted, EntityManager records) {
        check(submitted, new Exclusion(), NONE, records);
    }

    @Override
    protected void checkChange(SubmittedRecord submitted, Exclusion stored, EntityManager records) {
        check(submitted, stored, stored.getId(), records);
    }

    /** A mark may always go. */
    @Override
    protected void checkRemoval(SubmittedRecord submitted, Exclusion stored, EntityManager records) {
    }

    private void check(SubmittedRecord submitted, Exclusion stored, long id, EntityManager records) {
        Optional<String> kind = effective(submitted, KIND, stored.getKind());
        if (kind.filter(MarkKind.NOT_RETURNABLE.name()::equals).isPresent()) {
            checkGround(submitted, stored);
        } else if (kind.filter(MarkKind.RETURNABLE.name()::equals).isPresent()) {
            submitted.set(GROUND, null);
        } else {
            submitted.reject(KIND, "rtn.admin.exclusion.kind.missing");
        }
        words().languages().forEach(language -> FieldRules.checkLine(submitted, words().field(language), words().maximumLength()));
        checkTarget(submitted, stored, id, records);
    }

    private void checkGround(SubmittedRecord submitted, Exclusion stored) {
        Optional<ExclusionGround> ground = effective(submitted, GROUND, stored.getGround()).flatMap(CheckedExclusions::ground);
        if (ground.isEmpty()) {
            submitted.reject(GROUND, "rtn.admin.exclusion.ground.missing");
        } else if (ground.get() == ExclusionGround.OTHER) {
            words().languages().forEach(language -> requireWords(submitted, stored, language));
        }
    }

    private static Optional<ExclusionGround> ground(String name) {
        for (ExclusionGround ground : ExclusionGround.values()) {
            if (ground.name().equals(name)) {
                return Optional.of(ground);
            }
        }
        return Optional.empty();
    }

    /** What was written in a language is not taken back; a language that the shop speaks since then may wait. */
    private void requireWords(SubmittedRecord submitted, Exclusion stored, Locale language) {
        Optional<String> written = words().written(stored, language);
        boolean isLater = stored.getGround() == ExclusionGround.OTHER && written.isEmpty();
        if (!isLater && effective(submitted, words().field(language), written.orElse(null)).isEmpty()) {
            submitted.reject(words().field(language), "rtn.admin.exclusion.words.missing");
        }
    }

    private static void checkTarget(SubmittedRecord submitted, Exclusion stored, long id, EntityManager records) {
        Optional<String> product = effective(submitted, PRODUCT, stored.getProduct() == null ? null : stored.getProduct().getId());
        Optional<String> category = effective(submitted, CATEGORY, stored.getCategory() == null ? null : stored.getCategory().getId());
        if (product.isPresent() == category.isPresent()) {
            String field = product.isPresent() ? CATEGORY : PRODUCT;
            submitted.reject(field, product.isPresent() ? "rtn.admin.exclusion.target.both" : "rtn.admin.exclusion.target.missing");
        } else if (product.isPresent()) {
            checkTarget(submitted, PRODUCT, product.get(), ProductImpl.class, id, records);
        } else {
            checkTarget(submitted, CATEGORY, category.get(), CategoryImpl.class, id, records);
        }
    }

    private static void checkTarget(SubmittedRecord submitted, String field, String target, Class<?> type, long id,
            EntityManager records) {
        Long targetId = target.matches("-?[0-9]{1,18}") ? Long.valueOf(target) : null;
        if (targetId == null || records.find(type, targetId) == null) {
            submitted.reject(field, "rtn.admin.exclusion.target.gone");
        } else if ((Long) records.createQuery("select count(e) from Exclusion e where e." + field + ".id = :target and e.id <> :id")
                .setParameter("target", targetId).setParameter("id", id).getSingleResult() > 0) {
            submitted.reject(field, "rtn.admin.exclusion.target.marked");
        }
    }

    /** What the field will hold: what was entered, or what is stored where the form did not have it. */
    private static Optional<String> effective(SubmittedRecord submitted, String field, Object stored) {
        return submitted.has(field) ? submitted.value(field) : Optional.ofNullable(stored).map(Object::toString);
    }
}
