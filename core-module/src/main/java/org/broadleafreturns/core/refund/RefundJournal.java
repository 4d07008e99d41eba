package org.broadleafreturns.core.refund;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;

/** What the journal and the lasting events say of refunds. */
final class RefundJournal {

    /** The kinds of the journal's entries. */
    static final String DECIDED = "REFUND_DECIDED";
    static final String DONE = "REFUND_DONE";
    static final String FAILED = "REFUND_FAILED";
    static final String UNKNOWN = "REFUND_UNKNOWN";
    static final String TRIED_AGAIN = "REFUND_TRIED_AGAIN";
    static final String SAID_DONE = "REFUND_SAID_DONE";
    static final String SAID_FAILED = "REFUND_SAID_FAILED";

    static final String TOLD_WITHOUT = "REFUND_TOLD_WITHOUT";
    static final String RECORDED = "REFUND_RECORDED";
    static final String CONTRADICTED = "REFUND_CONTRADICTED";
    static final String VOUCHER_ENDED = "REFUND_VOUCHER_ENDED";

    static final String CURRENCY = "currency";
    static final String TOTAL = "total";
    static final String WORDS = "words";
    /** The amount of a voucher. Its code is a secret of the shopper's, and nothing for a journal. */
    static final String VOUCHER = "voucher";
    /** Followed by the identifier of the part: amount, means, payment type and hint, with bars between. */
    static final String PART = "part.";
    /** Where it is not so, that the platform has a transaction of it, and that its units count as refunded with it. */
    static final String ROOM = "room";
    static final String UNITS = "units";
    /** What an amount is made of, by names of {@link RefundAmounts}. */
    static final String OF = "of.";

    /** All of these. */
    static final Set<String> KINDS = Set.of(DECIDED, DONE, FAILED, UNKNOWN, TRIED_AGAIN, SAID_DONE, SAID_FAILED,
        RECORDED, CONTRADICTED, VOUCHER_ENDED);

    private RefundJournal() {
    }

    /** The details of an entry without what gateways have said, and without what tells a payment from others. */
    static Map<String, String> blanked(Map<String, String> details) {
        Map<String, String> blanked = new HashMap<>(details);
        blanked.remove(WORDS);
        blanked.replaceAll((name, text) -> name.startsWith(PART) ? text.replaceFirst("^([^|]*\\|[^|]*\\|[^|]*\\|).*", "$1") : text);
        return blanked;
    }

    /**
     * That it was decided, with all that it is made of.
     *
     * @param alone whether it is the step itself, with its message and mail; else another entry has these
     */
    static void noteDecided(ReturnRequest request, Refund refund, List<RefundPayment> payments, boolean alone, Happening happening) {
        Map<String, String> details = details(refund, payments);
        if (payments.isEmpty()) {
            details.put(VOUCHER, refund.getTotal().toPlainString());
        }
        RefundAmounts amounts = refund.amounts();
        Map.of("goods", amounts.goods(), "delivery", amounts.delivery(), "wear", amounts.wear(), "postage", amounts.postage(),
            "fee", amounts.fee(), "otherwise", amounts.otherwise(), "goodwill", amounts.goodwill()).forEach((name, amount) -> {
                if (amount.signum() != 0) {
                    details.put(OF + name, amount.toPlainString());
                }
            });
        JournalEntry entry = alone ? happening.entry(DECIDED) : new JournalEntry(DECIDED, happening.when(), happening.actor());
        happening.note(request, entry.detailed(details));
        tell(request, refund, RefundEventKinds.DECIDED, happening);
    }

    /** What has become of one part. */
    static void note(ReturnRequest request, Refund refund, RefundPayment payment, String kind, Happening happening) {
        Map<String, String> details = details(refund, List.of(payment));
        noteWith(payment.getWords(), request, details, kind, happening);
    }

    /**
     * That one part that had failed was paid back.
     *
     * @param room whether the platform has a transaction of it
     * @param counting whether its units count as refunded with it
     */
    static void noteRecorded(ReturnRequest request, Refund refund, RefundPayment payment, boolean room, boolean counting,
            Happening happening) {
        Map<String, String> details = details(refund, List.of(payment));
        if (!room) {
            details.put(ROOM, "false");
        }
        if (!counting) {
            details.put(UNITS, "false");
        }
        noteWith(payment.getWords(), request, details, RECORDED, happening);
    }

    /** That the gateway says of one part that it has paid, whatever that counts as by now. */
    static void noteContradicted(ReturnRequest request, Refund refund, RefundPayment payment, String said, Happening happening) {
        Map<String, String> details = details(refund, List.of());
        details.put(PART + payment.getId(), part(payment, RefundMeans.GATEWAY));
        noteWith(RefundPayment.kept(said), request, details, CONTRADICTED, happening);
    }

    /** @param words of the gateway, or null */
    private static void noteWith(String words, ReturnRequest request, Map<String, String> details, String kind, Happening happening) {
        if (words != null) {
            details.put(WORDS, words);
        }
        happening.note(request, happening.entry(kind).detailed(details));
    }

    /** That its voucher was ended, which nobody has used. */
    static void noteEnded(ReturnRequest request, Refund refund, Happening happening) {
        Map<String, String> details = details(refund, List.of());
        details.put(VOUCHER, refund.getTotal().toPlainString());
        happening.note(request, new JournalEntry(VOUCHER_ENDED, happening.when(), happening.actor()).detailed(details));
        tell(request, refund, RefundEventKinds.ENDED, happening);
    }

    /** What has become of it, once all of it is done or some has failed. */
    static void tell(ReturnRequest request, Refund refund, String kind, Happening happening) {
        // What a gateway has said may be personal, and these are never blanked.
        happening.tell(request, kind, Map.of("refund", refund.getId().toString(), "currency", refund.getCurrency(),
            "total", refund.getTotal().toPlainString(), "done", refund.getDone().toPlainString()));
    }

    private static Map<String, String> details(Refund refund, List<RefundPayment> payments) {
        Map<String, String> details = new HashMap<>(Map.of(CURRENCY, refund.getCurrency(), TOTAL, refund.getTotal().toPlainString()));
        payments.forEach(payment -> details.put(PART + payment.getId(), part(payment, payment.getMeans())));
        return details;
    }

    private static String part(RefundPayment payment, RefundMeans means) {
        return String.join("|", payment.getAmount().toPlainString(), means.name(), payment.getPaymentType(),
            payment.getPaymentHint() == null ? "" : payment.getPaymentHint());
    }
}
