package org.broadleafreturns.core.storedsettings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** Any number of mail addresses up to a few, typed one a line or behind commas. */
final class NotifiedAddresses implements ValueForm<List<String>> {

    static final int MOST = 20;
    static final int LENGTH = 2000;

    private static final String BETWEEN = ",";

    @Override
    public String write(List<String> value) {
        return String.join(BETWEEN, value);
    }

    @Override
    public List<String> read(String stored) {
        return Arrays.stream(stored.split(BETWEEN)).filter(address -> !address.isEmpty()).toList();
    }

    @Override
    public Entry<List<String>> enter(String typed) {
        List<String> addresses = Arrays.stream(typed.split("[\\s,;]+")).filter(address -> !address.isEmpty()).distinct().toList();
        Optional<String> wrong = addresses.stream().filter(address -> !MailAddress.isValid(address)).findFirst();
        if (wrong.isPresent()) {
            return Entry.refused("rtn.objection.settings.address", wrong.get());
        }
        return addresses.size() > MOST || write(addresses).length() > LENGTH
            ? Entry.refused("rtn.objection.settings.notified", MOST) : Entry.of(addresses);
    }

    @Override
    public String show(List<String> value, Locale reader) {
        return String.join("\n", value);
    }
}
