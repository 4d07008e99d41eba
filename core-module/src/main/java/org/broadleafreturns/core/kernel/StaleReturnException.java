package org.broadleafreturns.core.kernel;

/** Somebody else changed the return since the form was opened. Nothing was changed. */
@ForIntegrators
public class StaleReturnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleReturnException() {
        super("The return was changed meanwhile");
    }
}
