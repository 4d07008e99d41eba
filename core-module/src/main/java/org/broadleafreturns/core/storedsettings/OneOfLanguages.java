package org.broadleafreturns.core.storedsettings;

import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** A language that the shop has; one that it has given up since is none to write in. */
record OneOfLanguages(List<Locale> languages, Locale otherwise) implements ValueForm<Locale> {

    @Override
    public String write(Locale value) {
        return value.toLanguageTag();
    }

    @Override
    public Locale read(String stored) {
        return languages.stream().filter(language -> write(language).equals(stored)).findAny().orElse(otherwise);
    }

    @Override
    public Entry<Locale> enter(String typed) {
        return Entry.of(read(typed.strip()));
    }
}
