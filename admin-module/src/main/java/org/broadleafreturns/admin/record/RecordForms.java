package org.broadleafreturns.admin.record;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.web.form.component.ListGridRecord;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafcommerce.openadmin.web.service.AbstractFormBuilderExtensionHandler;
import org.broadleafreturns.admin.page.Cells;
import org.broadleafreturns.admin.words.MerchantWords;

/**
 * What the platform's lists and forms of some kinds of record show beyond the platform's own: words, and a start for new
 * records. The platform keeps one handler of a class, so one serves all kinds that are treated alike.
 */
public abstract class RecordForms extends AbstractFormBuilderExtensionHandler {

    private final Set<String> types;
    private final MerchantWords words;
    private final EnumerationWords enumerations;
    private final List<WordFields> fields;

    protected RecordForms(Set<Class<?>> types, MerchantWords words, EnumerationWords enumerations, WordFields... fields) {
        this.types = types.stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
        this.words = words;
        this.enumerations = enumerations;
        this.fields = List.of(fields);
    }

    /** What a new record starts with. */
    protected void start(EntityForm form) {
    }

    /** What is different once the record exists. */
    protected void restrict(EntityForm form) {
    }

    @Override
    public ExtensionResultStatusType modifyUnpopulatedEntityForm(EntityForm form) {
        if (!isOurs(form.getCeilingEntityClassname())) {
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        form.getFields().values().forEach(enumerations::translate);
        form.getFields().values().forEach(this::name);
        start(form);
        return ExtensionResultStatusType.HANDLED_CONTINUE;
    }

    private void name(Field field) {
        fields.forEach(kind -> kind.language(field.getName()).ifPresent(language ->
            field.setFriendlyName(words.message(kind.caption(), language.getDisplayName(words.locale())))));
    }

    /** The words in a language that the shop speaks since then. */
    private void allowWhatIsNotWrittenYet(Field field) {
        boolean isOfWords = fields.stream().anyMatch(kind -> kind.language(field.getName()).isPresent());
        if (isOfWords && (field.getValue() == null || field.getValue().isEmpty())) {
            field.setRequired(false);
        }
    }

    @Override
    public ExtensionResultStatusType modifyPopulatedEntityForm(EntityForm form, Entity entity) {
        if (!isOurs(form.getCeilingEntityClassname())) {
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        if (form.getId() != null && !form.getId().isEmpty()) {
            restrict(form);
            form.getFields().values().forEach(this::allowWhatIsNotWrittenYet);
        }
        return ExtensionResultStatusType.HANDLED_CONTINUE;
    }

    @Override
    public ExtensionResultStatusType modifyListGridRecord(String className, ListGridRecord row, Entity entity) {
        if (!isOurs(className)) {
            return ExtensionResultStatusType.NOT_HANDLED;
        }
        for (Field cell : row.getFields()) {
            Property property = entity.findProperty(cell.getName());
            if (property != null && property.getValue() != null) {
                Cells.show(cell, inWords(property));
            } else {
                empty(cell);
            }
        }
        return ExtensionResultStatusType.HANDLED_CONTINUE;
    }

    private boolean isOurs(String className) {
        return className != null && types.contains(className);
    }

    /** A cell without a value. */
    protected void empty(Field cell) {
    }

    /** The words of a cell. */
    protected String inWords(Property property) {
        return switch (property.getValue()) {
            case "true" -> words.message("rtn.admin.yes");
            case "false" -> words.message("rtn.admin.no");
            default -> property.getDisplayValue() == null ? property.getValue() : property.getDisplayValue();
        };
    }

    protected final MerchantWords words() {
        return words;
    }

    protected static void preset(EntityForm form, String name, String value) {
        Field field = form.findField(name);
        if (field != null) {
            field.setValue(value);
        }
    }
}
