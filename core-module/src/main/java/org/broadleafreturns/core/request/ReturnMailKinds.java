package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;

/**
 * The mails about a return itself: to the shopper one for each status that it can get, one for returns that follow a withdrawal from
 * their first moment, one for decisions that are taken back before any goods have come, one for corrections; and one to the shop.
 */
public final class ReturnMailKinds {

    /** Tells the shop of a new request. */
    public static final MailKind NEW_REQUEST = MailKind.toShop("NEW_REQUEST", 800, Placeholder.NUMBER, Placeholder.ORDER_NUMBER,
        Placeholder.FIRST_NAME, Placeholder.LAST_NAME, Placeholder.REFUND_TYPE, Placeholder.COMMENT, Placeholder.ARTICLES,
        Placeholder.ADMIN_LINK);

    /** What was in the parcel that nobody had asked to return; may be empty. */
    public static final Placeholder SOMETHING_ELSE = new Placeholder("somethingElse", Placeholder.Kind.LINES);

    /** What a merchant has put right; empty where that is nothing for customers. */
    public static final Placeholder CHANGES = new Placeholder("changes", Placeholder.Kind.LIST);

    /** Tells the shopper what a merchant has put right. */
    public static final MailKind CORRECTED = MailKind.toShopper("CORRECTED", 750, Placeholder.NUMBER, Placeholder.ORDER_NUMBER,
        Placeholder.FIRST_NAME, Placeholder.LAST_NAME, Placeholder.STATUS, Placeholder.REFUND_TYPE, Placeholder.MESSAGE, CHANGES,
        Placeholder.ARTICLES, Placeholder.RETURN_ADDRESS, Placeholder.ACCOUNT_LINK, Placeholder.GUEST_LINK);

    /** By when somebody who has withdrawn sends the goods; empty where there is nothing to send, or nothing any more. */
    public static final Placeholder SEND_BY = new Placeholder("sendBy", Placeholder.Kind.LINE);

    /** Whether nothing of the return has left the shop. */
    public static final Placeholder NOTHING_TO_SEND = new Placeholder("nothingToSend", Placeholder.Kind.CONDITION);

    /** Whether a return that is cancelled follows a withdrawal, which stands all the same. */
    public static final Placeholder BY_WITHDRAWAL = new Placeholder("byWithdrawal", Placeholder.Kind.CONDITION);

    /** Tells whoever has withdrawn from the contract, in place of the mail about a request, that there is a return of it. */
    public static final MailKind WITHDRAWN = MailKind.toShopper("WITHDRAWN", 150, Placeholder.NUMBER, Placeholder.ORDER_NUMBER,
        Placeholder.FIRST_NAME, Placeholder.LAST_NAME, Placeholder.STATUS, Placeholder.REFUND_TYPE, Placeholder.ARTICLES, SEND_BY,
        NOTHING_TO_SEND, Placeholder.RETURN_ADDRESS, Placeholder.ACCOUNT_LINK, Placeholder.GUEST_LINK);

    /** Tells the shopper that a decision was taken back before any goods have come. */
    public static final MailKind REOPENED = MailKind.toShopper("REOPENED", 350, Placeholder.NUMBER, Placeholder.ORDER_NUMBER,
        Placeholder.FIRST_NAME, Placeholder.LAST_NAME, Placeholder.STATUS, Placeholder.REFUND_TYPE, Placeholder.MESSAGE,
        Placeholder.ARTICLES, Placeholder.RETURN_ADDRESS, Placeholder.ACCOUNT_LINK, Placeholder.GUEST_LINK);

    private static final int BETWEEN = 100;
    private static final Map<ReturnStatus, MailKind> BY_STATUS = byStatus();

    private ReturnMailKinds() {
    }

    /** The mail to the shopper whose return gets that status. */
    public static MailKind of(ReturnStatus status) {
        return BY_STATUS.get(status);
    }

    /** The mail to the shopper for whom a merchant creates a return: whoever has withdrawn sends the goods, and need not wait. */
    static MailKind ofNew(StatusChange entered) {
        return LegalBasis.WITHDRAWAL.name().equals(entered.inputs().get(BasisRules.BASIS)) ? WITHDRAWN : of(ReturnStatus.REQUESTED);
    }

    /** The mail to the shopper whose return is to get that status: what has not arrived is not told of as if it had. */
    static MailKind of(ReturnRequest request, ReturnStatus to) {
        return StatusWorkflow.isReopening(request.getStatus(), to) && !request.hasGoods() ? REOPENED : of(to);
    }

    /** All of them, to the shopper and to the shop. */
    public static List<MailKind> all() {
        List<MailKind> all = new ArrayList<>(BY_STATUS.values());
        all.add(WITHDRAWN);
        all.add(REOPENED);
        all.add(CORRECTED);
        all.add(NEW_REQUEST);
        return all;
    }

    private static Map<ReturnStatus, MailKind> byStatus() {
        Map<ReturnStatus, MailKind> byStatus = new EnumMap<>(ReturnStatus.class);
        for (ReturnStatus status : ReturnStatus.values()) {
            List<Placeholder> placeholders = new ArrayList<>(List.of(Placeholder.NUMBER, Placeholder.ORDER_NUMBER,
                Placeholder.FIRST_NAME, Placeholder.LAST_NAME, Placeholder.STATUS, Placeholder.REFUND_TYPE, Placeholder.MESSAGE,
                Placeholder.ARTICLES, Placeholder.RETURN_ADDRESS, Placeholder.ACCOUNT_LINK, Placeholder.GUEST_LINK));
            if (status == ReturnStatus.LABEL_SENT) {
                placeholders.add(Placeholder.LABEL_ATTACHED);
            }
            if (status == ReturnStatus.RECEIVED) {
                placeholders.add(SOMETHING_ELSE);
            }
            if (status == ReturnStatus.CANCELLED) {
                placeholders.add(BY_WITHDRAWAL);
            }
            byStatus.put(status, MailKind.toShopper(status.name(), BETWEEN * byStatus.size() + BETWEEN,
                placeholders.toArray(Placeholder[]::new)).titled(status.getFriendlyType()));
        }
        return byStatus;
    }
}
