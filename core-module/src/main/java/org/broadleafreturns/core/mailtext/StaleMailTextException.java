package org.broadleafreturns.core.mailtext;

/** Somebody else has changed the text meanwhile. Nothing was changed. */
public class StaleMailTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleMailTextException() {
        super("The text was changed meanwhile");
    }
}
