package org.broadleafreturns.core.settings;

import java.util.List;
import java.util.Locale;

/** Which of the languages that a merchant writes a reader gets. */
public final class Languages {

    private Languages() {
    }

    /** The reader's own, be it that of another country; where it is not written, {@code otherwise}. */
    public static Locale nearest(Locale reader, List<Locale> written, Locale otherwise) {
        return written.stream().filter(reader::equals).findFirst()
            .or(() -> written.stream().filter(language -> language.getLanguage().equals(reader.getLanguage())).findFirst())
            .orElse(otherwise);
    }
}
