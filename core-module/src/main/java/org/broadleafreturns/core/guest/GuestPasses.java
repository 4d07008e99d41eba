package org.broadleafreturns.core.guest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.key.ShopKey;

/** Writes passes so that a browser can keep them, signed, and reads them again; they hold for an hour. Signs the links of mails, too. */
public class GuestPasses {

    /** How long a pass holds. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST = 200;
    private static final int PARTS = 5;
    private static final int LABEL_LENGTH = 12;

    private final ShopKey key;
    private final Clock clock;

    GuestPasses(ShopKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Letters, digits, dots, dashes and underscores. Of two it can be told which was written last. */
    public String write(GuestPass pass) {
        String content = String.join(".", pass.orderId().toString(), pass.customerId().toString(),
            pass.returnNumber() == null ? "" : pass.returnNumber(), Long.toString(clock.instant().plus(LIFETIME).toEpochMilli()));
        return content + "." + signature("guest-pass", content);
    }

    /** What a browser has kept; empty if it is none of ours, or does not hold any more. */
    public Optional<GuestPass> read(String written) {
        if (written == null || written.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = written.split("\\.", -1);
        int end = written.lastIndexOf('.');
        if (parts.length != PARTS || !isEqual(signature("guest-pass", written.substring(0, end)), parts[PARTS - 1])
                || !clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(parts[PARTS - 2])))) {
            return Optional.empty();
        }
        return Optional.of(new GuestPass(Long.valueOf(parts[0]), Long.valueOf(parts[1]), parts[2].isEmpty() ? null : parts[2]));
    }

    /** Until when a pass holds that was read of this. */
    public Instant end(String written) {
        String[] parts = written.split("\\.", -1);
        return Instant.ofEpochMilli(Long.parseLong(parts[PARTS - 2]));
    }

    /** By which the passes of a browser are told apart, one for an order or a return of it: letters, digits, dashes and underscores. */
    public String label(GuestPass pass) {
        return signature("guest-label", pass.orderId() + "." + (pass.returnNumber() == null ? "" : pass.returnNumber()))
            .substring(0, LABEL_LENGTH);
    }

    /** What the link to a return in a mail to an address ends with. */
    String linkEnd(String number, String address) {
        return signature("guest-link", number + "\n" + address.strip().toLowerCase(Locale.ROOT));
    }

    private String signature(String what, String content) {
        return ENCODER.encodeToString(key.sign((what + "\n" + content).getBytes(StandardCharsets.UTF_8)));
    }

    /** In the same time, whatever was given. */
    static boolean isEqual(String ours, String given) {
        return MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
