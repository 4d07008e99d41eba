package org.broadleafreturns.core.settings;

/** A text, which is stored as it is. */
public interface TextForm extends ValueForm<String> {

    @Override
    default String write(String value) {
        return value;
    }

    @Override
    default String read(String stored) {
        return stored;
    }
}
