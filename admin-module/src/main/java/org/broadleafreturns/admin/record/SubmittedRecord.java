package org.broadleafreturns.admin.record;

import java.util.Optional;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.server.service.ValidationException;

/** The fields that a form has submitted, and what is wrong with them. */
public final class SubmittedRecord {

    private final Entity entity;
    private String firstObjection;

    public SubmittedRecord(Entity entity) {
        this.entity = entity;
        if (entity.getProperties() == null) {
            entity.setProperties(new Property[0]);
        }
    }

    /** Whether the form had that field. */
    public boolean has(String field) {
        return entity.findProperty(field) != null;
    }

    /** What was entered, without blanks around it; empty if that is nothing. */
    public Optional<String> value(String field) {
        return Optional.ofNullable(entity.findProperty(field)).map(Property::getValue).map(String::strip)
            .filter(text -> !text.isEmpty());
    }

    /** Puts something in the place of what was entered. */
    public void set(String field, String value) {
        Property property = entity.findProperty(field);
        if (property == null) {
            property = new Property();
            property.setName(field);
            entity.addProperty(property);
        }
        property.setValue(value);
        property.setIsDirty(true);
    }

    /**
     * Objects to a field.
     *
     * @param code the message that says why, or the text itself. The platform reads a text as the pattern of a message: it must have
     *     neither braces nor straight apostrophes
     */
    public void reject(String field, String code) {
        entity.addValidationError(field, code);
        if (firstObjection == null) {
            firstObjection = code;
        }
    }

    /** Whether anything was objected to. */
    public boolean isRejected() {
        return firstObjection != null;
    }

    /** The identifier of the record that is changed or removed; null for a new one. */
    public Long id() {
        return value("id").filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf).orElse(null);
    }

    /** The platform shows a removal's message, and beside the fields those of the record. */
    void refuseIfObjectedTo() throws ValidationException {
        if (firstObjection != null) {
            throw new ValidationException(entity, firstObjection);
        }
    }
}
