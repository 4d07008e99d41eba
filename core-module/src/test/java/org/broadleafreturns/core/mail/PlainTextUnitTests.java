package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PlainTextUnitTests {

    @Test
    void turnsParagraphsListsAndLinksIntoLines() {
        String text = PlainText.of(Jsoup.parse("""
            <html><head><title>Not this</title></head><body><h1>Your return</h1>
            <p>Hello <b>Ann</b>,</p><ul><li>Fern × 2</li><li>Pot × 1</li></ul>
            <p><a href="https://shop.example/account/returns/R1">See it</a></p></body></html>"""));

        assertThat(text).isEqualTo("""
            Your return

            Hello Ann,

            - Fern × 2
            - Pot × 1

            See it <https://shop.example/account/returns/R1>
            """);
    }

    @Test
    void keepsTheLinesOfAPreformattedText() {
        assertThat(PlainText.of(Jsoup.parse("<p style=\"white-space:pre-wrap\">first\nsecond</p>"))).isEqualTo("first\nsecond\n");
    }

    @Test
    void givesBackWhatWasEscaped() {
        assertThat(PlainText.of(Jsoup.parse("<p>&lt;script&gt; &amp; Söhne</p>"))).isEqualTo("<script> & Söhne\n");
    }

    @Test
    void keepsTheEmptyLineBetweenTwoBreaks() {
        assertThat(PlainText.of(Jsoup.parse("<p>first<br>second<br><br>third<br><br><br>fourth</p>")))
            .isEqualTo("first\nsecond\n\nthird\n\nfourth\n");
    }
}
