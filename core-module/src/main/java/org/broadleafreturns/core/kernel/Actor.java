package org.broadleafreturns.core.kernel;

import java.util.Set;

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
 * @param permissions the names of what else they may do, such as a feature's {@code refund}
 */
@ForIntegrators
public record Actor(Kind kind, Long id, String name, boolean mayReopen, Channel channel, String address, String ground,
        Set<String> permissions) {

    /** In which capacity somebody acts. */
    public enum Kind { CUSTOMER, MERCHANT, SYSTEM }

    /** By which way somebody acts. */
    public enum Channel { STOREFRONT, BACK_OFFICE, BACKGROUND }

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** Without further permissions. */
    public Actor(Kind kind, Long id, String name, boolean mayReopen, Channel channel, String address, String ground) {
        this(kind, id, name, mayReopen, channel, address, ground, Set.of());
    }

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
        return new Actor(kind, id, name, mayReopen, channel, newAddress, ground, permissions);
    }

    /** The same, who may do that too. */
    public Actor allowed(Set<String> further) {
        return new Actor(kind, id, name, mayReopen, channel, address, ground, further);
    }

    /** Whether they may do what a permission of that name stands for. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
