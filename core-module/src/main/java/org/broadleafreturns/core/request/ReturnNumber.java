package org.broadleafreturns.core.request;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number by which people speak of a return, for instance {@code R7KM-2QXP}: short enough to write on a parcel, without
 * letters that look like digits or make up words, and drawn at random, so that it tells nobody how many returns there are.
 * That it is unique, the database guarantees.
 */
public record ReturnNumber(String value) {

    /** 25 letters and digits to the power of 8 are 152 billion numbers. */
    private static final String ALPHABET = "23456789BCDFGHJKMNPQRTWXZ";
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{0,6}[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}");
    /** What people and their word processors put where the hyphen is. */
    private static final Pattern GAP = Pattern.compile("[\\p{Pd}\\u2212\\s\\u00a0\\u202f]+");
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if the text is not of a number's form */
    public ReturnNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a return number");
        }
    }

    /** Reads what somebody typed or sent, with the hyphen or without; empty if it cannot be a number. */
    public static Optional<ReturnNumber> parse(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        String value = GAP.matcher(typed.strip().toUpperCase(Locale.ROOT)).replaceAll("-");
        if (value.indexOf('-') < 0 && value.length() > GROUP) {
            int end = value.length() - GROUP;
            value = value.substring(0, end) + "-" + value.substring(end);
        }
        return FORM.matcher(value).matches() ? Optional.of(new ReturnNumber(value)) : Optional.empty();
    }

    static ReturnNumber random(String prefix) {
        StringBuilder value = new StringBuilder(prefix);
        for (int i = 0; i < 2 * GROUP; i++) {
            if (i == GROUP) {
                value.append('-');
            }
            value.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new ReturnNumber(value.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
