package org.broadleafreturns.core.choice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** The shop's reasons and refund types. What was chosen once is found for ever, though it may not be offered any more. */
@ForIntegrators
public interface ReturnChoices {

    /** The reasons on offer, in the merchant's order. */
    List<Choice> reasons(Locale language);

    /** The refund types on offer, in the merchant's order. */
    List<Choice> refundTypes(Locale language);

    /** A reason, on offer or not. */
    Optional<Choice> reason(String code, Locale language);

    /** A refund type, on offer or not. */
    Optional<Choice> refundType(String code, Locale language);

    /** What a refund type gives, on offer or not; money where nobody says. Nothing depends on it yet. */
    default RefundBehaviour refundBehaviour(String code) {
        return RefundBehaviour.MONEY;
    }

    /** The words of a reason that a return was made with; the code itself if nothing is known of it. */
    default String reasonLabel(String code, Locale language) {
        return reason(code, language).map(Choice::label).orElse(code);
    }

    /** The words of a refund type that a return was made with; the code itself if nothing is known of it. */
    default String refundTypeLabel(String code, Locale language) {
        return refundType(code, language).map(Choice::label).orElse(code);
    }
}
