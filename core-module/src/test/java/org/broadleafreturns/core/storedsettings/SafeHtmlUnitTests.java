package org.broadleafreturns.core.storedsettings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlUnitTests {

    @Test
    void keepsSimpleFormatting() {
        String html = "<p>Keep <b>all</b> <strong>tags</strong> <i>on</i> <em>it</em><br />please</p>"
            + "<ul><li>one</li></ul><ol><li>two</li></ol>";

        assertThat(SafeHtml.ofTyped(html)).isEqualTo(html);
        assertThat(SafeHtml.of(SafeHtml.of(html))).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/terms?a=1&amp;b=2", "http://shop.example/", "mailto:help@shop.example"})
    void keepsLinksToTheWebAndToMail(String address) {
        assertThat(SafeHtml.of("<a href=\"" + address + "\" onclick=\"x()\" target=\"_top\">Terms</a>"))
            .isEqualTo("<a href=\"" + address + "\" rel=\"noopener noreferrer\">Terms</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", " javascript:alert(1)",
        "java\tscript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "file:///etc/passwd"})
    void takesOtherTargetsOutOfLinks(String address) {
        assertThat(SafeHtml.of("<a href=\"" + address + "\">Terms</a>"))
            .isEqualTo("<a rel=\"noopener noreferrer\">Terms</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<style>p{}</style>", "<img src=x onerror=alert(1)>", "<iframe src=x></iframe>",
        "<svg onload=alert(1)></svg>", "<form action=x></form>", "<!-- c -->", "<noscript><p title=\"</noscript><img src=x>\"></noscript>"})
    void takesEverythingElseOut(String html) {
        assertThat(SafeHtml.of("<p>before</p>" + html)).startsWith("<p>before</p>").doesNotContain("alert").doesNotContain("<img")
            .doesNotContain("<script").doesNotContain("<style").doesNotContain("<iframe").doesNotContain("<svg")
            .doesNotContain("<form").doesNotContain("<!--");
    }

    @Test
    void takesAttributesOut() {
        assertThat(SafeHtml.of("<p onclick=\"x()\" style=\"color:red\" class=\"a\" id=\"b\">Text</p>")).isEqualTo("<p>Text</p>");
    }

    @Test
    void closesWhatWasLeftOpen() {
        assertThat(SafeHtml.of("<ul><li>one<li><b>two")).isEqualTo("<ul><li>one</li><li><b>two</b></li></ul>");
    }

    @Test
    void plainTextKeepsItsLinesAndItsSigns() {
        assertThat(SafeHtml.ofTyped("  Two lines:\r\n5 < 6 & \"so\" <b>on</b>\n"))
            .isEqualTo("Two lines:<br />\n5 &lt; 6 &amp; \"so\" <b>on</b>");
        assertThat(SafeHtml.ofTyped("<p>one</p>\n<p>two</p>")).isEqualTo("<p>one</p>\n<p>two</p>");
    }
}
