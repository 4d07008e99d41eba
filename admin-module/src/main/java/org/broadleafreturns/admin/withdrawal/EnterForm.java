package org.broadleafreturns.admin.withdrawal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;

/** The form for a statement that came by letter, e-mail or telephone. Public for the templates. */
public final class EnterForm {

    private final Map<String, String> inputs;
    private final List<FieldMessage> faults;

    private EnterForm(Map<String, String> inputs, List<FieldMessage> faults) {
        this.inputs = inputs;
        this.faults = faults;
    }

    static EnterForm empty(Locale language) {
        return new EnterForm(Map.of("key", UUID.randomUUID().toString(), "language", language.toLanguageTag()), List.of());
    }

    static EnterForm typed(Map<String, String> inputs) {
        Map<String, String> typed = new HashMap<>(inputs);
        typed.values().removeIf(value -> value == null);
        return new EnterForm(typed, List.of());
    }

    EnterForm with(List<FieldMessage> what) {
        return new EnterForm(inputs, List.copyOf(what));
    }

    WithdrawalContent content(List<Locale> languages) {
        Locale language = languages.stream().filter(one -> one.toLanguageTag().equals(value("language"))).findFirst()
            .orElse(languages.get(0));
        return WithdrawalContent.typed(value("name"), value("order"), value("email"), value("articles"), language);
    }

    /** What makes the form one of its kind; what no form makes up counts as none. */
    String key() {
        return value("key").matches("[A-Za-z0-9-]{16,60}") ? value("key") : UUID.randomUUID().toString();
    }

    /** What an input holds. */
    public String value(String name) {
        return inputs.getOrDefault(name, "");
    }

    /** What is wrong with an input, or null. */
    public String fault(String name) {
        return faults.stream().filter(fault -> fault.field().equals(name)).map(FieldMessage::text).findFirst().orElse(null);
    }

    /** The identifiers of what explains an input; null if nothing does. */
    public String describedBy(String name, boolean help) {
        String described = (fault(name) == null ? "" : "rtn-" + name + "-fault ") + (help ? "rtn-" + name + "-help" : "");
        return described.isBlank() ? null : described.strip();
    }
}
