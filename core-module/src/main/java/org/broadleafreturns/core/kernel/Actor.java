package org.broadleafreturns.core.kernel;


/**
 * Who does something to a return, and from where.
 *
 * @param kind in which capacity
 * @param id the platform's identifier of the customer or the back-office user; null for the system
 * @param name for the journal
 * @param mayReopen whether they may take back a decision
 * @param channel by which way they do it
 * @param address the network address of their device, or null if it is unknown or the shop does not keep it
 */
public record Actor(Kind kind, Long id, String name, boolean mayReopen, Channel channel, String address) {

    /** In which capacity somebody acts. */
    public enum Kind { CUSTOMER, MERCHANT, SYSTEM }

    /** By which way somebody acts. */
    public enum Channel { STOREFRONT, BACK_OFFICE, BACKGROUND }

    public static Actor customer(Long id, String name) {
        return new Actor(Kind.CUSTOMER, id, name, false, Channel.STOREFRONT, null);
    }

    public static Actor merchant(Long id, String name, boolean mayReopen) {
        return new Actor(Kind.MERCHANT, id, name, mayReopen, Channel.BACK_OFFICE, null);
    }

    /** The same, at a network address; null for none. */
    public Actor at(String newAddress) {
        return new Actor(kind, id, name, mayReopen, channel, newAddress);
    }
}
