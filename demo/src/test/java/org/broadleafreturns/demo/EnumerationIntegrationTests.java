package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.broadleafreturns.demo.AskedStatements.Read;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether there is an order, and whose it is, cannot be told by how long the shop takes to answer: it asks its database the same,
 * whatever was typed. What is found out about orders is found out in the background, which nobody waits for.
 */
@OwnShops
class EnumerationIntegrationTests {

    private static final String ANN = "ann@example.com";
    private static final String STRANGER = "stranger@example.com";
    private static final String NO_ORDER = "PL-999999";

    private final Map<String, List<String>> asked = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource(value = TestDatabase.Server.class, names = {"POSTGRESQL", "MARIADB"})
    void whatIsTypedMakesNoDifferenceToWhatTheDatabaseIsAsked(TestDatabase.Server server) {
        SharedShop shop = SharedShop.on(server);
        ShopNode node = shop.node();
        String order = shop.order(ANN, "1=3");
        // What is drawn or read at the first need alone is there.
        visit(node, server, "before", NO_ORDER, STRANGER, () -> { });
        asked.clear();

        visit(node, server, "its address", order, ANN, () -> await().until(() -> shop.mails().taken().stream()
            .anyMatch(mail -> mail.recipient().equals(ANN) && mail.subject().contains(order) && mail.subject().contains("code"))));
        visit(node, server, "another address", order, STRANGER, () -> { });
        visit(node, server, "no order", NO_ORDER, ANN, () -> { });
        HttpVisitor john = HttpVisitor.shopperAt(node.ask("address"), "john@example.com");
        john.get("/withdrawal?order=" + NO_ORDER);
        picking(node, server, john, "its address", order);
        picking(node, server, john, "no order", NO_ORDER);

        for (String step : List.of("withdrawal", "withdrawal confirmed", "entrance", "code page", "code")) {
            assertThat(asked.get("its address: " + step)).as(step).isEqualTo(asked.get("no order: " + step))
                .isEqualTo(asked.get("another address: " + step));
        }
        assertThat(asked.get("its address: withdrawal confirmed")).as("it is recorded")
            .anyMatch(sql -> sql.contains("insert into RTN_WITHDRAWAL"));
        assertThat(asked.get("its address: entrance")).as("it is noted").anyMatch(sql -> sql.contains("insert into RTN_GUEST_ENTRY"));
        assertThat(asked.get("its address: code")).as("a try is counted").anyMatch(sql -> sql.contains("update RTN_GUEST_ENTRY"));
        assertThat(asked.get("its address: picking")).as("an order of somebody else").isNotEmpty()
            .isEqualTo(asked.get("no order: picking"));
    }

    private void visit(ShopNode node, TestDatabase.Server server, String who, String order, String email, Runnable afterAsking) {
        HttpVisitor visitor = HttpVisitor.siteAt(node.ask("address"));
        Document review = Jsoup.parse(done(node, server, who + ": withdrawal", 200, () -> visitor.post("/withdrawal", Map.of("name", "Ann",
            "order", order, "email", email))).body());
        String carried = review.select("#rtn-confirm-form [name=statement]").val();
        done(node, server, who + ": withdrawal confirmed", 200, () -> visitor.post("/withdrawal/confirm", Map.of("statement", carried)));

        String token = visitor.token("/returns");
        Map<String, String> entrance = Map.of("order", order, "email", email, "csrfToken", token);
        done(node, server, who + ": entrance", 302, () -> visitor.post("/returns", entrance));
        afterAsking.run();
        done(node, server, who + ": code page", 200, () -> visitor.get("/returns/code"));
        done(node, server, who + ": code", 422, () -> visitor.post("/returns/code", Map.of("code", "no code", "csrfToken", token)));
    }

    /** Whoever is logged in picks from their own orders, and types those of others. */
    private void picking(ShopNode node, TestDatabase.Server server, HttpVisitor visitor, String whose, String order) {
        done(node, server, whose + ": picking", 200, () -> visitor.get("/withdrawal?order=" + order));
    }

    private HttpResponse<String> done(ShopNode node, TestDatabase.Server server, String step, int status,
            Supplier<HttpResponse<String>> visit) {
        node.ask("watch");
        HttpResponse<String> answer = visit.get();
        assertThat(answer.statusCode()).as(step).isEqualTo(status);
        // Identifiers are drawn in blocks, what the platform reads for a page of its own has times of its own, and words are as many as
        // somebody types.
        asked.put(step, AskedStatements.parsed(node.ask("asked " + server)).stream()
            .filter(read -> read.ours() || read.sql().contains("BLC_ORDER")).map(Read::sql)
            .filter(sql -> !sql.contains("RTN_SEQUENCE") && !sql.contains("RTN_WITHDRAWAL_WORD")).toList());
        return answer;
    }
}
