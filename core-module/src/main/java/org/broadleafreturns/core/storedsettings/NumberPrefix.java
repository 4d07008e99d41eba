package org.broadleafreturns.core.storedsettings;

import java.util.Locale;
import java.util.regex.Pattern;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.TextForm;

/** Up to six capital letters or digits; small ones are taken for capitals. */
final class NumberPrefix implements TextForm {

    private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{0,6}");

    @Override
    public Entry<String> enter(String typed) {
        String prefix = typed.strip().toUpperCase(Locale.ROOT);
        return PREFIX.matcher(prefix).matches() ? Entry.of(prefix) : Entry.refused("rtn.objection.settings.prefix");
    }
}
