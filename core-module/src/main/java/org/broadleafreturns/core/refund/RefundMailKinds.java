package org.broadleafreturns.core.refund;

import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;

/** The mail that tells the shopper of a refund, and what mails say of one. */
public final class RefundMailKinds {

    /** Whether money is paid back with what the mail tells of. */
    public static final Placeholder REFUND = new Placeholder("refund", Placeholder.Kind.CONDITION);
    /** How much; empty where nothing is. */
    public static final Placeholder TOTAL = new Placeholder("refundTotal", Placeholder.Kind.LINE);
    /** What it is made of; empty where nothing is. */
    public static final Placeholder PARTS = new Placeholder("refundParts", Placeholder.Kind.LIST);
    /** By which means it goes where. */
    public static final Placeholder WAYS = new Placeholder("refundWays", Placeholder.Kind.LIST);
    /** By when money is paid back that is not paid back with what the mail tells of; empty where nothing is to be. */
    public static final Placeholder BY = new Placeholder("refundBy", Placeholder.Kind.LINE);
    /** Whether the day by which that was to be is over. */
    public static final Placeholder WITHOUT_DELAY = new Placeholder("refundWithoutDelay", Placeholder.Kind.CONDITION);

    /** Whether it is a voucher, which is there at once. */
    public static final Placeholder VOUCHER = new Placeholder("refundVoucher", Placeholder.Kind.CONDITION);

    /** Tells the shopper of a refund that is made by itself. */
    public static final MailKind REFUNDED = MailKind.toShopper("REFUNDED", 760, Placeholder.NUMBER, Placeholder.ORDER_NUMBER,
        Placeholder.FIRST_NAME, Placeholder.LAST_NAME, Placeholder.STATUS, Placeholder.REFUND_TYPE, Placeholder.MESSAGE, TOTAL, PARTS,
        WAYS, VOUCHER, Placeholder.ACCOUNT_LINK);

    private RefundMailKinds() {
    }
}
