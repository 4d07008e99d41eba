package org.broadleafreturns.site;

/**
 * A way to settle a return, as the request form offers it. Public for the templates.
 *
 * @param code what is kept of it
 * @param label its words
 * @param limits what whoever chooses it has to know, or null
 * @param money whether money comes back
 */
public record RefundChoice(String code, String label, String limits, boolean money) {
}
