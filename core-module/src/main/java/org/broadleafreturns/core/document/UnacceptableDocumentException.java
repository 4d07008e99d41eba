package org.broadleafreturns.core.document;

/** A file that is not kept: of a type that is not accepted, empty, or too large. */
public class UnacceptableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Fault { EMPTY, WRONG_TYPE, TOO_LARGE }

    private final Fault fault;

    UnacceptableDocumentException(Fault fault) {
        super("Document not accepted: " + fault);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
