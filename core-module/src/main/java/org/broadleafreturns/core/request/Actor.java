package org.broadleafreturns.core.request;

/**
 * Who does something to a return.
 *
 * @param kind in which capacity
 * @param id the platform's identifier of the customer or the back-office user; null for the system
 * @param name for the journal
 * @param mayReopen whether they may take back a decision
 */
public record Actor(Kind kind, Long id, String name, boolean mayReopen) {

    /** In which capacity somebody acts. */
    public enum Kind { CUSTOMER, MERCHANT, SYSTEM }

    public static Actor customer(Long id, String name) {
        return new Actor(Kind.CUSTOMER, id, name, false);
    }

    public static Actor merchant(Long id, String name, boolean mayReopen) {
        return new Actor(Kind.MERCHANT, id, name, mayReopen);
    }
}
