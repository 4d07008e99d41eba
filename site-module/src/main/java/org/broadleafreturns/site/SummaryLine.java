package org.broadleafreturns.site;

import java.util.List;

/**
 * A line of a request as the summary shows it. Public for the templates.
 *
 * @param name the article's
 * @param details what tells it from others of its name
 * @param picture the address of its article's picture, or null
 * @param quantity how many units are to be returned
 * @param reason why, in words
 * @param worth what they are expected to bring, in words; null if no money comes back, or amounts are not shown
 */
public record SummaryLine(String name, List<String> details, String picture, int quantity, String reason, String worth) {
}
