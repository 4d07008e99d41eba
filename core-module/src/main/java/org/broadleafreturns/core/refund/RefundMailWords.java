package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailSource;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.MailSubject;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.SampleReturn;
import org.broadleafreturns.core.request.StatusChange;

/** What the mails of decisions say of a refund that is made with them, and samples for the back office. */
class RefundMailWords implements ReturnMailWords, MailSource {

    private static final Amount SAMPLE = new Amount(new BigDecimal("42.99"), Currency.getInstance("EUR"));
    /** The mails of decisions that pay something back. */
    static final Set<MailKind> DECISIONS =
        Set.of(ReturnMailKinds.of(ReturnStatus.ACCEPTED), ReturnMailKinds.of(ReturnStatus.PARTIALLY_ACCEPTED));

    private final RefundEntries entries;
    private final RefundWords words;
    private final SampleReturn sample;

    RefundMailWords(RefundEntries entries, RefundWords words, SampleReturn sample) {
        this.entries = entries;
        this.words = words;
        this.sample = sample;
    }

    @Override
    public List<MailKind> kinds() {
        return List.of(RefundMailKinds.REFUNDED);
    }

    @Override
    public Set<Placeholder> addedTo(MailKind kind) {
        return DECISIONS.contains(kind)
            ? Set.of(RefundMailKinds.REFUND, RefundMailKinds.TOTAL, RefundMailKinds.PARTS, RefundMailKinds.WAYS,
                RefundMailKinds.VOUCHER) : Set.of();
    }

    @Override
    public Map<Placeholder, Object> values(MailSubject subject) {
        Map<String, String> inputs = subject.change().map(StatusChange::inputs).orElse(Map.of());
        if (!EnteredRefund.isWanted(inputs)) {
            return Map.of(RefundMailKinds.REFUND, false);
        }
        return entries.ofDecision(subject.request(), inputs, subject.goods()).filter(entered -> entered.objections().isEmpty())
            .map(entered -> {
                Map<Placeholder, Object> values = RefundMails.values(entered, subject.language(), words);
                values.put(RefundMailKinds.REFUND, true);
                return values;
            }).orElse(Map.of(RefundMailKinds.REFUND, false));
    }

    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        String amount = SAMPLE.shownTo(language);
        Map<Placeholder, Object> values = new HashMap<>(kind.equals(RefundMailKinds.REFUNDED) ? sample.sample(kind, language) : Map.of());
        if (!kind.equals(RefundMailKinds.REFUNDED)) {
            values.put(RefundMailKinds.REFUND, true);
        }
        values.put(RefundMailKinds.VOUCHER, false);
        values.put(RefundMailKinds.TOTAL, amount);
        values.put(RefundMailKinds.PARTS, List.of(words.sampleLine(amount, language)));
        values.put(RefundMailKinds.WAYS, List.of(words.way(amount, RefundMeans.GATEWAY, words.payment("CREDIT_CARD", "4242", language),
            language)));
        return values;
    }
}
