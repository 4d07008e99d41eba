package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class WholeNumberUnitTests {

    private static final String NUMBER = "R7KM-2QXP";

    @Test
    void isInOneLineWhereverItIsShown() {
        Document mail = kept("<html><head><title>R7KM-2QXP</title></head><body><h1>R7KM-2QXP</h1><p>Of R7KM-2QXP, R7KM-2QXP"
            + " and R7KM-2QX <a href=\"https://shop.example/R7KM-2QXP\">here</a></p></body></html>", NUMBER);

        assertThat(mail.body().select("span[style=white-space:nowrap]").eachText()).containsExactly(NUMBER, NUMBER, NUMBER);
        assertThat(mail.body().select("h1, p").eachText())
            .containsExactly(NUMBER, "Of R7KM-2QXP, R7KM-2QXP and R7KM-2QX here");
        assertThat(mail.select("a").attr("href")).isEqualTo("https://shop.example/R7KM-2QXP");
        assertThat(mail.title()).isEqualTo(NUMBER);
    }

    @Test
    void whatIsNotThereIsNotLookedFor() {
        assertThat(kept("<p>Text", null).body().html()).isEqualTo("<p>Text</p>");
        assertThat(kept("<p>Text &amp; <b>more</b></p>", NUMBER).body().html()).isEqualTo("<p>Text &amp; <b>more</b></p>");
    }

    private static Document kept(String html, String number) {
        Document mail = Jsoup.parse(html);
        WholeNumber.keep(mail, number);
        return Jsoup.parse(mail.outerHtml());
    }
}
