package org.broadleafreturns.core.choice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** The choices that properties list; their words are the messages {@code rtn.reason.CODE} and {@code rtn.refundType.CODE}. */
class ConfiguredChoices implements ReturnChoices {

    private static final String REASON = "rtn.reason.";
    private static final String REFUND_TYPE = "rtn.refundType.";

    private final List<String> reasons;
    private final List<String> refundTypes;
    private final MessageSource messages;

    ConfiguredChoices(List<String> reasons, List<String> refundTypes, MessageSource messages) {
        this.reasons = List.copyOf(reasons);
        this.refundTypes = List.copyOf(refundTypes);
        this.messages = messages;
    }

    @Override
    public List<Choice> reasons(Locale language) {
        return reasons.stream().map(code -> choice(REASON, code, true, language)).toList();
    }

    @Override
    public List<Choice> refundTypes(Locale language) {
        return refundTypes.stream().map(code -> choice(REFUND_TYPE, code, true, language)).toList();
    }

    @Override
    public Optional<Choice> reason(String code, Locale language) {
        return Optional.ofNullable(code).map(known -> choice(REASON, known, reasons.contains(known), language));
    }

    @Override
    public Optional<Choice> refundType(String code, Locale language) {
        return Optional.ofNullable(code).map(known -> choice(REFUND_TYPE, known, refundTypes.contains(known), language));
    }

    private Choice choice(String kind, String code, boolean active, Locale language) {
        return new Choice(code, messages.getMessage(kind + code, null, code, language), active, false);
    }
}
