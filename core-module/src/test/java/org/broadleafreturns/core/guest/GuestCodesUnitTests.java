package org.broadleafreturns.core.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.key.ShopKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestCodesUnitTests {

    private final ShopKey key = mock(ShopKey.class);
    private final GuestCodes codes = new GuestCodes(key);

    @BeforeEach
    void aShopHasAKey() {
        when(key.sign(any())).thenAnswer(call -> Integer.toString(Arrays.hashCode((byte[]) call.getArgument(0)))
            .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCodeHasEightDigitsAndIsAnotherEachTime() {
        Set<String> drawn = Stream.generate(codes::draw).limit(50).collect(Collectors.toSet());

        assertThat(drawn).hasSizeGreaterThan(45).allMatch(code -> code.matches("\\d{8}"));
        assertThat(GuestCodes.shown("40719326")).isEqualTo("4071 9326");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40719326", "4071 9326", " 4071\u00a09326 ", "4071-9326", "4071\u20119326", "40 71 93 26", "4071\t9326\n"})
    void theGapDoesNotMatter(String typed) {
        assertThat(GuestCodes.typed(typed)).contains("40719326");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"4071932", "407193261", "4071932x", "\u0664\u0660\u0667\u0661\u0669\u0663\u0662\u0666", "<i>40719326</i>"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(GuestCodes.typed(typed)).isEmpty();
    }

    @Test
    void aCodeIsRightInItsOwnBrowserAndOnlyOnceThereIsOne() {
        GuestEntry entry = entry("a");
        assertThat(codes.isRight(entry, "")).isFalse();
        assertThat(codes.isRight(entry, "40719326")).isFalse();

        entry.mail(codes.hash("a", "40719326"), 11L, 5L, Instant.EPOCH);

        assertThat(codes.isRight(entry, "40719326")).isTrue();
        assertThat(codes.isRight(entry, "40719327")).isFalse();
        GuestEntry elsewhere = entry("b");
        elsewhere.mail(codes.hash("a", "40719326"), 11L, 5L, Instant.EPOCH);
        assertThat(codes.isRight(elsewhere, "40719326")).isFalse();
        assertThat(entry.getCodeHash()).doesNotContain("40719326");
    }

    private static GuestEntry entry(String browserHash) {
        return new GuestEntry(browserHash, new AskedEntry("PL-1", "ann@example.com", Locale.ENGLISH), null, Instant.EPOCH);
    }

    @Test
    void whatIsTypedIsTakenAsFarAsThereIsRoom() {
        AskedEntry asked = new AskedEntry(" PL-1\u0000\n x ", "y".repeat(1000), Locale.ENGLISH);

        assertThat(asked.order()).isEqualTo("PL-1\uFFFD x");
        assertThat(asked.email()).hasSize(GuestEntry.EMAIL_LENGTH);
        assertThat(new AskedEntry(null, null, Locale.ENGLISH).order()).isEmpty();
    }
}
