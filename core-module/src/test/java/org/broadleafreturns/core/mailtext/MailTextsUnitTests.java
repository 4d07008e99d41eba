package org.broadleafreturns.core.mailtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.dao.DataIntegrityViolationException;

class MailTextsUnitTests {

    private static final long SITE = 7;
    private static final String CODE = "rtn.objection.mailText.";
    private static final ReturnsSettings SETTINGS = new ConfiguredSettings(true, "R",
        new RequestWindow(30, RequestWindow.Start.DELIVERY, 5), OptionalInt.empty(), 1, 5, Locale.ENGLISH,
        List.of(Locale.ENGLISH, Locale.FRENCH), Locale.ENGLISH, ZoneOffset.UTC, new ReturnsSettings.Mail("shop@example.com", List.of(), "", 1,
        Duration.ofSeconds(1), Duration.ofSeconds(1)), Duration.ofHours(1));

    private final StoredMailTexts stored = mock(StoredMailTexts.class);
    private MailTexts texts;

    @BeforeEach
    void setUp() {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:/messages/rtn/ReturnsMessages");
        messages.setFallbackToSystemLocale(false);
        texts = new MailTexts(stored, messages, SETTINGS, () -> SITE, Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
        when(stored.find(SITE, MailName.RECEIVED, "fr")).thenReturn(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(MailName.class)
    void theShippedTextsAreWhatAMerchantCouldSave(MailName mail) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            MailText shipped = texts.shipped(mail, language);

            assertThat(texts.check(mail, shipped)).isEqualTo(shipped);
            assertThat(texts.keepsAll(shipped)).isTrue();
        }
    }

    @Test
    void theLanguageIsTheReadersIfTheMerchantWritesIt() {
        assertThat(texts.languageFor(Locale.FRENCH)).isEqualTo(Locale.FRENCH);
        assertThat(texts.languageFor(Locale.CANADA_FRENCH)).isEqualTo(Locale.FRENCH);
        assertThat(texts.languageFor(Locale.ITALIAN)).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{nothing}}", "{{ number.length }}", "{{number.class}}", "{{comment}}", "{{labelAttached}}",
        "{{#comment}}x{{/comment}}", "{{>header}}", "{{<header}}x{{/header}}", "{{!say}}", "{{&message}}", "{{{message}}}",
        "{{=<% %>=}}", "{{.}}", "{{}}", "{{$message}}", "{{accountLink\nnumber}}", "{{-index}}"})
    void whatTheMailDoesNotKnowIsRefusedWithItsLine(String placeholder) {
        List<Objection> objections = refused(MailName.RECEIVED, "Subject", "<p>one</p>\n<p>two</p>\n" + placeholder);

        assertThat(objections).isNotEmpty().first().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo(CODE + "placeholder.unknown");
            assertThat(objection.field()).isEqualTo("body");
            assertThat(objection.arguments()).first().isEqualTo(3);
        });
        verify(stored, never()).saveAndFlush(any());
    }

    @Test
    void aPartThatIsNotClosedIsRefusedWithTheLineItBeginsOn() {
        assertThat(refused(MailName.RECEIVED, "Subject", "<p>one</p>\n{{#message}}\n{{message}}\n"))
            .containsExactly(Objection.to("body", CODE + "part.open", 2, "{{#message}}", "{{/message}}"));
        assertThat(refused(MailName.RECEIVED, "Subject", "one\n\n{{/message}}"))
            .containsExactly(Objection.to("body", CODE + "part.notOpen", 3, "{{/message}}"));
        assertThat(refused(MailName.RECEIVED, "Subject", "{{#message}}\n{{#number}}\n{{/message}}{{/number}}"))
            .contains(Objection.to("body", CODE + "part.notOpen", 3, "{{/message}}"));
    }

    @Test
    void mistakesAreToldFromTheFirstLineToTheLast() {
        assertThat(refused(MailName.RECEIVED, "Subject", "{{#message}}\n{{a}}\n{{b}}")).extracting(objection -> objection.arguments().get(0))
            .containsExactly(1, 2, 3);
    }

    @Test
    void aCharacterThatADatabaseDoesNotTakeIsRefused() {
        assertThat(refused(MailName.RECEIVED, "Subject", "one\u0000")).containsExactly(Objection.to("body", "rtn.objection.text.characters"));
        assertThat(refused(MailName.RECEIVED, "Subject\ud83d", "one")).containsExactly(Objection.to("subject", "rtn.objection.text.characters"));
    }

    @Test
    void aPlaceholderThatIsNotClosedIsRefusedWithItsLine() {
        assertThat(refused(MailName.RECEIVED, "Subject", "one\ntwo {{number} three"))
            .containsExactly(Objection.to("body", CODE + "placeholder.open", 2));
    }

    @Test
    void aConditionCannotBeShownAndAListIsNoCondition() {
        assertThat(refused(MailName.LABEL_SENT, "Subject", "{{labelAttached}}"))
            .containsExactly(Objection.to("body", CODE + "placeholder.notHere", 1, "{{labelAttached}}"));
        assertThat(refused(MailName.LABEL_SENT, "Subject", "{{#articles}}x{{/articles}}"))
            .containsExactly(Objection.to("body", CODE + "placeholder.notHere", 1, "{{#articles}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{message}}", "{{articles}}", "{{returnAddress}}", "{{accountLink}}"})
    void aSubjectTakesOnlyValuesOfOneLine(String placeholder) {
        assertThat(refused(MailName.RECEIVED, "About " + placeholder, "body"))
            .containsExactly(Objection.to("subject", CODE + "placeholder.notHere", 1, placeholder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Return\r\nBcc: x@y.z", "Return\nX", "Return\rX", "Return\u2028X", "Return\u0000X", "Return\u000bX"})
    void aSubjectIsOneLine(String subject) {
        assertThat(refused(MailName.RECEIVED, subject, "body")).containsExactly(Objection.to("subject", CODE + "subject.oneLine"));
    }

    @Test
    void textsAreThereAndNotLongerThanCanBeStored() {
        String longest = "x".repeat(MailText.SUBJECT_LENGTH);

        assertThat(texts.check(MailName.RECEIVED, new MailText(longest, "y".repeat(MailText.BODY_LENGTH))).subject()).isEqualTo(longest);
        assertThat(refused(MailName.RECEIVED, longest + "x", "y".repeat(MailText.BODY_LENGTH + 1))).containsExactly(
            Objection.to("subject", CODE + "tooLong", MailText.SUBJECT_LENGTH),
            Objection.to("body", CODE + "tooLong", MailText.BODY_LENGTH));
        assertThat(refused(MailName.RECEIVED, " ", "\n ")).containsExactly(Objection.to("subject", CODE + "missing"),
            Objection.to("body", CODE + "missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<p onclick=\"x()\" style=\"color:red\" class=\"c\">Hi</p> | <p>Hi</p>",
        "<script>alert(1)</script>Hi | Hi",
        "<img src=x onerror=alert(1)>Hi | Hi",
        "<a href=\"javascript:alert(1)\">Hi</a> | <a>Hi</a>",
        "<a href=\" java&#10;script:alert(1)\">Hi</a> | <a>Hi</a>",
        "<a href=\"data:text/html,x\">Hi</a> | <a>Hi</a>",
        "<a href=\"https://link.invalid/javascript:alert(1)\">Hi</a> | <a href=\"https://link.invalid/javascript:alert(1)\">Hi</a>",
        "<a href=\"{{firstName}}\">Hi</a> | REFUSED",
        "<a href=\"https://x.example/?q={{message}}\">Hi</a> | REFUSED",
        "<a href=\"https://x.example/?q={{number}}&o={{ orderNumber }}\">Hi</a> | <a href=\"https://x.example/?q={{number}}&amp;o={{ orderNumber }}\">Hi</a>",
        "<a href=\"{{number}}\">Hi</a> | <a>Hi</a>",
        "<a href='{{ accountLink }}#top' target=_blank>Hi</a> | <a href=\"{{ accountLink }}#top\">Hi</a>",
        "<a href=\"mailto:shop@example.com\">Hi</a> | <a href=\"mailto:shop@example.com\">Hi</a>",
        "<form action=x><input name=a>Hi</form> | Hi",
        "<p>{{#message}}<b>{{message}}</b>{{/message}}</p> | <p>{{#message}}<b>{{message}}</b>{{/message}}</p>",
        "<!-- no --><u>Hi</u> | <u>Hi</u>"})
    void onlyWhatAMailCanHaveIsKept(String typed, String expected) {
        String kept;
        try {
            kept = texts.check(MailName.RECEIVED, new MailText("Subject", typed)).body();
        } catch (MailTextRefusedException e) {
            assertThat(e.objections()).extracting(Objection::code).containsOnly(CODE + "placeholder.notInLink");
            kept = "REFUSED";
        }
        assertThat(kept).isEqualTo(expected);
        if (!kept.equals("REFUSED")) {
            assertThat(texts.check(MailName.RECEIVED, new MailText("Subject", kept)).body()).as("checked again").isEqualTo(kept);
        }
    }

    @Test
    void bracesInDisguiseAreSeenToo() {
        assertThat(refused(MailName.RECEIVED, "Subject", "<p>one</p>\n&#123;&#123;secret}}"))
            .containsExactly(Objection.to("body", CODE + "placeholder.unknown", 2, "{{secret}}"));
    }

    @Test
    void savesForOneMailAndLanguageWithWhoAndWhen() {
        texts.save(edit("Reçu {{number}}", "<p>Ok</p>", EffectiveText.SHIPPED));

        ArgumentCaptor<StoredMailText> saved = ArgumentCaptor.forClass(StoredMailText.class);
        verify(stored).saveAndFlush(saved.capture());
        assertThat(saved.getValue().getMail()).isEqualTo(MailName.RECEIVED);
        assertThat(saved.getValue().getLanguageTag()).isEqualTo("fr");
        assertThat(saved.getValue().effective().text()).isEqualTo(new MailText("Reçu {{number}}", "<p>Ok</p>"));
        assertThat(saved.getValue().effective().changedBy()).isEqualTo("Ann");
        assertThat(saved.getValue().effective().changedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void anEditorThatIsBehindChangesNothing() {
        StoredMailText others = new StoredMailText(SITE, MailName.RECEIVED, Locale.FRENCH);
        others.write(new MailText("s", "b"), "Bob", new java.util.Date());
        when(stored.find(SITE, MailName.RECEIVED, "fr")).thenReturn(Optional.of(others));

        assertThatExceptionOfType(StaleMailTextException.class)
            .isThrownBy(() -> texts.save(edit("Mine", "mine", EffectiveText.SHIPPED)));
        assertThatExceptionOfType(StaleMailTextException.class)
            .isThrownBy(() -> texts.backToShipped(MailName.RECEIVED, Locale.FRENCH, 7));
        verify(stored, never()).saveAndFlush(any());
        verify(stored, never()).delete(any());
        assertThat(texts.inForce(MailName.RECEIVED, Locale.FRENCH).text().subject()).isEqualTo("s");
    }

    @Test
    void theSlowerOfTwoFirstEditorsIsTold() {
        when(stored.saveAndFlush(any())).thenThrow(new DataIntegrityViolationException("unique"));

        assertThatExceptionOfType(StaleMailTextException.class)
            .isThrownBy(() -> texts.save(edit("Mine", "mine", EffectiveText.SHIPPED)));
    }

    private List<Objection> refused(MailName mail, String subject, String body) {
        try {
            MailText kept = texts.check(mail, new MailText(subject, body));
            throw new AssertionError("Not refused: " + kept);
        } catch (MailTextRefusedException e) {
            return e.objections();
        }
    }

    private static MailTextEdit edit(String subject, String body, int version) {
        return new MailTextEdit(MailName.RECEIVED, Locale.FRENCH, new MailText(subject, body), version, "Ann");
    }
}
