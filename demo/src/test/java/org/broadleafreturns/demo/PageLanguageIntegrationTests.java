package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChangeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language the storefront's pages say that they are. */
class PageLanguageIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;

    private final HttpVisitor john = HttpVisitor.shopper(JOHN);

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyPageOfOursSaysItsLanguage(String language) {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 3));
        String number = TestShop.request(order, 0, 1).getNumber();
        String draft = FormAddresses.draft(order, TestShop.draft(order).getToken());
        john.get("/account/orders?blLocaleCode=" + language);

        for (String address : List.of("/account/returns", "/account/returns/" + number, "/account/returns/" + number + "/cancel",
                FormAddresses.form(order), draft, FormAddresses.below(draft, "/edit"), FormAddresses.below(draft, "/photos"),
                "/account/returns/NONE")) {
            Document page = page(address);
            assertThat(page.select("html").attr("lang")).as(address).isEqualTo(language);
            assertThat(page.select("section.rtn").attr("lang")).as(address).isEqualTo(language);
            assertThat(page.select("main [lang]:not(section)")).as(address).isEmpty();
        }
        Document shops = page("/account/orders/" + order);
        assertThat(shops.select(".rtn-of-order").attr("lang")).isEqualTo(language);
        assertThat(shops.select(".rtn-menu-item").attr("lang")).isEqualTo(language);
    }

    @Test
    void whatAMerchantWroteInTheCustomersLanguageSaysSoToAReaderOfAnother() {
        ReturnRequest request = TestShop.request(TestShop.newOrder(JOHN, Map.of(FERN, 3)), 0, 1);
        bean(StatusChangeService.class).apply(
            TestShop.preview(request, ReturnStatus.RECEIVED, "Thank you", null).getToken(), false, TestShop.ADMIN);
        String address = "/account/returns/" + request.getNumber();

        john.get("/account/orders?blLocaleCode=fr");
        Document french = page(address);
        assertThat(french.select(".rtn-message p").text()).isEqualTo("Thank you");
        assertThat(french.select(".rtn-message p").attr("lang")).isEqualTo("en");
        assertThat(french.select(".rtn-history p[lang=en]").text()).isEqualTo("Thank you");

        john.get("/account/orders?blLocaleCode=en");
        assertThat(page(address).select(".rtn-message p").hasAttr("lang")).isFalse();
    }

    private Document page(String address) {
        HttpResponse<String> answer = john.get(address);
        assertThat(answer.statusCode()).as(address).isIn(200, 404);
        return Jsoup.parse(answer.body());
    }
}
