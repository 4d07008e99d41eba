package org.broadleafreturns.core.withdrawal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.key.ShopKey;

/**
 * Carries a statement from the page on which it is read to the shop, in the page itself: a session may have ended, and nothing is
 * written before it is confirmed. What the page carries is signed, of letters and digits that no filter changes, and holds for a day;
 * after that, or if somebody has changed it, the statement is shown once more.
 */
public class WithdrawalPages {

    private static final Duration LIFETIME = Duration.ofDays(1);
    /** Nobody reads and confirms so fast. */
    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final int KEY_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final ShopKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WithdrawalPages(ShopKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Whether what a page carries can be recorded. */
    public enum State { VALID, EXPIRED, CHANGED }

    /**
     * What a page carried.
     *
     * @param pageKey what makes the page one of its kind
     * @param fast whether it was sent faster than people read
     */
    public record Carried(State state, WithdrawalContent content, String pageKey, boolean fast) {
    }

    /** What a page carries that shows this statement. */
    public String carry(WithdrawalContent content) {
        byte[] pageKey = new byte[KEY_BYTES];
        random.nextBytes(pageKey);
        String written = write(content, HexFormat.of().formatHex(pageKey), clock.instant());
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(key.sign(bytes));
    }

    /**
     * Reads what a page carried, however long it is: what the shop has signed it can read, and servers bound what anybody else sends.
     * Empty if nothing can be read of it. Of what was changed, nothing is believed but what people type.
     */
    public Optional<Carried> read(String carried) {
        try {
            if (carried == null) {
                return Optional.empty();
            }
            String[] parts = carried.strip().split("\\.", 2);
            byte[] bytes = DECODER.decode(parts[0]);
            boolean ours = parts.length == 2 && MessageDigest.isEqual(key.sign(bytes), DECODER.decode(parts[1]));
            return Optional.of(read(new String(bytes, StandardCharsets.UTF_8), ours));
        } catch (RuntimeException nothingOfOurs) {
            return Optional.empty();
        }
    }

    private Carried read(String written, boolean ours) {
        Map<String, List<String>> values = new HashMap<>();
        for (String pair : written.split("&")) {
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        List<WithdrawnLine> lines = values.getOrDefault("line", List.of()).stream().map(WithdrawalPages::line).toList();
        Locale language = Locale.forLanguageTag(one(values, "language"));
        String customer = ours ? one(values, "customer") : "";
        WithdrawalContent content = new WithdrawalContent(one(values, "name"), one(values, "order"), one(values, "email"),
            one(values, "articles"), lines, language, customer.isEmpty() ? null : Long.valueOf(customer));
        if (!ours) {
            return new Carried(State.CHANGED, WithdrawalContent.typed(content.name(), content.order(), content.email(),
                content.articles().isEmpty() ? content.linesInWords() : content.articles(), language), null, false);
        }
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(one(values, "at"))), clock.instant());
        return new Carried(age.compareTo(LIFETIME) > 0 ? State.EXPIRED : State.VALID, content, one(values, "key"),
            age.compareTo(LEAST) < 0);
    }

    private static String one(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    private static WithdrawnLine line(String written) {
        String[] parts = written.split(":", 3);
        return new WithdrawnLine(Long.valueOf(parts[0]), parts[2], Integer.parseInt(parts[1]));
    }

    private static String write(WithdrawalContent content, String pageKey, Instant now) {
        StringBuilder written = new StringBuilder();
        add(written, "name", content.name());
        add(written, "order", content.order());
        add(written, "email", content.email());
        add(written, "articles", content.articles());
        content.lines().forEach(line -> add(written, "line", line.orderItemId() + ":" + line.quantity() + ":" + line.name()));
        add(written, "language", content.language().toLanguageTag());
        add(written, "customer", content.customer() == null ? "" : content.customer().toString());
        add(written, "key", pageKey);
        return add(written, "at", Long.toString(now.toEpochMilli())).toString();
    }

    /** Written as in an address, but for letters that need not be: a page with many articles is to stay as short as it can. */
    private static StringBuilder add(StringBuilder written, String name, String value) {
        return written.append(written.length() == 0 ? "" : "&").append(name).append('=')
            .append(value.replace("%", "%25").replace("&", "%26").replace("+", "%2B"));
    }
}
