package org.broadleafreturns.site;

/**
 * An order that somebody may see without being logged in.
 *
 * @param customerId whose it was when it was opened; if it is somebody else's since, nothing is open
 * @param returnNumber the only one of its returns that they may see; null for all of them, and for asking for another
 */
public record OpenOrder(Long orderId, Long customerId, String returnNumber) {

    /** Whether all of its returns can be seen, and another one asked for. */
    public boolean isWhole() {
        return returnNumber == null;
    }
}
