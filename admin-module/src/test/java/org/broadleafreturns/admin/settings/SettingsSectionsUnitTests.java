package org.broadleafreturns.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.Setting;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsSectionsUnitTests {

    private final MerchantSettingsService settings = mock(MerchantSettingsService.class);
    private final ReturnsSettings inForce = mock(ReturnsSettings.class);
    private final MerchantWords words = mock(MerchantWords.class);

    @BeforeEach
    void aShopInTwoLanguages() {
        when(inForce.languages()).thenReturn(List.of(Locale.ENGLISH, Locale.FRENCH));
        when(words.message(any())).thenAnswer(call -> call.getArgument(0));
        when(words.language(any())).thenAnswer(call -> call.getArgument(0).toString());
        when(settings.usual(any(), any())).thenReturn("");
        declared(Setting.yesOrNo("enabled", true));
        declared(Setting.wholeNumber("windowDays", 30, 0, 365));
    }

    @Test
    void aFurtherFieldIsOneDeclaration() {
        declared(Setting.wholeNumber("giftMessageLength", 200, 0, 500));
        declared(Setting.text("giftNote", "", 100).inEachLanguage());

        SettingsSections sections = sections(SettingField.number(SettingField.RULES, "giftMessageLength"),
            SettingField.texts("gifts", "giftNote", 3));

        assertThat(sections.inputNames()).containsExactly("enabled", "windowDays", "giftMessageLength", "giftNote.en", "giftNote.fr");
        assertThat(sections.shown()).extracting(SettingsSections.Section::heading)
            .containsExactly("rtn.admin.settings.general", "rtn.admin.settings.rules", "rtn.admin.settings.gifts");
        SettingsSections.Field length = sections.shown().get(1).fields().get(1);
        assertThat(length.label()).isEqualTo("rtn.admin.settings.giftMessageLength");
        assertThat(length.help()).isEqualTo("rtn.admin.settings.giftMessageLength.help");
        assertThat(sections.shown().get(2).fields().get(0).inputs()).extracting(SettingsSections.Input::name)
            .containsExactly("giftNote.en", "giftNote.fr");
    }

    @Test
    void aChoiceOfTheShopsLanguagesHasThemAll() {
        declared(Setting.line("shopLanguage", "en", 10));

        assertThat(sections(SettingField.language(SettingField.MAILS, "shopLanguage")).shown().get(2).fields().get(0).options())
            .extracting(SettingsSections.Option::value).containsExactly("en", "fr");
    }

    @Test
    void aFieldWithoutASettingIsRefusedAtTheStart() {
        when(settings.named("nothing")).thenThrow(new IllegalArgumentException("No setting is called nothing"));

        assertThatThrownBy(() -> sections(SettingField.number(SettingField.RULES, "nothing"))).hasMessageContaining("nothing");
    }

    private void declared(Setting<?> setting) {
        when(settings.named(setting.name())).thenAnswer(call -> setting);
    }

    private SettingsSections sections(SettingField... further) {
        SettingFields shipped = () -> List.of(SettingField.yesOrNo(SettingField.GENERAL, "enabled"),
            SettingField.number(SettingField.RULES, "windowDays"));
        return new SettingsSections(List.of(shipped, () -> List.of(further)), settings, inForce, words);
    }
}
