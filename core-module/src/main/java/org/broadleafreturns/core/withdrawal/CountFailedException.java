package org.broadleafreturns.core.withdrawal;

/** The shop's count of a statement has failed, for instance by a shop's own {@link Holidays}; the transaction is of no use any more. */
class CountFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CountFailedException(String statement, RuntimeException cause) {
        super("Statement " + statement + " could not be compared with its order", cause);
    }
}
