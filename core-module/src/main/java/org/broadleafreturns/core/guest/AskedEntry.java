package org.broadleafreturns.core.guest;

import java.util.Locale;
import org.broadleafreturns.core.characters.Characters;

/**
 * To what somebody asks to be let in. Whatever was typed is taken: characters that no database can store are replaced, and what is longer
 * than there is room for is cut.
 *
 * @param order the number, as it was typed
 * @param email the address, as it was typed
 * @param language in which the code is mailed
 */
public record AskedEntry(String order, String email, Locale language) {

    public AskedEntry {
        order = Characters.oneLine(order, GuestEntry.ORDER_LENGTH);
        email = Characters.oneLine(email, GuestEntry.EMAIL_LENGTH);
    }
}
