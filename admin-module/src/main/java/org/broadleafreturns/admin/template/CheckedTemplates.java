package org.broadleafreturns.admin.template;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
import org.broadleafreturns.admin.record.CheckedList;
import org.broadleafreturns.admin.record.FieldRules;
import org.broadleafreturns.admin.record.SubmittedRecord;
import org.broadleafreturns.admin.record.WordFields;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.template.MessageTemplate;
import org.broadleafreturns.core.template.TemplateTexts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The rules of message templates: a name in every language, and a text in at least one, with placeholders that there are. */
class CheckedTemplates extends CheckedList<MessageTemplate> {

    /** How codes of objections to placeholders begin, and end where one is not known. */
    private static final String PLACEHOLDERS = "rtn.objection.mailText.";
    private static final String UNKNOWN = ".unknown";
    /** A placeholder, or one end of a part, as its word can be named; not what is none at all. */
    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*[#^/]?\\s*([\\p{L}\\p{N}_.-]{1,60})\\s*}}");

    private final WordFields texts;
    private final MessageSource messages;

    CheckedTemplates(WordFields names, WordFields texts, MessageSource messages) {
        super(MessageTemplate.class, names, texts);
        this.texts = texts;
        this.messages = messages;
    }

    @Override
    protected void checkNew(SubmittedRecord submitted, EntityManager records) {
        super.checkNew(submitted, records);
        checkTexts(submitted, new MessageTemplate());
    }

    @Override
    protected void checkChange(SubmittedRecord submitted, MessageTemplate stored, EntityManager records) {
        super.checkChange(submitted, stored, records);
        checkTexts(submitted, stored);
    }

    /** A template may always go: messages keep what was made of it. */
    @Override
    protected void checkRemoval(SubmittedRecord submitted, MessageTemplate stored, EntityManager records) {
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
        submitted.value(field).flatMap(text -> TemplateTexts.objections(field, text).stream()
            .filter(objection -> objection.code().contains(PLACEHOLDERS)).findFirst()).ifPresent(objection ->
                submitted.reject(field, objection.code().endsWith(UNKNOWN) ? unknown(objection) : "rtn.admin.template.braces"));
    }

    /** Without the braces that it was written with, which the platform would take for its own. */
    private String unknown(Objection objection) {
        return objection.arguments().stream().map(argument -> NAMED.matcher(argument.toString())).filter(Matcher::matches).findFirst()
            .map(named -> messages.getMessage("rtn.admin.template.unknown.named", new Object[] {named.group(1)},
                LocaleContextHolder.getLocale()))
            .orElse("rtn.admin.template.unknown");
    }
}
