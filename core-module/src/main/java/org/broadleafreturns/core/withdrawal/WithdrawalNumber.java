package org.broadleafreturns.core.withdrawal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * By which people speak of a statement, for instance {@code W-7F3K-92QM}; drawn at random, so that it tells nobody how many there are.
 * That it is unique, the database guarantees.
 */
final class WithdrawalNumber {

    private static final String ALPHABET = "23456789BCDFGHJKMNPQRTWXZ";
    private static final Pattern FORM = Pattern.compile("W-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}");
    private static final RandomGenerator RANDOM = new SecureRandom();

    private WithdrawalNumber() {
    }

    static String random() {
        StringBuilder number = new StringBuilder("W");
        for (int i = 0; i < 8; i++) {
            if (i % 4 == 0) {
                number.append('-');
            }
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }

    /** What stands in an address or was typed; empty if it cannot be a number. */
    static Optional<String> parse(String typed) {
        return Optional.ofNullable(typed).map(text -> text.strip().toUpperCase(Locale.ROOT)).filter(text -> FORM.matcher(text).matches());
    }
}
