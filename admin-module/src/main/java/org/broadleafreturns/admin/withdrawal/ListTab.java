package org.broadleafreturns.admin.withdrawal;

/**
 * One of the lists. Public for the templates.
 *
 * @param count how many there are in it
 */
public record ListTab(String key, long count, boolean shown) {
}
