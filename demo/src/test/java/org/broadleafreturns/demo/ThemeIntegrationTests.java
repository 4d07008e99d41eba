package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.platform.ShopOrders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the storefront's pages fit into a shop that was not made for them. */
class ThemeIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;

    @Test
    void aShopNamesItsLayoutItsClassesAndItsPageOfAnOrder() {
        TestDatabase database = RealShop.newDatabase(TestDatabase.Server.POSTGRESQL);
        Map<String, String> properties = Map.of("returns.site.layout", "layout/fullPageLayout",
            "returns.site.order-url", "/account/orders#{number}", "returns.site.classes.button", "btn btn-primary",
            "returns.site.classes.card", "card", "returns.site.classes.title", "");
        try (ScriptedMailServer mails = new ScriptedMailServer(ScriptedMailServer.Manner.ACCEPT);
                ShopNode node = ShopNode.startStorefront(database, mails.port(), 10, properties).awaitReady()) {
            String shop = node.ask("address");
            String order = node.ask("order " + JOHN + " " + FERN + "=1");
            Document form = page(HttpVisitor.shopperAt(shop, JOHN), FormAddresses.form(order));

            assertThat(form.select(".shop-account-menu")).isEmpty();
            assertThat(form.select("main.shop-main section.rtn.card")).hasSize(1);
            assertThat(form.select("#rtn-submit").attr("class")).isEqualTo("btn btn-primary");
            assertThat(form.select("#rtn-add-photos").attr("class")).isEqualTo("rtn-button");
            assertThat(form.select("h1").attr("class")).isEmpty();
            assertThat(form.select(".rtn-up a").attr("href")).isEqualTo("/account/orders#" + order);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PL #", "PL é?", "PL+&=", "PL/2026/", "PL%2f;"})
    void anOrderWithAnUnusualNumberCanBeReturned(String beginning) {
        String number = withNumber(TestShop.newOrder(JOHN, Map.of(FERN, 2)), beginning);
        HttpVisitor john = HttpVisitor.shopper(JOHN);

        String link = page(john, "/account/orders").select("a.rtn-order-link").eachAttr("href").stream()
            .filter(address -> address.equals(FormAddresses.form(number).replace("+", "%20")))
            .findFirst().orElseThrow();
        Document form = page(john, link);
        assertThat(form.select(".rtn-up").text()).contains(number);
        checkOrderLink(john, form.select(".rtn-up a"), number);
        String item = form.select("[name^=quantity]").attr("name").replaceAll("\\D", "");
        HttpResponse<String> entered = john.post(form.select("#rtn-request-form").attr("action"), Map.of("csrfToken", john.token(link),
            "quantity[" + item + "]", "1", "reason[" + item + "]", "OTHER", "comment", "Too green", "refundType", "EXCHANGE"));
        Document summary = page(john, location(entered));
        HttpResponse<String> sent = john.post(summary.select("#rtn-send-form").attr("action"), Map.of("csrfToken", john.token(link)));
        Document detail = page(john, location(sent));

        assertThat(detail.select(".rtn-facts").text()).contains(number);
        checkOrderLink(john, detail.select(".rtn-facts a"), number);
    }

    /** The shop shows an order at a path, in which not every number can stand. */
    private static void checkOrderLink(HttpVisitor visitor, Elements link, String number) {
        assertThat(link).hasSize(number.matches(".*[/%;].*") ? 0 : 1);
        link.forEach(order -> assertThat(visitor.get(order.attr("href")).statusCode()).isEqualTo(200));
    }

    /** Shops lead to another language by an address of which only the path stays. */
    @Test
    void inAnotherLanguageTheFormIsAboutTheSameOrder() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 2));
        String draft = FormAddresses.draft(order, TestShop.draft(order).getToken());
        HttpVisitor john = HttpVisitor.shopper(JOHN);

        for (String address : List.of(FormAddresses.form(order), FormAddresses.below(draft, "/edit"), draft,
                FormAddresses.below(draft, "/photos"))) {
            page(john, address);
            assertThat(page(john, address.replaceAll("\\?.*", "?blLocaleCode=fr")).html()).as(address).contains("order=" + order);
        }
        assertThat(HttpVisitor.shopper(JOHN).get("/account/returns/new").statusCode()).isEqualTo(404);
    }

    @Test
    void theFormersAddressesLeadToTheForm() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 2));
        String token = TestShop.draft(order).getToken();
        HttpVisitor john = HttpVisitor.shopper(JOHN);

        assertThat(location(john.get("/account/orders/" + order + "/return"))).isEqualTo(FormAddresses.form(order));
        assertThat(location(john.get("/account/orders/" + order + "/return/" + token))).isEqualTo(FormAddresses.draft(order, token));
        assertThat(location(john.get("/account/orders/" + order + "/return/" + token + "/edit")))
            .isEqualTo(FormAddresses.draft(order, token + "/edit"));
    }

    @Test
    void theMenuEntryMarksItself() {
        HttpVisitor john = HttpVisitor.shopper(JOHN);

        Document list = page(john, "/account/returns");
        assertThat(list.select("li.rtn-menu-item.active > a[aria-current=page]")).hasSize(1);
        Document orders = page(john, "/account/orders");
        assertThat(orders.select("li.rtn-menu-item")).hasSize(1);
        assertThat(orders.select("li.rtn-menu-item.active, li.rtn-menu-item a[aria-current]")).isEmpty();
    }

    /** The order's own number, so that no other has it, behind a beginning that no shop would think of. */
    private static String withNumber(String order, String beginning) {
        String number = beginning + order;
        inTransaction(() -> {
            bean(ShopOrders.class).findByNumber(order).orElseThrow().setOrderNumber(number);
            return null;
        });
        return number;
    }

    private static Document page(HttpVisitor visitor, String address) {
        HttpResponse<String> answer = visitor.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "").replaceAll("[;#].*", "");
    }
}
