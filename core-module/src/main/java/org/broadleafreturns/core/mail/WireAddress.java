package org.broadleafreturns.core.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mail addresses as a mail server is told them. The mail libraries of both platform lines write an address one byte a
 * character and keep the low half of each, so that {@code šdmin@} reaches {@code admin@}, and some characters end the line and
 * speak to the server. What cannot be written without that is no address here.
 */
public final class WireAddress {

    /** What is noted of an address that is none here. */
    static final String UNWRITABLE = "Cannot be written to a mail server";

    /** RFC 5321, 4.5.3.1: the longest path is 256 with its brackets. */
    private static final int LENGTH = 254;
    private static final int LOCAL_LENGTH = 64;

    /** RFC 5322, dot-atom: a quoted local part is not worth its risks. */
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
        Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private WireAddress() {
    }

    /**
     * An address in ASCII: an internationalised domain as the name system has it (RFC 3490), everything else as it is.
     *
     * @return empty if the address cannot be written so that it means the same mailbox
     */
    public static Optional<String> of(String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (at < 1 || at > LOCAL_LENGTH || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(address.substring(at + 1)).map(domain -> address.substring(0, at + 1) + domain)
            .filter(written -> written.length() <= LENGTH);
    }

    /** Whether a mail can be sent to an address, as far as can be known without asking its server. */
    public static boolean isWritable(String address) {
        return of(address).isPresent();
    }

    private static Optional<String> domain(String domain) {
        if (domain.chars().allMatch(character -> character < 128)) {
            return Optional.of(domain).filter(ascii -> DOMAIN.matcher(ascii).matches());
        }
        // What the older of the two standards for such domains maps to another one is refused: a sharp s is not a double s.
        String meant = Normalizer.normalize(domain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (domain.codePoints().anyMatch(character -> character >= 128 && Character.toLowerCase(character) < 128)) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(meant, IDN.USE_STD3_ASCII_RULES);
            return Optional.of(ascii)
                .filter(written -> DOMAIN.matcher(written).matches() && IDN.toUnicode(written, IDN.USE_STD3_ASCII_RULES).equals(meant));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
