package org.broadleafreturns.core.platform;

import java.security.SecureRandom;

/**
 * Makes codes that nobody guesses, in letters and digits that nobody takes for others: four groups of four, of which there are more than
 * 10<sup>23</sup>.
 */
class VoucherCodes {

    /** Without 0 and O, 1, I and L. */
    static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
