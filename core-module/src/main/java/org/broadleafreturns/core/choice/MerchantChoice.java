package org.broadleafreturns.core.choice;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the things that the merchant lets shoppers choose from. The back office writes the fields of both kinds through the
 * platform's own forms, in which {@code rtn.admin.choice.*} name them; those forms know no fields of a common superclass.
 */
public interface MerchantChoice extends Serializable {

    /** How long a code can be, in characters. */
    int CODE_LENGTH = 40;
    /** How long a label can be, in characters. */
    int LABEL_LENGTH = 120;

    Long getId();

    /** What returns keep of it: {@code [A-Z0-9_]}, fixed once it is stored. */
    String getCode();

    String getLabelEn();

    String getLabelFr();

    /** Choices are shown in ascending order of it. */
    int getSortOrder();

    /** Whether it can be chosen for a new return. */
    boolean isActive();

    /** Whether whoever chooses it must write a comment. */
    boolean isCommentRequired();

    /** The words that the merchant wrote for that language; empty if the form has no field for it. */
    default Optional<String> labelIn(Locale language) {
        return switch (language.getLanguage()) {
            case "en" -> Optional.of(getLabelEn());
            case "fr" -> Optional.of(getLabelFr());
            default -> Optional.empty();
        };
    }
}
