package org.broadleafreturns.core.choice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * The shop's reasons and refund types, conditions of goods and reasons for refusals. What was chosen once is found for ever, though
 * it may not be offered any more.
 */
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

    /** What a refund type gives, on offer or not; money where nobody says. */
    default RefundBehaviour refundBehaviour(String code) {
        return RefundBehaviour.MONEY;
    }

    /** The conditions on offer in which goods can come back, in the merchant's order. */
    default List<Choice> conditions(Locale language) {
        return List.of();
    }

    /** A condition of goods, on offer or not. */
    default Optional<Choice> condition(String code, Locale language) {
        return Optional.empty();
    }

    /**
     * Whether goods in that condition, on offer or not, can be sold again unless the merchant who decides says otherwise. Not where
     * nobody knows the condition.
     */
    default boolean isSellable(String condition) {
        return false;
    }

    /** The reasons on offer for which goods are refused, in the merchant's order. */
    default List<Choice> refusalReasons(Locale language) {
        return List.of();
    }

    /** A reason for a refusal, on offer or not. */
    default Optional<Choice> refusalReason(String code, Locale language) {
        return Optional.empty();
    }

    /** The words of a condition; the code itself if nothing is known of it. */
    default String conditionLabel(String code, Locale language) {
        return condition(code, language).map(Choice::label).orElse(code);
    }

    /** The words of a reason for a refusal; the code itself if nothing is known of it. */
    default String refusalReasonLabel(String code, Locale language) {
        return refusalReason(code, language).map(Choice::label).orElse(code);
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
