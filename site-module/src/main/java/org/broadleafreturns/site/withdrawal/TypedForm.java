package org.broadleafreturns.site.withdrawal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;

/**
 * What somebody has typed, and what is missing of it. Public for the templates.
 *
 * @param faults in words, by the name of their input
 */
public record TypedForm(String name, String order, String email, String articles, Map<String, String> faults) {

    static TypedForm of(WithdrawalContent content, Map<String, String> faults) {
        return new TypedForm(content.name(), content.order(), content.email(), content.articles(), faults);
    }

    /** What a statement cannot be without (directive 2011/83/EU, article 11a (2)); by the name of the input, the message's code. */
    static Map<String, String> missing(WithdrawalContent content) {
        Map<String, String> missing = new LinkedHashMap<>();
        if (content.name().isEmpty()) {
            missing.put("name", "rtn.objection.withdrawal.name");
        }
        if (content.order().isEmpty()) {
            missing.put("order", "rtn.objection.withdrawal.number");
        }
        if (content.email().isEmpty()) {
            missing.put("email", "rtn.objection.withdrawal.email");
        }
        return missing;
    }

    /** The same in words, for more to be added. */
    static Map<String, String> missing(WithdrawalContent content, ShownStatement.Words words) {
        Map<String, String> missing = missing(content);
        missing.replaceAll((input, code) -> words.message(code));
        return missing;
    }

    /** What is wrong with an input, or null. */
    public String fault(String input) {
        return faults.get(input);
    }

    /** The identifiers of what explains an input; null if nothing does. */
    public String describedBy(String input, String help) {
        String fault = faults.containsKey(input) ? "rtn-" + input + "-fault" : "";
        String described = (fault + " " + (help == null ? "" : help)).strip();
        return described.isEmpty() ? null : described;
    }
}
