package org.broadleafreturns.admin.dialog;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.springframework.util.StringUtils;

/** What a form sends for further parts, which know their names: the form itself knows none of them. */
public final class FurtherInputs {

    /** The name of the one text that has them all, in a form that carries a file. */
    public static final String PACKED = "inputs";

    /** So many characters hold a text of the greatest length for each of a hundred lines. */
    private static final int LARGEST = 1_000_000;
    private static final Set<String> PLATFORMS = Set.of("csrfToken", "stateVersionToken");

    private FurtherInputs() {
    }

    /** @param own the names that the form reads itself */
    public static Map<String, String> of(Map<String, String> inputs, Predicate<String> own) {
        Map<String, String> further = new HashMap<>();
        inputs.forEach((name, text) -> {
            if (text != null && !own.test(name) && !PLATFORMS.contains(name)) {
                further.put(name, text);
            }
        });
        return further;
    }

    /**
     * What stands in one text as a form without files is sent: of a form with one, servers take few parts only.
     *
     * @param packed or null
     * @throws ReturnRefusedException if it is nothing of the kind
     */
    public static Map<String, String> unpacked(String packed) {
        Map<String, String> further = new HashMap<>();
        if (packed != null && packed.length() > LARGEST) {
            throw unreadable();
        }
        try {
            for (String input : StringUtils.tokenizeToStringArray(packed, "&")) {
                int end = input.indexOf('=');
                further.putIfAbsent(decoded(end < 0 ? input : input.substring(0, end)), end < 0 ? "" : decoded(input.substring(end + 1)));
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        return further;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static ReturnRefusedException unreadable() {
        return new ReturnRefusedException(List.of(Objection.general("rtn.objection.form.unreadable")));
    }
}
