package org.broadleafreturns.core.words;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A record with words that merchants write in several languages. */
public interface Worded {

    /** Null for one that is not stored yet. */
    Long getId();

    /** What is written, one entry a language. A change of this set is a change of the record. */
    Set<Wording> getWordings();

    /** What is written in exactly that language. */
    default Optional<String> writtenIn(Locale language) {
        return getWordings().stream().filter(wording -> wording.isIn(language)).map(Wording::getContent).findFirst();
    }

    /** Writes that, or nothing, in the place of what was written in that language. */
    default void write(Locale language, Optional<String> text) {
        if (!writtenIn(language).equals(text)) {
            getWordings().removeIf(wording -> wording.isIn(language));
            text.ifPresent(written -> getWordings().add(new Wording(language, written)));
        }
    }
}
