package org.broadleafreturns.core.mailtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.mailtext.Placeholder.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailKindsUnitTests {

    private static final Placeholder GIFT = new Placeholder("gift", Kind.LINE);
    private static final MailKind FIRST = MailKind.toShopper("FIRST", 100, Placeholder.NUMBER);
    private static final MailKind LAST = MailKind.toShop("LAST", 300, Placeholder.NUMBER);

    @Test
    void mailsAreListedByTheirPositionsWhoeverBringsThem() {
        MailKind between = MailKind.toShopper("BETWEEN", 200);
        MailKinds kinds = kinds(List.of(source(LAST, between), source(FIRST)));

        assertThat(kinds.all()).containsExactly(FIRST, between, LAST);
    }

    @Test
    void twoMailsOfANameAreRefusedAtTheStart() {
        MailKinds kinds = kinds(List.of(source(FIRST), source(MailKind.toShop("FIRST", 7))));

        assertThatIllegalStateException().isThrownBy(kinds::afterSingletonsInstantiated).withMessageContaining("FIRST");
    }

    @Test
    void twoMeaningsOfAWordInAMailAreRefusedAtTheStart() {
        MailKinds kinds = kinds(List.of(source(FIRST)), words(FIRST, new Placeholder("number", Kind.LINES), "seven"));

        assertThatIllegalStateException().isThrownBy(kinds::afterSingletonsInstantiated).withMessageContaining("FIRST").withMessageContaining("number");
    }

    @Test
    void aFeatureAddsPlaceholdersToTheMailsItNames() {
        MailKinds kinds = kinds(List.of(source(FIRST, LAST)), words(FIRST, GIFT, "A vase"));
        kinds.afterSingletonsInstantiated();

        assertThat(kinds.placeholdersOf(FIRST)).containsExactly(Placeholder.NUMBER, GIFT);
        assertThat(kinds.placeholdersOf(LAST)).containsExactly(Placeholder.NUMBER);
        assertThat(kinds.sample(FIRST, Locale.ENGLISH)).isEqualTo(Map.of(Placeholder.NUMBER, "7 FIRST en", GIFT, "A vase"));
        assertThat(kinds.sample(LAST, Locale.FRENCH)).isEqualTo(Map.of(Placeholder.NUMBER, "7 LAST fr"));
    }

    @Test
    void nobodyFillsInThePlaceholdersOfOthers() {
        assertThat(MailKinds.only(Set.of(GIFT), Map.of(GIFT, "A vase", Placeholder.NUMBER, "forged"))).isEqualTo(Map.of(GIFT, "A vase"));
    }

    @Test
    void aMailIsKnownByItsMessages() {
        MailKind sent = MailKind.toShopper("GIFT_SENT", 1);

        assertThat(List.of(sent.subjectCode(), sent.bodyCode(), sent.titleCode()))
            .containsExactly("rtn.mail.gift_sent.subject", "rtn.mail.gift_sent.body", "rtn.mail.gift_sent.title");
        assertThat(sent.titled("gift").titleCode()).isEqualTo("gift");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gift", "GIFT-SENT", "GIFT/..", "7", "A_NAME_OF_MORE_THAN_THIRTY_LETTERS"})
    void aNameCanBeStoredAndStandInAnAddress(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> MailKind.toShopper(name, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "this", "a.b", "a b", "#a", "7a", "}}"})
    void aWordIsOneThatATextCanHave(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Placeholder(word, Kind.LINE));
    }

    private static MailKinds kinds(List<MailSource> sources, MailWords... words) {
        return new MailKinds(sources::stream, () -> Arrays.stream(words));
    }

    private static MailSource source(MailKind... kinds) {
        return new MailSource() {

            @Override
            public List<MailKind> kinds() {
                return List.of(kinds);
            }

            @Override
            public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
                return Map.of(Placeholder.NUMBER, "7 " + kind.name() + " " + language);
            }
        };
    }

    static MailWords words(MailKind to, Placeholder placeholder, String sample) {
        return new MailWords() {

            @Override
            public Set<Placeholder> addedTo(MailKind kind) {
                return kind.equals(to) ? Set.of(placeholder) : Set.of();
            }

            @Override
            public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
                return Map.of(placeholder, sample, Placeholder.NUMBER, "forged");
            }
        };
    }
}
