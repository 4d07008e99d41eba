package org.broadleafreturns.core.guest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadleafreturns.core.key.ShopKey;

/** Codes of eight digits, and what is kept of them. */
class GuestCodes {

    private static final int ALL = 100_000_000;
    private static final Pattern CODE = Pattern.compile("[0-9]{8}");
    /** What people and mail programs put between digits. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00A0\\u2007\\u202F.\\-\\u2010-\\u2013]+");
    private static final int GAP = 4;
    private static final int BROWSER_BYTES = 16;

    private final ShopKey key;
    private final SecureRandom random = new SecureRandom();

    GuestCodes(ShopKey key) {
        this.key = key;
    }

    /** A new one. */
    String draw() {
        return String.format(Locale.ROOT, "%08d", random.nextInt(ALL));
    }

    /** As people read it. */
    static String shown(String code) {
        return code.substring(0, GAP) + " " + code.substring(GAP);
    }

    /** The code that somebody has typed; empty if it cannot be one. */
    static Optional<String> typed(String text) {
        return Optional.ofNullable(text).map(some -> BETWEEN.matcher(some).replaceAll("")).filter(some -> CODE.matcher(some).matches());
    }

    /** By which a browser is known again: nobody guesses it. */
    String drawForBrowser() {
        byte[] bytes = new byte[BROWSER_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What is kept of that. */
    String hashOfBrowser(String drawn) {
        return hash("guest-browser\n" + drawn);
    }

    /** What is kept of a code that works in that browser alone. */
    String hash(String browserHash, String code) {
        return hash("guest-code\n" + browserHash + "\n" + code);
    }

    /** In the same time, whatever was typed. */
    boolean isRight(GuestEntry entry, String code) {
        byte[] typed = hash(entry.getBrowserHash(), code).getBytes(StandardCharsets.US_ASCII);
        String none = hash("guest-none");
        String kept = entry.getCodeHash() == null ? none : entry.getCodeHash();
        return MessageDigest.isEqual(typed, kept.getBytes(StandardCharsets.US_ASCII)) & entry.getCodeHash() != null;
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }
}
