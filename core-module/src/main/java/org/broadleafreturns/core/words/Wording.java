package org.broadleafreturns.core.words;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** What a merchant wrote in one language. As typed: escape it wherever it is shown. */
@Embeddable
public class Wording implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How long a language's tag can be, in characters. */
    private static final int TAG_LENGTH = 35;

    @Column(name = "LANGUAGE_TAG", nullable = false, length = TAG_LENGTH)
    private String languageTag;

    @Column(name = "CONTENT", nullable = false)
    private String content;

    /** For the persistence provider. */
    protected Wording() {
    }

    public Wording(Locale language, String content) {
        this.languageTag = language.toLanguageTag();
        this.content = content;
    }

    /** As BCP 47 has it. */
    public String getLanguageTag() {
        return languageTag;
    }

    public String getContent() {
        return content;
    }

    boolean isIn(Locale language) {
        return languageTag.equals(language.toLanguageTag());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wording wording && Objects.equals(languageTag, wording.languageTag)
            && Objects.equals(content, wording.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(languageTag, content);
    }
}
