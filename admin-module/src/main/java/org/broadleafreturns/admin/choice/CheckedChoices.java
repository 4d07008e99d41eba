package org.broadleafreturns.admin.choice;

import java.util.Optional;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import org.broadleafreturns.admin.record.CheckedRecords;
import org.broadleafreturns.admin.record.FieldRules;
import org.broadleafreturns.admin.record.SubmittedRecord;
import org.broadleafreturns.core.choice.MerchantChoice;

/**
 * The rules of both lists of choices: labels in every language, a code that is unique and never changes, at least one active
 * choice, and none that goes while a return was made with it.
 */
class CheckedChoices<T extends MerchantChoice> extends CheckedRecords<T> {

    private static final String CODE = "code";
    private static final String ACTIVE = "active";
    private static final String SORT_ORDER = "sortOrder";
    private static final String COMMENT_REQUIRED = "commentRequired";
    private static final int STEP = 10;
    private static final int HIGHEST_ORDER = 99_999;

    private final String name;
    private final Predicate<String> isInUse;

    /** @param isInUse whether any return was made with the choice of that code */
    CheckedChoices(Class<T> type, Predicate<String> isInUse) {
        super(type);
        this.name = type.getSimpleName();
        this.isInUse = isInUse;
    }

    @Override
    protected void checkNew(SubmittedRecord submitted, EntityManager records) {
        FieldRules.requireLine(submitted, "labelEn", MerchantChoice.LABEL_LENGTH);
        FieldRules.requireLine(submitted, "labelFr", MerchantChoice.LABEL_LENGTH);
        FieldRules.checkOrder(submitted, SORT_ORDER, nextOrder(records));
        FieldRules.checkSwitch(submitted, ACTIVE, true);
        checkComment(submitted, false);
        Optional<String> code = submitted.value(CODE).map(ChoiceCode::normalized);
        if (code.isEmpty()) {
            generateCode(submitted, records);
        } else if (!ChoiceCode.isValid(code.get())) {
            submitted.reject(CODE, "rtn.admin.choice.code.form");
        } else if (exists(code.get(), records)) {
            submitted.reject(CODE, "rtn.admin.choice.code.taken");
        } else {
            submitted.set(CODE, code.get());
        }
    }

    @Override
    protected void checkChange(SubmittedRecord submitted, T stored, EntityManager records) {
        if (submitted.has("labelEn")) {
            FieldRules.requireLine(submitted, "labelEn", MerchantChoice.LABEL_LENGTH);
        }
        if (submitted.has("labelFr")) {
            FieldRules.requireLine(submitted, "labelFr", MerchantChoice.LABEL_LENGTH);
        }
        if (submitted.has(SORT_ORDER)) {
            FieldRules.checkOrder(submitted, SORT_ORDER, stored.getSortOrder());
        }
        if (submitted.has(ACTIVE)) {
            FieldRules.checkSwitch(submitted, ACTIVE, stored.isActive());
        }
        if (submitted.has(COMMENT_REQUIRED)) {
            checkComment(submitted, false);
        }
        if (submitted.has(CODE) && !submitted.value(CODE).equals(Optional.of(stored.getCode()))) {
            submitted.reject(CODE, "rtn.admin.choice.code.fixed");
        }
        if (submitted.value(ACTIVE).filter("false"::equals).isPresent() && isLastActive(stored, records)) {
            submitted.reject(ACTIVE, "rtn.admin.choice.lastActive");
        }
    }

    @Override
    protected void checkRemoval(SubmittedRecord submitted, T stored, EntityManager records) {
        if (isInUse.test(stored.getCode())) {
            submitted.reject(ACTIVE, "rtn.admin.choice.inUse");
        } else if (isLastActive(stored, records)) {
            submitted.reject(ACTIVE, "rtn.admin.choice.lastActive");
        }
    }

    /** Refund types have no such field. */
    private void checkComment(SubmittedRecord submitted, boolean otherwise) {
        if (submitted.has(COMMENT_REQUIRED) || "ReturnReason".equals(name)) {
            FieldRules.checkSwitch(submitted, COMMENT_REQUIRED, otherwise);
        }
    }

    private void generateCode(SubmittedRecord submitted, EntityManager records) {
        String label = submitted.value("labelEn").orElse("");
        Optional<String> made = ChoiceCode.of(label, code -> exists(code, records));
        if (made.isPresent()) {
            submitted.set(CODE, made.get());
        } else if (!label.isEmpty()) {
            submitted.reject(CODE, "rtn.admin.choice.code.form");
        }
    }

    private int nextOrder(EntityManager records) {
        Number highest = (Number) records.createQuery("select max(c.sortOrder) from " + name + " c").getSingleResult();
        return highest == null ? STEP : Math.min(highest.intValue() + STEP, HIGHEST_ORDER);
    }

    private boolean exists(String code, EntityManager records) {
        return (Long) records.createQuery("select count(c) from " + name + " c where c.code = :code")
            .setParameter("code", code).getSingleResult() > 0;
    }

    private boolean isLastActive(T stored, EntityManager records) {
        return stored.isActive()
            && (Long) records.createQuery("select count(c) from " + name + " c where c.active = true and c.id <> :id")
                .setParameter("id", stored.getId()).getSingleResult() == 0;
    }
}
