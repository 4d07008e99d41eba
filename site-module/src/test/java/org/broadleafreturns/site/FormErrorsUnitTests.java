package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class FormErrorsUnitTests {

    private static final Eligibility ORDER = new Eligibility(null, List.of(line(6, "Guide", 0), line(7, "Fern", 2)), null);
    private static final List<Choice> TYPES = List.of(new Choice("MONEY", "Money", true, false), new Choice("VOUCHER", "Voucher", true, false));

    private final StaticMessageSource messages = new StaticMessageSource();

    @BeforeEach
    void wordsAreTheirCodes() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        messages.setUseCodeAsDefaultMessage(true);
        messages.addMessage("rtn.site.request.errorOf", Locale.ENGLISH, "{0}: {1}");
    }

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void eachLeadsToItsField() {
        FormErrors errors = errors(Objection.to("lines[7].quantity", "much"), Objection.to("lines[7].reason", "why"),
            Objection.to("refundType", "how"), Objection.to("comment", "say"), Objection.to("photos", "many"));

        assertThat(errors.listed(ORDER, TYPES)).containsExactly(new FormError("rtn-quantity-7", "Fern: much"),
            new FormError("rtn-reason-7", "Fern: why"), new FormError("rtn-refund-type-MONEY", "how"),
            new FormError("rtn-comment", "say"), new FormError("rtn-photos", "many"));
        assertThat(errors.of("lines[7].quantity")).isEqualTo("much");
        assertThat(errors.of("lines[7].reason")).isEqualTo("why");
    }

    @Test
    void thatNothingIsPickedLeadsToTheFirstArticleThatCanBe() {
        assertThat(errors(Objection.to("lines", "none")).listed(ORDER, TYPES)).containsExactly(new FormError("rtn-quantity-7", "none"));
    }

    @Test
    void whatCannotBeReturnedHasNoFieldToLeadTo() {
        assertThat(errors(Objection.to("lines[6].quantity", "late")).listed(ORDER, TYPES))
            .containsExactly(new FormError("rtn-line-6", "Guide: late"));
    }

    @Test
    void whatIsAboutTheWholeComesFirstAndOnceAndLinesOfOtherOrdersAreNotSpokenOf() {
        FormErrors errors = errors(Objection.to("lines[8].quantity", "much"), Objection.general("again"), Objection.general("again"));

        assertThat(errors.listed(ORDER, TYPES)).containsExactly(new FormError(null, "again"));
        assertThat(errors.any()).isTrue();
        assertThat(errors().any()).isFalse();
    }

    @Test
    void aFieldHasOneErrorTheFirst() {
        assertThat(errors(Objection.to("comment", "first"), Objection.to("comment", "second")).of("comment")).isEqualTo("first");
    }

    private FormErrors errors(Objection... objections) {
        return new FormErrors(List.of(objections), new ShopperWords(messages, null, null, null));
    }

    private static EligibleLine line(long item, String name, int returnable) {
        return new EligibleLine(new OrderedLine(item, null, name, null, 2, OrderedLine.Nature.PHYSICAL, null, null), returnable,
            returnable > 0 ? null : Objection.general("late"), null, null, returnable);
    }
}
