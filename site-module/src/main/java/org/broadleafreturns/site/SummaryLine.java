package org.broadleafreturns.site;

/**
 * A line of a request as the summary shows it. Public for the templates.
 *
 * @param name the article's
 * @param quantity how many units are to be returned
 * @param reason why, in words
 */
public record SummaryLine(String name, int quantity, String reason) {
}
