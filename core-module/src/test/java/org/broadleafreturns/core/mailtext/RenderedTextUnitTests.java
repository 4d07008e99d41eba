package org.broadleafreturns.core.mailtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderedTextUnitTests {

    private static final String EVIL = "<script>alert('1')</script>\"&\n{{number}}";

    private final Map<Placeholder, Object> values = new HashMap<>();

    @ParameterizedTest
    @MethodSource("shown")
    void everyValueStaysTextInTheBodyAndInALink(Placeholder placeholder) {
        values.put(placeholder, placeholder == Placeholder.ARTICLES ? List.of(EVIL, "second") : EVIL);

        String body = body("<p>" + placeholder.written() + "</p>");
        Document document = Jsoup.parseBodyFragment(body);

        assertThat(document.select("script")).isEmpty();
        assertThat(document.body().wholeText()).contains("<script>alert('1')</script>\"&").contains("{{number}}");
        if (placeholder != Placeholder.ARTICLES) {
            Document link = Jsoup.parseBodyFragment(body("<a href=\"https://x.example/" + placeholder.written() + "\">x</a>"));
            assertThat(link.select("a")).hasSize(1);
            assertThat(link.body().children()).hasSize(1);
            assertThat(link.select("a").first().attributes().asList()).extracting(attribute -> attribute.getKey()).containsExactly("href");
        }
    }

    /** Where the shop has no address for links, what follows the placeholder begins the address. */
    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc", "#top", "/account"})
    void noLinkLeadsToWhatIsNoPage(String address) {
        String body = body("<p><a href=\"{{accountLink}}" + address + "\">x</a> and <a href=\"https://x.example/\">y</a></p>");

        assertThat(Jsoup.parseBodyFragment(body).select("a").eachText()).containsExactly("y");
    }

    @Test
    void aSubjectIsPlainTextOnOneLine() {
        values.put(Placeholder.FIRST_NAME, "Ann & <Co>\r\nBcc: x@y.z\u2028\u0000");

        assertThat(subject("For {{firstName}}!")).isEqualTo("For Ann & <Co> Bcc: x@y.z !");
    }

    @Test
    void aSubjectIsCutWhereItGetsTooLong() {
        values.put(Placeholder.FIRST_NAME, "\ud83c\udf3f".repeat(400));

        String subject = subject("{{firstName}}");

        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(250);
        assertThat(subject).endsWith("\ud83c\udf3f\u2026");
    }

    @Test
    void articlesAreAList() {
        values.put(Placeholder.ARTICLES, List.of("Fern × 2", "Pot × 1"));

        assertThat(body("<p>You sent:</p>{{ articles }}")).isEqualTo("<p>You sent:</p><ul><li>Fern × 2</li><li>Pot × 1</li></ul>");
        assertThat(body("<p>{{articles}}</p>")).isEqualTo("<ul><li>Fern × 2</li><li>Pot × 1</li></ul>");
    }

    @Test
    void articlesAreTheSameListInsideAPartAboutAText() {
        values.put(Placeholder.ARTICLES, List.of("Fern"));
        values.put(Placeholder.MESSAGE, "one\ntwo");

        assertThat(body("{{#message}}{{articles}}{{message}}{{/message}}")).isEqualTo("<ul><li>Fern</li></ul>one<br>two");
    }

    @Test
    void aPartIsThereOnlyIfItsValueIs() {
        String text = "<p>a</p>\n{{#message}}\n<p>b {{message}}</p>\n{{/message}}\n{{^message}}<p>c</p>{{/message}}";

        assertThat(Jsoup.parse(body(text)).text()).isEqualTo("a c");
        values.put(Placeholder.MESSAGE, "");
        assertThat(Jsoup.parse(body(text)).text()).isEqualTo("a c");
        values.put(Placeholder.MESSAGE, "news");
        assertThat(Jsoup.parse(body(text)).text()).isEqualTo("a b news");
    }

    @Test
    void aConditionDecidesBetweenTwoParts() {
        String text = "{{#labelAttached}}attached{{/labelAttached}}{{^labelAttached}}separate{{/labelAttached}}";

        values.put(Placeholder.LABEL_ATTACHED, true);
        assertThat(body(text)).isEqualTo("attached");
        values.put(Placeholder.LABEL_ATTACHED, false);
        assertThat(body(text)).isEqualTo("separate");
    }

    @Test
    void whatIsNotKnownLeavesNeitherAnEmptyParagraphNorALinkToNowhere() {
        assertThat(body("<p>Hi</p><p>{{returnAddress}}</p><p><a href=\"{{accountLink}}\">Account</a></p>"))
            .isEqualTo("<p>Hi</p><p>Account</p>");
        assertThat(body("<p><a href=\"{{accountLink}}#top\">Top</a> <a href=\"/faq\">Questions</a> <a href=\"mailto:a@b.example\">Write</a></p>"))
            .isEqualTo("<p>Top Questions <a href=\"mailto:a@b.example\">Write</a></p>");
    }

    @Test
    void aFeaturesListIsAListAndNothingIfItIsEmpty() {
        Placeholder gifts = new Placeholder("gifts", Placeholder.Kind.LIST);
        String text = "<p>With it:</p>{{ gifts }}";

        values.put(gifts, List.of("A vase", "<b>"));
        assertThat(body(text)).isEqualTo("<p>With it:</p><ul><li>A vase</li><li>&lt;b&gt;</li></ul>");
        values.put(gifts, List.of());
        assertThat(body(text)).isEqualTo("<p>With it:</p>");
    }

    /** A merchant's text outlives the feature whose placeholders it has. */
    @Test
    void whatNobodyKnowsAnyMoreIsEmpty() {
        String text = "<p>Hi{{gift}}</p>{{#gift}}<p>With {{gift}}</p>{{/gift}}{{^gift}}<p>Bye</p>{{/gift}}{{gifts}}"
            + "<p><a href=\"{{giftLink}}\">See</a></p>";

        assertThat(body(text)).isEqualTo("<p>Hi</p><p>Bye</p><p>See</p>");
        assertThat(subject("About {{gift}}")).isEqualTo("About");
    }

    static Stream<Placeholder> shown() {
        return Stream.concat(
            ReturnMailKinds.all().stream().flatMap(kind -> kind.placeholders().stream()).distinct()
                .filter(placeholder -> placeholder.kind() != Placeholder.Kind.CONDITION),
            Stream.of(new Placeholder("gift", Placeholder.Kind.LINE), new Placeholder("giftLink", Placeholder.Kind.LINK)));
    }

    private String body(String text) {
        return RenderedText.of(new MailText("s", text), values).body();
    }

    private String subject(String text) {
        return RenderedText.of(new MailText(text, "b"), values).subject();
    }
}
