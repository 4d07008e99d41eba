package org.broadleafreturns.core.storedsettings;

import java.util.OptionalInt;
import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** A whole number, or nothing for any number. */
record MaximumOrNone(int least, int most) implements ValueForm<OptionalInt> {

    @Override
    public String write(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    @Override
    public OptionalInt read(String stored) {
        return stored.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(stored));
    }

    @Override
    public Entry<OptionalInt> enter(String typed) {
        String number = typed.strip();
        if (number.isEmpty()) {
            return Entry.of(OptionalInt.empty());
        }
        boolean possible = number.matches("[0-9]{1,9}") && Integer.parseInt(number) >= least && Integer.parseInt(number) <= most;
        return possible ? Entry.of(OptionalInt.of(Integer.parseInt(number)))
            : Entry.refused("rtn.objection.settings.range", least, most);
    }
}
