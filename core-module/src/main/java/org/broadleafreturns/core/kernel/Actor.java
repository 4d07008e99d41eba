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
 * @param ground why the system does it by itself: the code of a message that says so; null for people
 */
@ForIntegrators
public record Actor(Kind kind, Long id, String name, boolean mayReopen, Channel channel, String address, String ground) {

    /** In which capacity somebody acts. */
    public enum Kind { CUSTOMER, MERCHANT, SYSTEM }

    /** By which way somebody acts. */
    public enum Channel { STOREFRONT, BACK_OFFICE, BACKGROUND }

    public static Actor customer(Long id, String name) {
        return new Actor(Kind.CUSTOMER, id, name, false, Channel.STOREFRONT, null, null);
    }

    public static Actor merchant(Long id, String name, boolean mayReopen) {
        return new Actor(Kind.MERCHANT, id, name, mayReopen, Channel.BACK_OFFICE, null, null);
    }

    /**
     * The shop itself, for what nobody asked it to do at that moment: a deadline, a carrier's news, a rule.
     *
     * @param ground the code of a message that says on what ground it acts, such as {@code rtn.ground.overdue}
     */
    public static Actor system(String ground) {
        if (ground == null || !ground.matches("[A-Za-z0-9_.-]{1,120}")) {
            throw new IllegalArgumentException("The system acts on a ground, whose words a message of that code has: " + ground);
        }
        return new Actor(Kind.SYSTEM, null, "", false, Channel.BACKGROUND, null, ground);
    }

    /** The same, at a network address; null for none. */
    public Actor at(String newAddress) {
        return new Actor(kind, id, name, mayReopen, channel, newAddress, ground);
    }
}
