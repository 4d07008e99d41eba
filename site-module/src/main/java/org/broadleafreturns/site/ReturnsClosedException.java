package org.broadleafreturns.site;

/** The merchant has switched returns off, and somebody asks for a page that is there only otherwise. */
class ReturnsClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
