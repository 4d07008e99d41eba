package org.broadleafreturns.site;

import java.util.List;

/**
 * A line of a request as the summary shows it. Public for the templates.
 *
 * @param name the article's
 * @param details what tells it from others of its name
 * @param quantity how many units are to be returned
 * @param reason why, in words
 */
public record SummaryLine(String name, List<String> details, int quantity, String reason) {
}
