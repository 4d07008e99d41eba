package org.broadleafreturns.core.storedsettings;

import org.broadleafreturns.core.settings.Entry;
import org.broadleafreturns.core.settings.TextForm;

/** One mail address. */
final class SenderAddress implements TextForm {

    @Override
    public Entry<String> enter(String typed) {
        String address = typed.strip();
        if (address.isEmpty()) {
            return Entry.refused("rtn.objection.settings.address.missing");
        }
        return MailAddress.isValid(address) ? Entry.of(address) : Entry.refused("rtn.objection.settings.address", address);
    }
}
