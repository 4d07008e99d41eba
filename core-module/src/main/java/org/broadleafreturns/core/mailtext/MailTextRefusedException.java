package org.broadleafreturns.core.mailtext;

import java.util.List;
import org.broadleafreturns.core.kernel.Objection;

/** A text that cannot be the text of a mail. Nothing was changed; the objections name the lines. */
public class MailTextRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Objection> objections;

    MailTextRefusedException(List<Objection> objections) {
        super("Refused: " + objections);
        this.objections = List.copyOf(objections);
    }

    /** At least one. */
    public List<Objection> objections() {
        return objections;
    }
}
