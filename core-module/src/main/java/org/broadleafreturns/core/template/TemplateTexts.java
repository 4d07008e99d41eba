package org.broadleafreturns.core.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mailtext.MessageText;
import org.broadleafreturns.core.request.MessageValues;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.words.Wording;
import org.broadleafreturns.core.words.Words;
import org.springframework.transaction.annotation.Transactional;

/** The texts that merchants keep for their messages to customers. */
public class TemplateTexts {

    private final MessageTemplates templates;
    private final MessageValues values;
    private final ReturnsSettings settings;

    TemplateTexts(MessageTemplates templates, MessageValues values, ReturnsSettings settings) {
        this.templates = templates;
        this.values = values;
        this.settings = settings;
    }

    /**
     * For merchants: those that can be chosen for a message about a return, in the merchant's order. Of the return nothing is read
     * where there are none.
     *
     * @param number of the return
     * @param reader the merchant's language
     */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public List<FilledTemplate> offeredFor(String number, Locale reader) {
        List<MessageTemplate> found = templates.findActiveInOrder();
        if (found.isEmpty()) {
            return List.of();
        }
        MessageValues.Said said = values.of(number);
        return found.stream().flatMap(template -> words(template.texts().getWordings()).shownTo(said.language()).stream()
            .map(text -> new FilledTemplate(template.getId(),
                words(template.getWordings()).shownTo(reader).orElseGet(template::getMainEntityName),
                MessageText.filled(text, said.values())))).toList();
    }

    /** What stands against keeping such a text. */
    public static List<Objection> objections(String field, String text) {
        return MessageText.objections(MessageValues.PLACEHOLDERS, field, text);
    }

    private Words words(Set<Wording> wordings) {
        return Words.of(wordings, settings.defaultLanguage());
    }
}
