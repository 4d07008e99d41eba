package org.broadleafreturns.admin.access;

/** The logged-in user may not do that to returns. Nothing was changed. */
public class NoAccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoAccessException() {
        super("No access to returns");
    }
}
