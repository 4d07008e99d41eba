package org.broadleafreturns.site;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;

/** What is wrong with a request: beside each field, and at the head of the form, from where it leads to the field. */
class FormErrors {

    private static final Pattern LINE = Pattern.compile("lines\\[([0-9]{1,18})]\\.(quantity|reason)");

    private final Set<String> general = new LinkedHashSet<>();
    private final Map<String, String> byField = new LinkedHashMap<>();
    private final ShopperWords words;

    FormErrors(List<Objection> objections, ShopperWords words) {
        this.words = words;
        objections.forEach(objection -> {
            if (objection.field().isEmpty()) {
                general.add(words.of(objection));
            } else {
                byField.putIfAbsent(objection.field(), words.of(objection));
            }
        });
    }

    boolean any() {
        return !general.isEmpty() || !byField.isEmpty();
    }

    /** What is wrong with a field; null if nothing is. */
    String of(String field) {
        return byField.get(field);
    }

    /** All of it, what is about the whole first; nothing about lines that the order does not have. */
    List<FormError> listed(Eligibility eligibility, List<Choice> refundTypes) {
        Set<FormError> listed = new LinkedHashSet<>();
        general.forEach(text -> listed.add(new FormError(null, text)));
        byField.forEach((field, text) -> {
            Matcher line = LINE.matcher(field);
            if (line.matches()) {
                eligibility.lineOf(Long.valueOf(line.group(1))).ifPresent(found -> listed.add(ofLine(found, line.group(2), text)));
            } else {
                listed.add(new FormError(target(field, eligibility, refundTypes).orElse(null), text));
            }
        });
        return List.copyOf(listed);
    }

    private FormError ofLine(EligibleLine line, String input, String text) {
        return new FormError("rtn-" + (line.returnable() > 0 ? input : "line") + "-" + line.line().itemId(),
            words.title("rtn.site.request.errorOf", line.line().name(), text));
    }

    private static Optional<String> target(String field, Eligibility eligibility, List<Choice> refundTypes) {
        return switch (field) {
            case "lines" -> eligibility.lines().stream().filter(line -> line.returnable() > 0).findFirst()
                .map(line -> "rtn-quantity-" + line.line().itemId());
            case "refundType" -> refundTypes.stream().findFirst().map(type -> "rtn-refund-type-" + type.code());
            case "comment" -> Optional.of("rtn-comment");
            case "photos" -> Optional.of("rtn-photos");
            default -> Optional.empty();
        };
    }
}
