package org.broadleafreturns.admin.access;

/** A list was asked for something that no text can be. */
class UnreadableQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableQueryException() {
        super("Asked for a text that cannot be");
    }
}
