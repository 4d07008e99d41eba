package org.broadleafreturns.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafreturns.core.exclusion.ExclusionGround;
import org.broadleafreturns.core.exclusion.Mark;
import org.broadleafreturns.core.exclusion.ProductMarks;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.Held;
import org.broadleafreturns.core.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentMatchers;
import org.springframework.context.support.ResourceBundleMessageSource;

class NotExcludedUnitTests {

    private static final Order ORDER = new OrderImpl();

    private final Map<Long, Mark> marks = new HashMap<>();
    private final ProductMarks asked = mock(ProductMarks.class);

    @ParameterizedTest
    @EnumSource(value = ExclusionGround.class, names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
    void tellsTheReadyGround(ExclusionGround ground) {
        marks.put(1L, Mark.excluded(ground, words("ignored", "ignored")));

        Objection objection = assess(line(1L, Nature.PHYSICAL)).get(0).objection();

        assertThat(objection).isEqualTo(Objection.general("rtn.objection.line.excluded." + ground));
        assertThat(words(objection, Locale.ENGLISH)).endsWith(".").doesNotContain("rtn.");
        assertThat(words(objection, Locale.FRENCH)).endsWith(".").isNotEqualTo(words(objection, Locale.ENGLISH));
    }

    @Test
    void tellsTheMerchantsOwnGroundInTheReadersLanguage() {
        marks.put(1L, Mark.excluded(ExclusionGround.OTHER, words("Don't {0} ask", "N'{1} <b>")));

        Objection objection = assess(line(1L, Nature.PHYSICAL)).get(0).objection();

        assertThat(words(objection, Locale.ENGLISH)).isEqualTo("Don't {0} ask");
        assertThat(words(objection, Locale.FRENCH)).isEqualTo("N'{1} <b>");
        assertThat(words(objection, Locale.GERMAN)).isEqualTo("Don't {0} ask");
    }

    @Test
    void leavesTheOthersAlone() {
        marks.put(1L, Mark.excluded(ExclusionGround.HYGIENE, null));
        marks.put(2L, Mark.RETURNABLE);

        assertThat(assess(line(1L, Nature.PHYSICAL), line(2L, Nature.PHYSICAL), line(3L, Nature.PHYSICAL), line(null, Nature.PHYSICAL)))
            .extracting(EligibleLine::returnable).containsExactly(0, 5, 5, 5);
    }

    @Test
    void aMarkOverridesThatDownloadsAndGiftCardsDoNotComeBack() {
        marks.put(1L, Mark.RETURNABLE);
        marks.put(2L, Mark.RETURNABLE);
        marks.put(5L, Mark.excluded(ExclusionGround.OTHER, words("No", "Non")));

        List<EligibleLine> lines = assess(line(1L, Nature.DIGITAL), line(2L, Nature.GIFT_CARD), line(3L, Nature.DIGITAL),
            line(4L, Nature.GIFT_CARD), line(5L, Nature.DIGITAL), line(null, Nature.DIGITAL));

        assertThat(lines).extracting(EligibleLine::returnable).containsExactly(5, 5, 0, 0, 0, 0);
        assertThat(lines.subList(2, 6)).extracting(line -> line.objection().code()).containsExactly("rtn.objection.line.digital",
            "rtn.objection.line.giftCard", "rtn.objection.line.excluded.OTHER", "rtn.objection.line.digital");
    }

    @Test
    void aPartOfABundleKeepsToTheBundlesMarkToo() {
        marks.put(10L, Mark.excluded(ExclusionGround.SEALED_MEDIA, null));
        marks.put(11L, Mark.RETURNABLE);
        marks.put(2L, Mark.RETURNABLE);
        marks.put(3L, Mark.excluded(ExclusionGround.HYGIENE, null));

        List<EligibleLine> lines = assess(line(1L, 10L, Nature.PHYSICAL), line(2L, 10L, Nature.PHYSICAL), line(3L, 10L, Nature.PHYSICAL),
            line(3L, 11L, Nature.PHYSICAL), line(1L, 11L, Nature.PHYSICAL), line(1L, 12L, Nature.PHYSICAL), line(null, 10L, Nature.PHYSICAL));

        assertThat(lines).extracting(EligibleLine::returnable).containsExactly(0, 0, 0, 0, 5, 5, 0);
        assertThat(lines.stream().map(EligibleLine::objection).filter(objection -> objection != null).map(Objection::code))
            .containsExactly("rtn.objection.line.excluded.SEALED_MEDIA", "rtn.objection.line.excluded.SEALED_MEDIA",
                "rtn.objection.line.excluded.HYGIENE", "rtn.objection.line.excluded.HYGIENE", "rtn.objection.line.excluded.SEALED_MEDIA");
    }

    @Test
    void asksOnceForAllLines() {
        assess(line(1L, Nature.PHYSICAL), line(2L, Nature.PHYSICAL), line(3L, Nature.PHYSICAL));

        verify(asked).since(Instant.MIN, List.of(1L, 2L, 3L));
        verify(asked).since(Instant.MIN, List.of());
        verify(asked, times(2)).since(ArgumentMatchers.any(), ArgumentMatchers.any());
    }

    @Test
    void aMerchantCanPassOverIt() {
        assertThat(new NotExcluded(asked).waivable()).isTrue();
        assertThat(new NotExcluded(asked).about(List.of()).waivable()).isTrue();
        assertThat(new OnlyPhysicalGoods(asked).about(List.of()).waivable()).isTrue();
    }

    private List<EligibleLine> assess(OrderedLine... lines) {
        when(asked.since(ArgumentMatchers.any(), ArgumentMatchers.any())).thenAnswer(call -> {
            Map<Long, Mark> found = new HashMap<>(marks);
            found.keySet().retainAll(call.<Collection<Long>>getArgument(1));
            return Held.always(found);
        });
        ShopOrders orders = mock(ShopOrders.class);
        when(orders.linesOf(ORDER)).thenReturn(List.of(lines));
        OrderSituation situation = new OrderSituation(ORDER, Map.of(), 0, Map.of(), Instant.EPOCH);
        return new ReturnPolicy(orders, List.of(new OnlyPhysicalGoods(asked), new NotExcluded(asked), new OnlyWhatIsLeft()))
            .assess(situation).lines();
    }

    private static OrderedLine line(Long product, Nature nature) {
        return line(product, null, nature);
    }

    private static OrderedLine line(Long product, Long bundle, Nature nature) {
        long item = product == null ? 99L : product;
        return new OrderedLine(item, () -> null, "Article " + product, null, 5, nature, product, bundle);
    }

    private static Words words(String english, String french) {
        return new Words(Map.of("en", english, "fr", french), Locale.ENGLISH);
    }

    private static String words(Objection objection, Locale language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/rtn/ReturnsMessages");
        messages.setFallbackToSystemLocale(false);
        return messages.getMessage(objection.code(), objection.argumentsFor(language), language);
    }
}
