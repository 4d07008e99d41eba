package org.broadleafreturns.core.mailtext;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The mails there are: one to the shopper for each status a return can get, and one to the shop. */
public enum MailName {
    REQUESTED,
    LABEL_SENT,
    RECEIVED,
    ACCEPTED,
    PARTIALLY_ACCEPTED,
    REFUSED,
    CANCELLED,
    /** Tells the shop of a new request. */
    NEW_REQUEST;

    private static final Set<Placeholder> TO_SHOPPER = EnumSet.of(Placeholder.NUMBER, Placeholder.ORDER_NUMBER,
        Placeholder.FIRST_NAME, Placeholder.LAST_NAME, Placeholder.STATUS, Placeholder.REFUND_TYPE, Placeholder.MESSAGE,
        Placeholder.ARTICLES, Placeholder.RETURN_ADDRESS, Placeholder.ACCOUNT_LINK);
    private static final Set<Placeholder> TO_SHOP = EnumSet.of(Placeholder.NUMBER, Placeholder.ORDER_NUMBER,
        Placeholder.FIRST_NAME, Placeholder.LAST_NAME, Placeholder.REFUND_TYPE, Placeholder.COMMENT, Placeholder.ARTICLES,
        Placeholder.ADMIN_LINK);

    /** Whether the shop gets it, not the shopper. */
    public boolean isToShop() {
        return this == NEW_REQUEST;
    }

    /** What the text of this mail can show. */
    public Set<Placeholder> placeholders() {
        Set<Placeholder> placeholders = EnumSet.copyOf(isToShop() ? TO_SHOP : TO_SHOPPER);
        if (this == LABEL_SENT) {
            placeholders.add(Placeholder.LABEL_ATTACHED);
        }
        return placeholders;
    }

    String messageCode(String part) {
        return "rtn.mail." + name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
