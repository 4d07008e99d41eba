package org.broadleafreturns.core.request;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose return it is, as it was when the return was requested.
 *
 * @param firstName null once the customer was forgotten, like the last name
 * @param address where mails to the customer go now; null if none is known
 * @param language the one in which the customer is written to
 */
public record ReturnCustomer(String firstName, String lastName, String address, Locale language) {

    /** In one line; empty if it is not known. */
    public String name() {
        return Stream.of(Texts.orEmpty(firstName), Texts.orEmpty(lastName)).filter(name -> !name.isEmpty())
            .collect(Collectors.joining(" "));
    }
}
