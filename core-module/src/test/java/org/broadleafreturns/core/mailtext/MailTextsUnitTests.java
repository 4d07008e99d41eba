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
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mailtext.Placeholder.Kind;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.DataIntegrityViolationException;

class MailTextsUnitTests {

    private static final long SITE = 7;
    private static final MailKind RECEIVED = ReturnMailKinds.of(ReturnStatus.RECEIVED);
    private static final MailKind LABEL_SENT = ReturnMailKinds.of(ReturnStatus.LABEL_SENT);
    private static final String CODE = "rtn.objection.mailText.";
    private static final ReturnsSettings SETTINGS = new ConfiguredSettings(true, "R",
        new RequestWindow(30, RequestWindow.Start.DELIVERY, 5), OptionalInt.empty(), 1, 5, Locale.ENGLISH,
        List.of(Locale.ENGLISH, Locale.FRENCH), Locale.ENGLISH, ZoneOffset.UTC, new ReturnsSettings.Mail("shop@example.com", List.of(), "", 1,
        Duration.ofSeconds(1), Duration.ofSeconds(1)), Duration.ofHours(1));

    private final StoredMailTexts stored = mock(StoredMailTexts.class);
    private MailTexts texts;

    @BeforeEach
    void setUp() {
        texts = texts();
        when(stored.find(SITE, RECEIVED.name(), "fr")).thenReturn(Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("org.broadleafreturns.core.request.ReturnMailKinds#all")
    void theShippedTextsAreWhatAMerchantCouldSave(MailKind mail) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            MailText shipped = texts.shipped(mail, language);

            assertThat(texts.check(mail, shipped)).isEqualTo(shipped);
            assertThat(texts.keepsAll(mail, shipped)).isTrue();
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
        List<Objection> objections = refused(RECEIVED, "Subject", "<p>one</p>\n<p>two</p>\n" + placeholder);

        assertThat(objections).isNotEmpty().first().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo(CODE + "placeholder.unknown");
            assertThat(objection.field()).isEqualTo("body");
            assertThat(objection.arguments()).first().isEqualTo(3);
        });
        verify(stored, never()).saveAndFlush(any());
    }

    @Test
    void aPartThatIsNotClosedIsRefusedWithTheLineItBeginsOn() {
        assertThat(refused(RECEIVED, "Subject", "<p>one</p>\n{{#message}}\n{{message}}\n"))
            .containsExactly(Objection.to("body", CODE + "part.open", 2, "{{#message}}", "{{/message}}"));
        assertThat(refused(RECEIVED, "Subject", "one\n\n{{/message}}"))
            .containsExactly(Objection.to("body", CODE + "part.notOpen", 3, "{{/message}}"));
        assertThat(refused(RECEIVED, "Subject", "{{#message}}\n{{#number}}\n{{/message}}{{/number}}"))
            .contains(Objection.to("body", CODE + "part.notOpen", 3, "{{/message}}"));
    }

    @Test
    void mistakesAreToldFromTheFirstLineToTheLast() {
        assertThat(refused(RECEIVED, "Subject", "{{#message}}\n{{a}}\n{{b}}")).extracting(objection -> objection.arguments().get(0))
            .containsExactly(1, 2, 3);
    }

    @Test
    void aCharacterThatADatabaseDoesNotTakeIsRefused() {
        assertThat(refused(RECEIVED, "Subject", "one\u0000")).containsExactly(Objection.to("body", "rtn.objection.text.characters"));
        assertThat(refused(RECEIVED, "Subject\ud83d", "one")).containsExactly(Objection.to("subject", "rtn.objection.text.characters"));
    }

    @Test
    void aPlaceholderThatIsNotClosedIsRefusedWithItsLine() {
        assertThat(refused(RECEIVED, "Subject", "one\ntwo {{number} three"))
            .containsExactly(Objection.to("body", CODE + "placeholder.open", 2));
    }

    @Test
    void aConditionCannotBeShownAndAListIsNoCondition() {
        assertThat(refused(LABEL_SENT, "Subject", "{{labelAttached}}"))
            .containsExactly(Objection.to("body", CODE + "placeholder.notHere", 1, "{{labelAttached}}"));
        assertThat(refused(LABEL_SENT, "Subject", "{{#articles}}x{{/articles}}"))
            .containsExactly(Objection.to("body", CODE + "placeholder.notHere", 1, "{{#articles}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{message}}", "{{articles}}", "{{returnAddress}}", "{{accountLink}}"})
    void aSubjectTakesOnlyValuesOfOneLine(String placeholder) {
        assertThat(refused(RECEIVED, "About " + placeholder, "body"))
            .containsExactly(Objection.to("subject", CODE + "placeholder.notHere", 1, placeholder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Return\r\nBcc: x@y.z", "Return\nX", "Return\rX", "Return\u2028X", "Return\u0000X", "Return\u000bX"})
    void aSubjectIsOneLine(String subject) {
        assertThat(refused(RECEIVED, subject, "body")).containsExactly(Objection.to("subject", CODE + "subject.oneLine"));
    }

    @Test
    void textsAreThereAndNotLongerThanCanBeStored() {
        String longest = "x".repeat(MailText.SUBJECT_LENGTH);

        assertThat(texts.check(RECEIVED, new MailText(longest, "y".repeat(MailText.BODY_LENGTH))).subject()).isEqualTo(longest);
        assertThat(refused(RECEIVED, longest + "x", "y".repeat(MailText.BODY_LENGTH + 1))).containsExactly(
            Objection.to("subject", CODE + "tooLong", MailText.SUBJECT_LENGTH),
            Objection.to("body", CODE + "tooLong", MailText.BODY_LENGTH));
        assertThat(refused(RECEIVED, " ", "\n ")).containsExactly(Objection.to("subject", CODE + "missing"),
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
            kept = texts.check(RECEIVED, new MailText("Subject", typed)).body();
        } catch (MailTextRefusedException e) {
            assertThat(e.objections()).extracting(Objection::code).containsOnly(CODE + "placeholder.notInLink");
            kept = "REFUSED";
        }
        assertThat(kept).isEqualTo(expected);
        if (!kept.equals("REFUSED")) {
            assertThat(texts.check(RECEIVED, new MailText("Subject", kept)).body()).as("checked again").isEqualTo(kept);
        }
    }

    @Test
    void bracesInDisguiseAreSeenToo() {
        assertThat(refused(RECEIVED, "Subject", "<p>one</p>\n&#123;&#123;secret}}"))
            .containsExactly(Objection.to("body", CODE + "placeholder.unknown", 2, "{{secret}}"));
    }

    @Test
    void savesForOneMailAndLanguageWithWhoAndWhen() {
        texts.save(edit("Reçu {{number}}", "<p>Ok</p>", EffectiveText.SHIPPED));

        ArgumentCaptor<StoredMailText> saved = ArgumentCaptor.forClass(StoredMailText.class);
        verify(stored).saveAndFlush(saved.capture());
        assertThat(saved.getValue().getMail()).isEqualTo(RECEIVED.name());
        assertThat(saved.getValue().getLanguageTag()).isEqualTo("fr");
        assertThat(saved.getValue().effective().text()).isEqualTo(new MailText("Reçu {{number}}", "<p>Ok</p>"));
        assertThat(saved.getValue().effective().changedBy()).isEqualTo("Ann");
        assertThat(saved.getValue().effective().changedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void anEditorThatIsBehindChangesNothing() {
        StoredMailText others = new StoredMailText(SITE, RECEIVED, Locale.FRENCH);
        others.write(new MailText("s", "b"), "Bob", new java.util.Date());
        when(stored.find(SITE, RECEIVED.name(), "fr")).thenReturn(Optional.of(others));

        assertThatExceptionOfType(StaleMailTextException.class)
            .isThrownBy(() -> texts.save(edit("Mine", "mine", EffectiveText.SHIPPED)));
        assertThatExceptionOfType(StaleMailTextException.class)
            .isThrownBy(() -> texts.backToShipped(RECEIVED, Locale.FRENCH, 7));
        verify(stored, never()).saveAndFlush(any());
        verify(stored, never()).delete(any());
        assertThat(texts.inForce(RECEIVED, Locale.FRENCH).text().subject()).isEqualTo("s");
    }

    @Test
    void theSlowerOfTwoFirstEditorsIsTold() {
        when(stored.saveAndFlush(any())).thenThrow(new DataIntegrityViolationException("unique"));

        assertThatExceptionOfType(StaleMailTextException.class)
            .isThrownBy(() -> texts.save(edit("Mine", "mine", EffectiveText.SHIPPED)));
    }

    @Test
    void placeholdersThatAFeatureAddsAreKnownInItsMailOnly() {
        texts = texts(MailKindsUnitTests.words(RECEIVED, new Placeholder("gift", Kind.LINE), "A vase"));

        assertThat(texts.check(RECEIVED, new MailText("{{gift}}", "{{#gift}}<p>{{gift}}</p>{{/gift}}")).subject()).isEqualTo("{{gift}}");
        assertThat(refused(LABEL_SENT, "Subject", "{{gift}}"))
            .containsExactly(Objection.to("body", CODE + "placeholder.unknown", 1, "{{gift}}"));
        assertThat(refused(RECEIVED, "Subject", "<a href=\"https://x.example/{{gift}}\">x</a>"))
            .containsExactly(Objection.to("body", CODE + "placeholder.notInLink", 1, "{{gift}}"));
    }

    @Test
    void whatAFeatureHasToSayEndsTheShippedTextOfItsMailsUntilTheMerchantPutsItElsewhere() {
        StaticMessageSource words = new StaticMessageSource();
        words.addMessage("rtn.mail.words.gift", Locale.ENGLISH, "{{#gift}}<p>With {{gift}}</p>{{/gift}}");
        for (String name : List.of("received", "label_sent")) {
            words.addMessage("rtn.mail." + name + ".subject", Locale.ENGLISH, "Subject");
            words.addMessage("rtn.mail." + name + ".body", Locale.ENGLISH, "<p>Body</p>");
        }
        MailKinds kinds = new MailKinds(Stream::empty,
            () -> Stream.of(MailKindsUnitTests.words(RECEIVED, new Placeholder("gift", Kind.LINE), "A vase"),
                MailKindsUnitTests.words(RECEIVED, new Placeholder("silent", Kind.LINE), "")));

        for (boolean codes : new boolean[] {false, true}) {
            words.setUseCodeAsDefaultMessage(codes);
            texts = new MailTexts(stored, kinds, words, SETTINGS, () -> SITE, Clock.systemUTC());
            MailText shipped = texts.shipped(RECEIVED, Locale.ENGLISH);
            assertThat(shipped.body()).isEqualTo("<p>Body</p>\n{{#gift}}<p>With {{gift}}</p>{{/gift}}");
            assertThat(texts.check(RECEIVED, shipped)).isEqualTo(shipped);
            assertThat(texts.shipped(RECEIVED, Locale.FRENCH)).as("there are no French ones").isEqualTo(shipped);
            assertThat(texts.shipped(LABEL_SENT, Locale.ENGLISH).body()).isEqualTo("<p>Body</p>");
        }
    }

    @Test
    void aFeaturesLinkCanBeginAnAddressAndItsCodeStandInOne() {
        String link = "<a href=\"{{ giftLink }}#top\">x</a>";
        String code = "<a href=\"https://x.example/{{gift}}\">x</a>";

        texts = texts(MailKindsUnitTests.words(RECEIVED, new Placeholder("giftLink", Kind.LINK), "https://x.example/"));
        assertThat(texts.check(RECEIVED, new MailText("Subject", link)).body()).isEqualTo(link);
        assertThat(texts.keepsAll(RECEIVED, new MailText("Subject", link))).isTrue();

        texts = texts(MailKindsUnitTests.words(RECEIVED, new Placeholder("gift", Kind.CODE), "7"));
        assertThat(texts.check(RECEIVED, new MailText("Subject", code)).body()).isEqualTo(code);
    }

    @Test
    void aTextThatIsShippedInFewerLanguagesIsTheDefaultLanguages() {
        StaticMessageSource words = new StaticMessageSource();
        words.addMessage("rtn.mail.gift.subject", Locale.ENGLISH, "A gift");
        words.addMessage("rtn.mail.gift.body", Locale.ENGLISH, "<p>For you</p>");
        words.addMessage("rtn.mail.gift.body", Locale.FRENCH, "<p>Pour vous</p>");
        MailKind gift = MailKind.toShopper("GIFT", 1);

        for (boolean codes : new boolean[] {false, true}) {
            words.setUseCodeAsDefaultMessage(codes);
            texts = new MailTexts(stored, new MailKinds(Stream::empty, Stream::empty), words, SETTINGS, () -> SITE, Clock.systemUTC());
            assertThat(texts.shipped(gift, Locale.FRENCH)).isEqualTo(new MailText("A gift", "<p>Pour vous</p>"));
        }
    }

    private List<Objection> refused(MailKind mail, String subject, String body) {
        try {
            MailText kept = texts.check(mail, new MailText(subject, body));
            throw new AssertionError("Not refused: " + kept);
        } catch (MailTextRefusedException e) {
            return e.objections();
        }
    }

    private MailTexts texts(MailWords... added) {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:/messages/rtn/ReturnsMessages");
        messages.setFallbackToSystemLocale(false);
        return new MailTexts(stored, new MailKinds(Stream::empty, () -> Stream.of(added)), messages, SETTINGS, () -> SITE,
            Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
    }

    private static MailTextEdit edit(String subject, String body, int version) {
        return new MailTextEdit(RECEIVED, Locale.FRENCH, new MailText(subject, body), version, "Ann");
    }
}
