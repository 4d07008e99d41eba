package org.broadleafreturns.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFormUnitTests {

    @Test
    void whatIsShownIsReadAgain() {
        Map<String, String> settings = Map.of("windowDays", "14", "formMessage.fr", "<p>Bonjour</p>");
        SettingsForm shown = SettingsForm.of(3, settings);

        assertThat(shown.version()).isEqualTo(3);
        assertThat(shown.read(List.copyOf(settings.keySet()))).isEqualTo(settings);
    }

    @Test
    void onlyThePagesInputsAreReadAndMissingOnesAreEmpty() {
        Map<String, String> typed = new HashMap<>(Map.of("csrfToken", "x", "formMessage.de", "Hallo", "windowDays", " 14 "));
        typed.put("numberPrefix", null);

        assertThat(SettingsForm.typed(typed, List.of()).read(List.of("windowDays", "numberPrefix", "enabled")))
            .isEqualTo(Map.of("windowDays", "14", "numberPrefix", "", "enabled", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-", "99999999999"})
    void aMangledVersionIsThatOfNoSettings(String typed) {
        assertThat(SettingsForm.typed(Map.of("version", typed), List.of()).version()).isLessThan(MerchantSettingsService.NEVER_SAVED);
        assertThat(SettingsForm.typed(Collections.emptyMap(), List.of()).version()).isLessThan(MerchantSettingsService.NEVER_SAVED);
    }

    @Test
    void aQuestionThatIsNotAnsweredIsAnsweredNo() {
        SettingsForm form = SettingsForm.typed(Map.of("enabled", "true"), List.of());

        assertThat(form.answers("enabled", "true")).isTrue();
        assertThat(form.answers("enabled", "false")).isFalse();
        assertThat(form.answers("other", "true")).isFalse();
        assertThat(form.answers("other", "false")).isTrue();
    }

    @Test
    void theFaultBelongsToItsInput() {
        SettingsForm form = SettingsForm.typed(Map.of("windowDays", "x"), List.of(new FieldMessage("windowDays", "No.")));

        assertThat(form.value("windowDays")).isEqualTo("x");
        assertThat(form.fault("windowDays")).isEqualTo("No.");
        assertThat(form.fault("transitDays")).isNull();
        assertThat(form.describedBy("windowDays")).isEqualTo("rtn-windowDays-error rtn-windowDays-help");
        assertThat(form.id("formMessage.fr")).isEqualTo("rtn-formMessage-fr");
    }
}
