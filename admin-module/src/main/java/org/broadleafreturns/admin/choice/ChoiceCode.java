package org.broadleafreturns.admin.choice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.broadleafreturns.core.choice.MerchantChoice;

/** The form of the codes by which returns remember choices. */
final class ChoiceCode {

    private static final String FORM = "[A-Z0-9_]{1," + MerchantChoice.CODE_LENGTH + "}";

    private ChoiceCode() {
    }

    /** As it is stored: capital letters. */
    static String normalized(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }

    static boolean isValid(String code) {
        return code.matches(FORM);
    }

    /**
     * A free code that resembles a label.
     *
     * @return empty if the label has no letter or digit that a code can have
     */
    static Optional<String> of(String label, Predicate<String> taken) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String code = normalized(plain).replaceAll("['\u2019]", "").replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        String free = cut(code, MerchantChoice.CODE_LENGTH);
        for (int number = 2; taken.test(free); number++) {
            String suffix = "_" + number;
            free = cut(code, MerchantChoice.CODE_LENGTH - suffix.length()) + suffix;
        }
        return Optional.of(free);
    }

    private static String cut(String code, int length) {
        return code.length() <= length ? code : code.substring(0, length).replaceAll("_$", "");
    }
}
