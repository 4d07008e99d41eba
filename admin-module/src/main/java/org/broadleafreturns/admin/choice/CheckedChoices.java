package org.broadleafreturns.admin.choice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafreturns.admin.record.CheckedList;
import org.broadleafreturns.admin.record.FieldRules;
import org.broadleafreturns.admin.record.SubmittedRecord;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.core.choice.GoodsCondition;
import org.broadleafreturns.core.choice.MerchantChoice;
import org.broadleafreturns.core.choice.RefundBehaviour;
import org.broadleafreturns.core.choice.RefundType;

/**
 * The rules of all lists of choices: labels in every language, a code that is unique and never changes, at least one active
 * choice, and none that goes while a return was made with it.
 */
class CheckedChoices<T extends MerchantChoice> extends CheckedList<T> {

    private static final String CODE = "code";
    private static final String COMMENT_REQUIRED = "commentRequired";
    private static final String SELLABLE = "sellable";
    private static final String BEHAVIOUR = "behaviour";

    private final Predicate<String> isInUse;

    /** @param isInUse whether any return knows the choice of that code */
    CheckedChoices(Class<T> type, WordFields labels, Predicate<String> isInUse) {
        super(type, labels);
        this.isInUse = isInUse;
    }

    @Override
    protected void checkNew(SubmittedRecord submitted, EntityManager records) {
        super.checkNew(submitted, records);
        checkComment(submitted, false);
        checkSellable(submitted, false);
        checkBehaviour(submitted, RefundBehaviour.MONEY);
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
        super.checkChange(submitted, stored, records);
        if (submitted.has(COMMENT_REQUIRED)) {
            checkComment(submitted, false);
        }
        if (submitted.has(SELLABLE) && stored instanceof GoodsCondition condition) {
            checkSellable(submitted, condition.isSellable());
        }
        if (submitted.has(BEHAVIOUR) && stored instanceof RefundType refundType) {
            checkBehaviour(submitted, refundType.getBehaviour());
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

    /** Only reasons have such a field. */
    private void checkComment(SubmittedRecord submitted, boolean otherwise) {
        if (submitted.has(COMMENT_REQUIRED) || "ReturnReason".equals(name())) {
            FieldRules.checkSwitch(submitted, COMMENT_REQUIRED, otherwise);
        }
    }

    /** Only conditions have such a field. */
    private void checkSellable(SubmittedRecord submitted, boolean otherwise) {
        if (submitted.has(SELLABLE) || "GoodsCondition".equals(name())) {
            FieldRules.checkSwitch(submitted, SELLABLE, otherwise);
        }
    }

    /** Only refund types have such a field. */
    private void checkBehaviour(SubmittedRecord submitted, RefundBehaviour otherwise) {
        if (submitted.has(BEHAVIOUR) || "RefundType".equals(name())) {
            FieldRules.checkOffered(submitted, BEHAVIOUR, Stream.of(RefundBehaviour.values()).map(Enum::name).toList(),
                otherwise.name());
        }
    }

    /** Of the English label, or else of the first one that has letters for it. */
    private void generateCode(SubmittedRecord submitted, EntityManager records) {
        List<String> labels = Stream.concat(words().languages().stream().filter(CheckedChoices::isEnglish),
                words().languages().stream().filter(language -> !isEnglish(language)))
            .flatMap(language -> submitted.value(words().field(language)).stream()).toList();
        Optional<String> made = labels.stream().flatMap(label -> ChoiceCode.of(label, code -> exists(code, records)).stream())
            .findFirst();
        if (made.isPresent()) {
            submitted.set(CODE, made.get());
        } else if (!labels.isEmpty()) {
            submitted.reject(CODE, "rtn.admin.choice.code.form");
        }
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private boolean exists(String code, EntityManager records) {
        return (Long) records.createQuery("select count(c) from " + name() + " c where c.code = :code")
            .setParameter("code", code).getSingleResult() > 0;
    }

    private boolean isLastActive(T stored, EntityManager records) {
        return stored.isActive()
            && (Long) records.createQuery("select count(c) from " + name() + " c where c.active = true and c.id <> :id")
                .setParameter("id", stored.getId()).getSingleResult() == 0;
    }
}
