package org.broadleafreturns.site;

/** Somebody without an account asks for what is not open to them, or is not any more. */
class NothingOpenException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
