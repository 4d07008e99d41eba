package org.broadleafreturns.admin.template;

import java.util.List;
import java.util.Locale;
import javax.persistence.EntityManager;
import org.broadleafreturns.admin.record.CheckedRecords;
import org.broadleafreturns.admin.record.FieldRules;
import org.broadleafreturns.admin.record.SubmittedRecord;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.template.MessageTemplate;
import org.broadleafreturns.core.template.TemplateTexts;

/** The rules of message templates: a name in every language, and a text in at least one, with placeholders that there are. */
class CheckedTemplates extends CheckedRecords<MessageTemplate> {

    private static final String ACTIVE = "active";
    private static final String SORT_ORDER = "sortOrder";
    /** How codes of objections to placeholders begin, and end where one is not known. */
    private static final String PLACEHOLDERS = "rtn.objection.mailText.";
    private static final String UNKNOWN = ".unknown";
    private static final int STEP = 10;
    private static final int HIGHEST_ORDER = 99_999;

    private final WordFields texts;

    CheckedTemplates(WordFields names, WordFields texts) {
        super(MessageTemplate.class, names, texts);
        this.texts = texts;
    }

    @Override
    protected void checkNew(SubmittedRecord submitted, EntityManager records) {
        words().languages().forEach(language -> FieldRules.requireLine(submitted, words().field(language), words().maximumLength()));
        FieldRules.checkOrder(submitted, SORT_ORDER, nextOrder(records));
        FieldRules.checkSwitch(submitted, ACTIVE, true);
        checkTexts(submitted, new MessageTemplate());
    }

    @Override
    protected void checkChange(SubmittedRecord submitted, MessageTemplate stored, EntityManager records) {
        words().languages().forEach(language -> checkName(submitted, stored, language));
        if (submitted.has(SORT_ORDER)) {
            FieldRules.checkOrder(submitted, SORT_ORDER, stored.getSortOrder());
        }
        if (submitted.has(ACTIVE)) {
            FieldRules.checkSwitch(submitted, ACTIVE, stored.isActive());
        }
        checkTexts(submitted, stored);
    }

    /** A template may always go: messages keep what was made of it. */
    @Override
    protected void checkRemoval(SubmittedRecord submitted, MessageTemplate stored, EntityManager records) {
    }

    /** What was written in a language is not taken back; a language that the shop speaks since then may wait. */
    private void checkName(SubmittedRecord submitted, MessageTemplate stored, Locale language) {
        String field = words().field(language);
        if (submitted.has(field) && words().written(stored, language).isPresent()) {
            FieldRules.requireLine(submitted, field, words().maximumLength());
        } else {
            FieldRules.checkLine(submitted, field, words().maximumLength());
        }
    }

    private void checkTexts(SubmittedRecord submitted, MessageTemplate stored) {
        List<Locale> languages = texts.languages();
        languages.forEach(language -> checkText(submitted, texts.field(language)));
        boolean any = languages.stream().anyMatch(language -> (submitted.has(texts.field(language))
            ? submitted.value(texts.field(language)) : texts.written(stored, language)).isPresent());
        if (!any) {
            submitted.reject(texts.field(languages.get(0)), "rtn.admin.template.text.missing");
        }
    }

    private void checkText(SubmittedRecord submitted, String field) {
        FieldRules.checkText(submitted, field, texts.maximumLength());
        submitted.value(field).flatMap(text -> TemplateTexts.objections(field, text).stream().map(Objection::code)
            .filter(code -> code.contains(PLACEHOLDERS)).findFirst()).ifPresent(code ->
                submitted.reject(field, code.endsWith(UNKNOWN) ? "rtn.admin.template.unknown" : "rtn.admin.template.braces"));
    }

    private static int nextOrder(EntityManager records) {
        Number highest = (Number) records.createQuery("select max(t.sortOrder) from MessageTemplate t").getSingleResult();
        return highest == null ? STEP : Math.min(highest.intValue() + STEP, HIGHEST_ORDER);
    }
}
