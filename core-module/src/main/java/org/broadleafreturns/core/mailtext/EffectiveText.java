package org.broadleafreturns.core.mailtext;

import java.util.Date;

/**
 * The text of a mail in one language as it is in force.
 *
 * @param text the merchant's own, or the shipped one
 * @param version of the merchant's own text, by which an editor that is behind is recognised; {@link #SHIPPED} for the shipped one
 * @param changedBy who wrote the merchant's own text; null for the shipped one
 * @param changedAt when they did; null for the shipped one
 */
public record EffectiveText(MailText text, int version, String changedBy, Date changedAt) {

    /** Stands for the version of a text that the merchant has not changed. */
    public static final int SHIPPED = -1;

    /** Whether the merchant has written it. */
    public boolean own() {
        return version != SHIPPED;
    }
}
