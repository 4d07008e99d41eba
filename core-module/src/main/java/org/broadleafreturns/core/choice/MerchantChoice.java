package org.broadleafreturns.core.choice;

import java.io.Serializable;
import org.broadleafreturns.core.words.Listed;

/**
 * One of the things that shoppers or merchants choose from. The back office writes the fields of all kinds through the
 * platform's own forms, in which {@code rtn.admin.choice.*} name them; those forms know no fields of a common superclass.
 */
public interface MerchantChoice extends Listed, Serializable {

    /** How long a code can be, in characters. */
    int CODE_LENGTH = 40;
    /** How long a label can be, in characters. */
    int LABEL_LENGTH = 120;
    /** The place of the first field after the labels, of which there is one for each language. */
    int FIRST_ORDER = 1000;

    /** What returns keep of it: {@code [A-Z0-9_]}, fixed once it is stored. */
    String getCode();

    /** Whether whoever chooses it must write a comment. */
    boolean isCommentRequired();
}
