package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class InlineStylesUnitTests {

    @Test
    void writesTheRulesIntoTheElementsInTheirOrderAndTheOwnStyleLast() {
        Document mail = Jsoup.parse(written("""
            <html><head><style>/* p { color: pink } */
            .text p, .text ul { margin: 0 ; color: red; }
            @media screen { p { color: green } }
            p:hover::x { color: blue }
            .text p { font-size: 15px }</style></head>
            <body><div class="text"><p>a</p><p style="color:black">b</p></div><p>c</p></body></html>"""));

        assertThat(mail.select("p").eachAttr("style"))
            .containsExactly("margin:0;color:red;font-size:15px", "margin:0;color:red;font-size:15px;color:black");
    }

    @Test
    void changesNothingElse() {
        String mail = "<!doctype html>\n<html lang=\"fr\"><head><title>x</title></head><body><p>a &amp; b</p>\n<p>c</p></body></html>";

        assertThat(written(mail)).isEqualToIgnoringNewLines(mail);
    }

    @Test
    void eachMailHasTheRulesOfItsOwnSheet() {
        String red = "<html><head><style>p { color: red }</style></head><body><p>a</p></body></html>";
        String blue = red.replace("red", "blue");

        assertThat(written(red)).contains("<p style=\"color:red\">");
        assertThat(written(blue)).contains("<p style=\"color:blue\">");
        assertThat(written(red)).contains("<p style=\"color:red\">");
    }

    private static String written(String html) {
        Document mail = Jsoup.parse(html);
        mail.outputSettings().prettyPrint(false);
        InlineStyles.write(mail);
        return mail.outerHtml();
    }
}
