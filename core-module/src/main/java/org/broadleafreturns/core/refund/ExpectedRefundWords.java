package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafcommerce.common.money.Money;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.MailSubject;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.request.ReturnStatus;

/** In the mail that confirms a request: what it is expected to bring. */
class ExpectedRefundWords implements ReturnMailWords {

    private static final Placeholder EXPECTED_REFUND = new Placeholder("expectedRefund", Placeholder.Kind.LINE);
    private static final Money SAMPLE = new Money(new BigDecimal("42.50"), Currency.getInstance("EUR"));

    private final ExpectedRefunds expected;

    ExpectedRefundWords(ExpectedRefunds expected) {
        this.expected = expected;
    }

    @Override
    public Set<Placeholder> addedTo(MailKind kind) {
        return kind.equals(ReturnMailKinds.of(ReturnStatus.REQUESTED)) || kind.equals(ReturnMailKinds.WITHDRAWN)
            ? Set.of(EXPECTED_REFUND) : Set.of();
    }

    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        return Map.of(EXPECTED_REFUND, AmountWords.of(SAMPLE, language));
    }

    @Override
    public Map<Placeholder, Object> values(MailSubject subject) {
        return expected.of(subject.request()).<Map<Placeholder, Object>>map(amount ->
            Map.of(EXPECTED_REFUND, AmountWords.of(amount, subject.language()))).orElse(Map.of());
    }
}
