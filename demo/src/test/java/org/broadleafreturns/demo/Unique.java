package org.broadleafreturns.demo;

import java.util.UUID;
import java.util.stream.Collectors;

/** What no other test has said to the shop that they share, nor the same one at an earlier try. */
final class Unique {

    private static final int LENGTH = 7;

    private Unique() {
    }

    /** Seven small letters, as they can stand in a name, an address or a search. */
    static String word() {
        return UUID.randomUUID().toString().chars().filter(sign -> sign != '-').limit(LENGTH)
            .mapToObj(sign -> String.valueOf((char) ('a' + Character.digit(sign, 16)))).collect(Collectors.joining());
    }
}
