package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Database servers refuse what the demo's H2 takes: the like in shops on PostgreSQL and MariaDB, where no return is changed by it. */
@Tag("long")
@Tag(OwnShops.TAG)
@AddLifecycleHook(InTime.class)
class FuzzOnServersIntegrationTests extends Fuzz {

    private static final List<ServerShop> SERVERS = new ArrayList<>();

    /** A shop on a database server. */
    private record ServerShop(ShopNode node, String order, String returnNumber, String before, HttpVisitor john, HttpVisitor admin,
            Session shopper, Session merchant) {
    }

    @BeforeContainer
    static void twoWhoAreLoggedInToEachShop() {
        for (TestDatabase.Server server : List.of(TestDatabase.Server.POSTGRESQL, TestDatabase.Server.MARIADB)) {
            SERVERS.add(serverShop(SharedShop.on(server).node()));
        }
    }

    private static ServerShop serverShop(ShopNode node) {
        String order = node.ask("order john@example.com 1=3");
        String number = node.ask("request " + order + " 0 1");
        String site = node.ask("address");
        String backOffice = node.ask("backOffice");
        HttpVisitor john = HttpVisitor.shopperAt(site, "john@example.com");
        HttpVisitor admin = HttpVisitor.merchantAt(backOffice, "admin");
        return new ServerShop(node, order, number, node.ask("journal " + number), john, admin,
            session(site, number, john, FormAddresses.form(order), ModuleAddress.said(node.ask("patterns"))),
            session(backOffice, number, admin, "/order/" + node.ask("identifier " + order), ModuleAddress.said(node.ask("patternsOfBackOffice"))));
    }

    @AfterContainer
    static void noReturnWasChanged() {
        SERVERS.forEach(shop -> assertThat(shop.node().ask("journal " + shop.returnNumber())).isEqualTo(shop.before()));
    }

    // A seed of its own makes a run repeatable; another one tries other things.
    @Property(tries = 150, seed = "8112063425991346720")
    void shopsOnDatabaseServersTakeAnything(@ForAll("shots") Shot shot) {
        for (ServerShop shop : SERVERS) {
            fire(shop.shopper(), shot);
            fire(shop.merchant(), shot);
        }
    }

    @Example
    void whatADatabaseDoesNotTakeIsSaidBesideItsInput() {
        for (ServerShop shop : SERVERS) {
            String form = FormAddresses.form(shop.order());
            Document page = Jsoup.parse(shop.john().get(form).body());
            String item = page.select("[name^=quantity]").attr("name").replaceAll("\\D", "");
            Map<String, String> fields = new LinkedHashMap<>(Map.of("csrfToken", shop.john().token(form), "quantity[" + item + "]", "1",
                "reason[" + item + "]", "OTHER", "refundType", "EXCHANGE", "comment", "too\u0000small"));

            HttpResponse<String> refused = shop.john().post(form, fields);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(refused.body()).select("#rtn-comment-error").text()).contains("cannot be shown");

            fields.put("comment", "too small \ud83d\ude22");
            HttpResponse<String> taken = shop.john().post(form, fields);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
            String summary = taken.headers().firstValue("Location").orElseThrow();
            assertThat(shop.john().get(summary).body()).contains("too small \ud83d\ude22");
            assertThat(shop.john().get(form + "/a%01b").statusCode()).isEqualTo(404);
            assertThat(shop.john().get("/account/returns/new?order=a%01b").statusCode()).isEqualTo(404);
            assertThat(shop.john().get("/account/returns/a%01b").statusCode()).isEqualTo(404);
        }
    }

    @Example
    void merchantsAreToldTheSame() {
        for (ServerShop shop : SERVERS) {
            String token = shop.admin().token("/order/" + shop.node().ask("identifier " + shop.order()));
            String returned = "/returns/" + shop.returnNumber();
            String version = shop.before().split(" ")[1];

            HttpResponse<String> refused = shop.admin().post(returned + "/status/preview", Map.of("csrfToken", token, "version", version,
                "status", "RECEIVED", "message", "a\u0000b", "note", "c\uffffd"));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(Jsoup.parse(refused.body()).select("[data-field]").eachAttr("data-field")).containsExactly("message", "note");
            assertThat(shop.admin().post(returned + "/status/apply", Map.of("csrfToken", token, "token", "a\u0000b")).statusCode())
                .isEqualTo(422);
            for (String list : List.of("/returns?number=%00", "/returns?customerLastName=a%00b", "/return-reasons?labelEn=%00",
                    "/refund-types?code=%00", "/return-exclusions?product=%00")) {
                assertThat(shop.admin().get(list).statusCode()).as(list).isEqualTo(400);
            }
            assertThat(shop.admin().get("/returns?customerLastName=" + HttpVisitor.encoded("\ud83d\ude22")).statusCode()).isEqualTo(200);
        }
    }
}
