package org.broadleafreturns.core.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.broadleafreturns.core.key.ShopKey;
import org.broadleafreturns.core.withdrawal.WithdrawalPages.Carried;
import org.broadleafreturns.core.withdrawal.WithdrawalPages.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawalPagesUnitTests {

    private static final WithdrawalContent TYPED = WithdrawalContent.typed("Marie Lefèvre", "PL-1003", "marie@example.com",
        "the <b>fern</b> & \"both\" pots\nplease", Locale.FRENCH);

    private final ShopKey key = mock(ShopKey.class);
    private Instant now = Instant.parse("2026-11-28T09:00:00Z");
    private final WithdrawalPages pages = new WithdrawalPages(key, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @BeforeEach
    void aShopHasAKey() {
        when(key.sign(any())).thenAnswer(call -> Integer.toString(Arrays.hashCode((byte[]) call.getArgument(0)) * 31)
            .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPageCarriesTheStatementAsItWasRead() {
        now = Instant.parse("2026-11-28T09:00:00Z");
        String carried = pages.carry(TYPED);
        now = now.plus(Duration.ofHours(23));

        Carried read = pages.read(carried).orElseThrow();

        assertThat(read.state()).isEqualTo(State.VALID);
        assertThat(read.content()).isEqualTo(TYPED);
        assertThat(read.fast()).isFalse();
        assertThat(carried).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void articlesThatWerePickedAreCarriedWithWhoseTheyAre() {
        WithdrawalContent picked = new WithdrawalContent("John", "PL-2002", "john@example.com", "",
            List.of(new WithdrawnLine(7L, "Pot: Ø 18 & more", 2), new WithdrawnLine(8L, "Fern", 1)), Locale.ENGLISH, 42L);

        assertThat(pages.read(pages.carry(picked)).orElseThrow().content()).isEqualTo(picked);
    }

    /** Whatever can be picked can be confirmed, and no article of it is left out; it fits into what servers read of a form, 2 MB. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\u03b1", "\u690d", "100 % & + = : ;"})
    void allArticlesOfTheLargestOrderAreCarriedWithTheLongestNames(String letter) {
        String name = letter.repeat(WithdrawalContent.LINE_NAME_LENGTH).substring(0, WithdrawalContent.LINE_NAME_LENGTH - 1) + "z";
        WithdrawalContent picked = new WithdrawalContent("John", "PL-2002", "john@example.com", "",
            LongStream.range(0, 1000).mapToObj(item -> new WithdrawnLine(9_000_000_000L + item, name, 99)).toList(), Locale.ENGLISH, 42L);

        String carried = pages.carry(picked);

        assertThat(pages.read(carried).orElseThrow().content()).isEqualTo(picked);
        assertThat(carried).hasSizeLessThan(1_500_000);
    }

    @Test
    void afterADayItIsShownOnceMore() {
        String carried = pages.carry(TYPED);
        now = now.plus(Duration.ofDays(1)).plusMillis(1);

        Carried read = pages.read(carried).orElseThrow();

        assertThat(read.state()).isEqualTo(State.EXPIRED);
        assertThat(read.content()).isEqualTo(TYPED);
    }

    @Test
    void ofWhatWasChangedNothingIsBelievedButWhatPeopleType() {
        WithdrawalContent picked = new WithdrawalContent("John", "PL-2002", "john@example.com", "",
            List.of(new WithdrawnLine(7L, "Fern", 2)), Locale.ENGLISH, 42L);
        String[] carried = pages.carry(picked).split("\\.");
        String written = new String(Base64.getUrlDecoder().decode(carried[0]), StandardCharsets.UTF_8)
            .replace("customer=42", "customer=43");
        String changed = Base64.getUrlEncoder().encodeToString(written.getBytes(StandardCharsets.UTF_8)) + "." + carried[1];

        Carried read = pages.read(changed).orElseThrow();

        assertThat(read.state()).isEqualTo(State.CHANGED);
        assertThat(read.content().customer()).isNull();
        assertThat(read.content().lines()).isEmpty();
        assertThat(read.content().articles()).isEqualTo("2 × Fern");
        assertThat(read.pageKey()).isNull();
    }

    @Test
    void eachPageIsOneOfItsKindAndWhoIsFasterThanPeopleReadIsSeen() {
        Carried first = pages.read(pages.carry(TYPED)).orElseThrow();
        Carried second = pages.read(pages.carry(TYPED)).orElseThrow();

        assertThat(first.pageKey()).isNotEqualTo(second.pageKey());
        assertThat(first.fast()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "x", "%%%", "a.b", "YWJj.YWJj"})
    void whatIsNothingOfOursIsNothing(String carried) {
        assertThat(pages.read(carried)).isEmpty();
    }

    @Test
    void whatNoDatabaseTakesIsReplacedAndWhatIsTooLongIsCut() {
        WithdrawalContent content = WithdrawalContent.typed("A\u0000B\nC", "x".repeat(500), "e".repeat(500), "y".repeat(5000),
            Locale.ENGLISH);

        assertThat(content.name()).isEqualTo("A\uFFFDB C");
        assertThat(content.order()).hasSize(WithdrawalContent.ORDER_LENGTH);
        assertThat(content.email()).hasSize(WithdrawalContent.EMAIL_LENGTH);
        assertThat(content.articles()).hasSize(WithdrawalContent.ARTICLES_LENGTH);
    }
}
