package org.broadleafreturns.admin.access;

/** A list was asked for something that no text, day or number can be. */
public class UnreadableQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableQueryException() {
        super("Asked for a text that cannot be");
    }
}
