package org.broadleafreturns.admin.record;

import java.io.Serializable;
import java.util.Locale;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.words.Listed;

/** The rules of all lists that merchants keep in an order of their own: words in every language, a place, and a switch. */
public abstract class CheckedList<T extends Listed & Serializable> extends CheckedRecords<T> {

    /** The field of the switch. */
    protected static final String ACTIVE = "active";

    private static final String SORT_ORDER = "sortOrder";
    private static final int STEP = 10;
    private static final int HIGHEST_ORDER = 99_999;

    private final String name;

    /** @param further fields for words that the record has besides its own */
    protected CheckedList(Class<T> type, WordFields words, WordFields... further) {
        super(type, words, further);
        this.name = type.getSimpleName();
    }

    /** The record's name in queries. */
    protected final String name() {
        return name;
    }

    /** A new record stands at the end of its list, switched on. */
    @Override
    protected void checkNew(SubmittedRecord submitted, EntityManager records) {
        words().languages().forEach(language -> FieldRules.requireLine(submitted, words().field(language), words().maximumLength()));
        FieldRules.checkOrder(submitted, SORT_ORDER, nextOrder(records));
        FieldRules.checkSwitch(submitted, ACTIVE, true);
    }

    @Override
    protected void checkChange(SubmittedRecord submitted, T stored, EntityManager records) {
        words().languages().forEach(language -> checkWords(submitted, stored, language));
        if (submitted.has(SORT_ORDER)) {
            FieldRules.checkOrder(submitted, SORT_ORDER, stored.getSortOrder());
        }
        if (submitted.has(ACTIVE)) {
            FieldRules.checkSwitch(submitted, ACTIVE, stored.isActive());
        }
    }

    /** What was written in a language is not taken back; a language that the shop speaks since then may wait. */
    private void checkWords(SubmittedRecord submitted, T stored, Locale language) {
        String field = words().field(language);
        if (submitted.has(field) && words().written(stored, language).isPresent()) {
            FieldRules.requireLine(submitted, field, words().maximumLength());
        } else {
            FieldRules.checkLine(submitted, field, words().maximumLength());
        }
    }

    private int nextOrder(EntityManager records) {
        Number highest = (Number) records.createQuery("select max(r.sortOrder) from " + name + " r").getSingleResult();
        return highest == null ? STEP : Math.min(highest.intValue() + STEP, HIGHEST_ORDER);
    }
}
