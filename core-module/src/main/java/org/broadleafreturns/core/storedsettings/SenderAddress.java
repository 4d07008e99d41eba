package org.broadleafreturns.core.storedsettings;

import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.ValueForm;

/** One mail address. */
final class SenderAddress implements ValueForm<String> {

    @Override
    public String write(String value) {
        return value;
    }

    @Override
    public String read(String stored) {
        return stored;
    }

    @Override
    public Entry<String> enter(String typed) {
        String address = typed.strip();
        if (address.isEmpty()) {
            return Entry.refused("rtn.objection.settings.address.missing");
        }
        return MailAddress.isValid(address) ? Entry.of(address) : Entry.refused("rtn.objection.settings.address", address);
    }
}
