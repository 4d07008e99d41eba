package org.broadleafreturns.admin.withdrawal;

import org.broadleafreturns.core.waiting.Backlog;

/**
 * One of the lists. Public for the templates.
 *
 * @param length how many there are in it
 */
public record ListTab(String key, Backlog length, boolean shown) {
}
