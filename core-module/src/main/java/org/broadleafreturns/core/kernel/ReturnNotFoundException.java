package org.broadleafreturns.core.kernel;

/** There is no such return, order or preview, or it is somebody else's; the two cannot be told apart. */
@ForIntegrators
public class ReturnNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReturnNotFoundException() {
        super("Not found");
    }
}
