package org.broadleafreturns.core.request;

import java.util.Optional;

/** Knows where somebody without an account sees a return. A feature has it. */
public interface ReturnLinks {

    /**
     * The address for a mail.
     *
     * @param number of the return, which may not be stored yet
     * @param recipient of the mail, in whose hands the address is
     * @return empty where there is none
     */
    Optional<String> of(String number, String recipient);

    /**
     * What each such address ends with, of characters that are the same in HTML. It is one recipient's alone: where a mail goes to
     * another one than it was written to, theirs takes its place.
     */
    String end(String number, String recipient);
}
