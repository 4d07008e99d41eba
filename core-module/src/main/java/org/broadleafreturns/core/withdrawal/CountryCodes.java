package org.broadleafreturns.core.withdrawal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** Countries by their codes, as they are typed in a line. */
final class CountryCodes implements ValueForm<Set<String>> {

    /** The European Union and the European Economic Area. */
    static final String EU_AND_EEA = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

    private static final Set<String> ALL = Set.of(Locale.getISOCountries());

    @Override
    public String write(Set<String> value) {
        return String.join(" ", new TreeSet<>(value));
    }

    @Override
    public Set<String> read(String stored) {
        return new TreeSet<>(codes(stored));
    }

    @Override
    public Entry<Set<String>> enter(String typed) {
        Collection<String> codes = codes(typed);
        Optional<String> wrong = codes.stream().filter(code -> !ALL.contains(code)).findFirst();
        return wrong.isPresent() ? Entry.refused("rtn.objection.settings.withdrawalCountries", wrong.get())
            : Entry.of(new TreeSet<>(codes));
    }

    private static List<String> codes(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,;]+")).filter(code -> !code.isEmpty()).distinct().toList();
    }
}
