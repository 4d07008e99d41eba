package org.broadleafreturns.core.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What an integrator or merchant may set. {@code docs/configuration.md} lists the {@code returns.*} properties behind it.
 *
 * @param numberPrefix what every return number starts with, for instance {@code R}
 * @param reasons codes of the reasons a shopper can choose from, in the order shown; the words are the messages
 *     {@code rtn.reason.CODE}
 * @param refundTypes codes of what a shopper can ask for in exchange, in the order shown; the words are the messages
 *     {@code rtn.refundType.CODE}
 * @param maximumLabelSize the largest label file accepted, in bytes
 * @param defaultLanguage the language of customers of whom no other is known
 * @param mail how mails are sent
 * @param previewLifetime how long an unconfirmed preview of a status change, and the label uploaded for it, is kept
 */
public record ReturnsSettings(
    String numberPrefix,
    List<String> reasons,
    List<String> refundTypes,
    long maximumLabelSize,
    Locale defaultLanguage,
    Mail mail,
    Duration previewLifetime) {

    public ReturnsSettings {
        reasons = List.copyOf(reasons);
        refundTypes = List.copyOf(refundTypes);
        if (maximumLabelSize <= 0) {
            throw new IllegalArgumentException("returns.label.max-size must be positive, not " + maximumLabelSize);
        }
        if (!numberPrefix.matches("[A-Z0-9]{0,6}")) {
            throw new IllegalArgumentException("returns.number.prefix must be up to 6 capital letters or digits, not " + numberPrefix);
        }
    }

    /**
     * @param from the sender of every mail, as an address or {@code Name <address>}
     * @param siteUrl the storefront's address for links in mails, without a slash at the end; empty for no links
     * @param attempts how often a mail is tried before it counts as failed
     * @param firstRetry how long to wait after the first failure; every further wait is twice as long
     * @param pollInterval how often each node looks for mails that are due
     */
    public record Mail(String from, String siteUrl, int attempts, Duration firstRetry, Duration pollInterval) {

        public Mail {
            if (attempts < 1) {
                throw new IllegalArgumentException("returns.mail.attempts must be at least 1, not " + attempts);
            }
        }
    }
}
