package org.broadleafreturns.site.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.broadleafreturns.core.withdrawal.PickedOrder;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.WithdrawnLine;
import org.broadleafreturns.site.withdrawal.PickForm.Who;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class PickFormUnitTests {

    private static final PickedOrder ORDER = new PickedOrder("PL-1", new Date(0), 4, List.of(
        new PickedOrder.Line(7L, "Fern", List.of(), 3, null), new PickedOrder.Line(8L, "Glove", List.of("M", "Green"), 1, null)));

    private final ShownStatement.Words words = new ShownStatement.Words(null, null, codes());

    private static StaticMessageSource codes() {
        StaticMessageSource codes = new StaticMessageSource();
        codes.setUseCodeAsDefaultMessage(true);
        return codes;
    }

    @Test
    void whatIsMissingIsAskedForBesideWhatWasPicked() {
        PickForm form = PickForm.sent(ORDER, Map.of("take[7]", "Fern", "quantity[7]", "2", "quantity[8]", "1"), who("", ""), words);

        assertThat(form.isFaulty()).isTrue();
        assertThat(form.fault("name")).isEqualTo("rtn.objection.withdrawal.name");
        assertThat(form.fault("email")).isEqualTo("rtn.objection.withdrawal.email");
        assertThat(form.lines()).extracting(PickForm.Line::taken).containsExactly(true, false);
        assertThat(form.picked()).containsExactly(new WithdrawnLine(7L, "Fern", 2));
    }

    @Test
    void whatAnAccountHasIsNotAskedForAndNotTakenFromThePage() {
        Who who = Who.of(typed("Ann Miller", ""), typed("Somebody else", "ann@example.com"));

        assertThat(who.name()).isEqualTo("Ann Miller");
        assertThat(who.email()).isEqualTo("ann@example.com");
        assertThat(who.asked()).contains("email").doesNotContain("name");
        assertThat(PickForm.of(ORDER, who).isFaulty()).isFalse();
    }

    @Test
    void aStatementIsPickedOnceMoreAsItWas() {
        WithdrawalContent stated = new WithdrawalContent("Ann", "PL-1", "ann@example.com", "",
            List.of(new WithdrawnLine(7L, "Fern", 2)), Locale.ENGLISH, 42L);

        PickForm form = PickForm.of(ORDER, stated, who("Ann", "ann@example.com"));

        assertThat(form.lines()).extracting(PickForm.Line::taken).containsExactly(true, false);
        assertThat(form.lines()).extracting(PickForm.Line::typed).containsExactly("2", "1");
        assertThat(form.picked()).isEqualTo(stated.lines());
        assertThat(PickForm.of(ORDER, typed("Ann", "ann@example.com"), who("Ann", "ann@example.com")).lines())
            .as("all of it").allMatch(PickForm.Line::taken);
    }

    /** Tomcat reads 1,000 inputs, and leaves out what comes after them. */
    @Test
    void articlesAreTypedWhereAFormWouldLoseTheLastOfThem() {
        assertThat(PickForm.of(orderOf(490), who("Ann", "ann@example.com")).lines()).hasSize(490);
        assertThat(PickForm.of(orderOf(491), who("Ann", "ann@example.com")).lines()).isEmpty();

        PickForm form = PickForm.sent(orderOf(491), Map.of("articles", "the ferns"), who("Ann", "ann@example.com"), words);

        assertThat(form.isFaulty()).isFalse();
        assertThat(form.articles()).isEqualTo("the ferns");
        assertThat(form.picked()).isEmpty();
    }

    @Test
    void withoutASessionAllInFullIsTheWholeOrder() {
        assertThat(ended(Map.of("take[7]", "Fern", "quantity[7]", "3", "take[8]", "Glove (M, Green)", "quantity[8]", "1")))
            .isEqualTo(new PickedInWords("", null));
    }

    @Test
    void withoutASessionWhatWasPickedOfItIsSaidInWords() {
        assertThat(ended(Map.of("take[7]", "Fern", "quantity[7]", "2", "quantity[8]", "1"))).isEqualTo(new PickedInWords("2 × Fern", null));
        assertThat(ended(Map.of("take[7]", "Fern", "quantity[7]", "2", "take[8]", "Glove", "quantity[8]", "2")).articles())
            .as("as many units as were ordered, but not the same").contains("2 × Fern", "2 × Glove");
        assertThat(ended(Map.of("take[7]", "Fern")).articles()).isEqualTo("Fern");
    }

    @Test
    void withoutASessionNothingAndTooMuchAreAskedForAgain() {
        assertThat(ended(Map.of("quantity[7]", "3", "quantity[8]", "1")))
            .isEqualTo(new PickedInWords("", "rtn.objection.withdrawal.articles"));
        PickedInWords much = ended(Map.of("take[7]", "x".repeat(3000), "quantity[7]", "3"));
        assertThat(much.fault()).isEqualTo("rtn.objection.withdrawal.room");
        assertThat(much.articles()).hasSize(WithdrawalContent.ARTICLES_LENGTH);
        assertThat(PickedInWords.of(Map.of())).as("a page that is not whole").isEqualTo(ended(Map.of()));
    }

    @Test
    void withoutASessionWhatWasDescribedStaysAsItWas() {
        String whole = PickForm.of(orderOf(491), who("Ann", "ann@example.com")).whole();

        assertThat(PickedInWords.of(Map.of("whole", whole, "articles", "the ferns"))).isEqualTo(new PickedInWords("the ferns", null));
        assertThat(PickedInWords.of(Map.of("whole", whole))).isEqualTo(new PickedInWords("", null));
    }

    private PickedInWords ended(Map<String, String> sent) {
        Map<String, String> all = new HashMap<>(sent);
        all.put("whole", PickForm.of(ORDER, who("Ann", "ann@example.com")).whole());
        return PickedInWords.of(all);
    }

    private static PickedOrder orderOf(int lines) {
        return new PickedOrder("PL-2", new Date(0), lines, LongStream.rangeClosed(1, lines)
            .mapToObj(item -> new PickedOrder.Line(item, "Fern", List.of(), 1, null)).toList());
    }

    private static Who who(String name, String email) {
        return Who.of(typed("", ""), typed(name, email));
    }

    private static WithdrawalContent typed(String name, String email) {
        return WithdrawalContent.typed(name, "", email, "", Locale.ENGLISH);
    }
}
