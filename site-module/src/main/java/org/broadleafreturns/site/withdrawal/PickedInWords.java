package org.broadleafreturns.site.withdrawal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;

/**
 * What somebody has picked whose session has ended, as if it had been typed: nothing but their page tells of the order any more.
 *
 * @param articles as far as there is room for them; none for all of them
 * @param fault the code of what is to be said of it; null if nothing is
 */
record PickedInWords(String articles, String fault) {

    /** Stands for what was ordered where there is nothing to tick. */
    static final String DESCRIBED = "described";

    private static final Pattern TAKEN = Pattern.compile("take\\[(.*)]", Pattern.DOTALL);

    /** What a page has sent: the articles are called what their ticks say. */
    static PickedInWords of(Map<String, String> inputs) {
        String whole = inputs.getOrDefault("whole", "");
        if (whole.equals(DESCRIBED)) {
            return fitting(inputs.getOrDefault("articles", ""));
        }
        Map<String, String> taken = new LinkedHashMap<>();
        inputs.forEach((input, called) -> {
            Matcher item = TAKEN.matcher(input);
            if (item.matches()) {
                String units = inputs.getOrDefault("quantity[" + item.group(1) + "]", "").strip();
                taken.put(counted(item.group(1), units), units.isEmpty() ? called : units + " \u00d7 " + called);
            }
        });
        if (taken.isEmpty()) {
            return new PickedInWords("", "rtn.objection.withdrawal.articles");
        }
        return taken.keySet().equals(Set.copyOf(Arrays.asList(whole.split(" ")))) ? new PickedInWords("", null)
            : fitting(String.join("\n", taken.values()));
    }

    /** What a statement says. */
    static PickedInWords of(WithdrawalContent stated) {
        return fitting(stated.lines().isEmpty() ? stated.articles() : stated.linesInWords());
    }

    private static PickedInWords fitting(String articles) {
        String kept = WithdrawalContent.typed("", "", "", articles, Locale.ROOT).articles();
        return new PickedInWords(kept, kept.length() < articles.replaceAll("\\R", "\n").strip().length()
            ? "rtn.objection.withdrawal.room" : null);
    }

    /** Units of an article, as the page says what was ordered. */
    static String counted(String item, String units) {
        return item + ":" + units;
    }
}
