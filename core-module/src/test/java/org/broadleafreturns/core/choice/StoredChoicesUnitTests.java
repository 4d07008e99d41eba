package org.broadleafreturns.core.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class StoredChoicesUnitTests {

    private final ReturnReasons reasons = mock(ReturnReasons.class);
    private final RefundTypes refundTypes = mock(RefundTypes.class);
    private final GoodsConditions conditions = mock(GoodsConditions.class);
    private final RefusalReasons refusalReasons = mock(RefusalReasons.class);
    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final StaticMessageSource messages = new StaticMessageSource();
    private final StoredChoices choices = new StoredChoices(reasons, refundTypes, conditions, refusalReasons, messages, settings);

    @BeforeEach
    void someAreStored() {
        when(settings.defaultLanguage()).thenReturn(Locale.FRENCH);
        messages.setUseCodeAsDefaultMessage(true);
        when(reasons.findAllInOrder()).thenReturn(List.of(
            new ReturnReason("SIZE", labels("Too small", "Trop petit"), 10, true, true),
            new ReturnReason("OLD", labels("Old", "Ancien"), 20, false, false)));
        when(refundTypes.findAllInOrder()).thenReturn(List.of(
            new RefundType("MONEY", labels("Money", "Argent"), 10, true, RefundBehaviour.MONEY),
            new RefundType("COWS", labels("Cows", "Vaches"), 20, false, RefundBehaviour.EXCHANGE)));
    }

    @Test
    void merchantsChooseConditionsAndReasonsForRefusals() {
        when(conditions.findAllInOrder()).thenReturn(List.of(new GoodsCondition("AS_NEW", labels("As new", "Comme neuf"), 10, true, true),
            new GoodsCondition("WET", labels("Wet", "Mouillé"), 20, false, false)));
        when(refusalReasons.findAllInOrder()).thenReturn(List.of(new RefusalReason("USED", labels("Used", "Utilisé"), 10, true)));

        assertThat(choices.conditions(Locale.ENGLISH)).containsExactly(new Choice("AS_NEW", "As new", true, false));
        assertThat(choices.conditionLabel("WET", Locale.FRENCH)).isEqualTo("Mouillé");
        assertThat(choices.refusalReasons(Locale.FRENCH)).containsExactly(new Choice("USED", "Utilisé", true, false));
        assertThat(choices.refusalReasonLabel("LOST", Locale.FRENCH)).isEqualTo("LOST");
    }

    private static Map<Locale, String> labels(String english, String french) {
        return Map.of(Locale.ENGLISH, english, Locale.FRENCH, french);
    }

    @AfterEach
    void noRequestIsLeft() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void offersWhatIsActive() {
        assertThat(choices.reasons(Locale.ENGLISH)).containsExactly(new Choice("SIZE", "Too small", true, true));
        assertThat(choices.refundTypes(Locale.CANADA_FRENCH)).containsExactly(new Choice("MONEY", "Argent", true, false));
    }

    @Test
    void findsWhatWasSwitchedOff() {
        assertThat(choices.reason("OLD", Locale.FRENCH)).hasValue(new Choice("OLD", "Ancien", false, false));
        assertThat(choices.refundType("COWS", Locale.UK)).hasValue(new Choice("COWS", "Cows", false, false));
        assertThat(choices.reasonLabel("OLD", Locale.ENGLISH)).isEqualTo("Old");
    }

    @Test
    void showsTheCodeOfWhatNobodyKnows() {
        assertThat(choices.reason(null, Locale.ENGLISH)).isEmpty();
        assertThat(choices.reasonLabel("NEVER_STORED", Locale.ENGLISH)).isEqualTo("NEVER_STORED");
        assertThat(choices.refundTypeLabel("SIZE", Locale.ENGLISH)).isEqualTo("SIZE");
    }

    @Test
    void speaksOtherLanguagesAsTheShopDoes() {
        messages.addMessage("rtn.reason.SIZE", Locale.GERMAN, "Zu klein");

        assertThat(choices.reasonLabel("SIZE", Locale.GERMAN)).isEqualTo("Zu klein");
        assertThat(choices.reasonLabel("OLD", Locale.GERMAN)).isEqualTo("Ancien");
    }

    @Test
    void speaksEnglishWhereTheShopsOwnLanguageHasNoLabels() {
        when(settings.defaultLanguage()).thenReturn(Locale.ITALIAN);

        assertThat(choices.refundTypeLabel("MONEY", Locale.GERMAN)).isEqualTo("Money");
    }

    @Test
    void speaksAnyLanguageThatTheMerchantWrites() {
        when(reasons.findAllInOrder()).thenReturn(List.of(
            new ReturnReason("SIZE", Map.of(Locale.ENGLISH, "Too small", Locale.GERMAN, "Zu klein"), 10, true, true),
            new ReturnReason("MUTE", Map.of(), 20, true, false)));
        messages.addMessage("rtn.reason.SIZE", Locale.GERMAN, "Nicht gefragt");

        assertThat(choices.reasonLabel("SIZE", new Locale("de", "AT"))).isEqualTo("Zu klein");
        assertThat(choices.reasonLabel("SIZE", Locale.FRENCH)).isEqualTo("Too small");
        assertThat(choices.reasonLabel("MUTE", Locale.GERMAN)).isEqualTo("MUTE");
    }

    @Test
    void knowsWhatARefundTypeGives() {
        assertThat(choices.refundBehaviour("COWS")).isEqualTo(RefundBehaviour.EXCHANGE);
        assertThat(choices.refundBehaviour("NEVER_STORED")).isEqualTo(RefundBehaviour.MONEY);
    }

    @Test
    void readsThemOnceForEachRequest() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        for (int line = 0; line < 5; line++) {
            assertThat(choices.reasonLabel("SIZE", Locale.ENGLISH)).isEqualTo("Too small");
            assertThat(choices.refundTypeLabel("MONEY", Locale.ENGLISH)).isEqualTo("Money");
        }
        verify(reasons).findAllInOrder();
        verify(refundTypes).findAllInOrder();

        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        choices.reasons(Locale.ENGLISH);
        verify(reasons, times(2)).findAllInOrder();
    }
}
