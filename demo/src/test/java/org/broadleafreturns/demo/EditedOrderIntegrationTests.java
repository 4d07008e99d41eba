package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people read, and what they can do, where an order was changed after a return of it was requested. */
class EditedOrderIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final Words ENGLISH = new Words("en");

    private final JdbcTemplate database = new JdbcTemplate(webDatabase());
    private final HttpVisitor john = HttpVisitor.shopper(JOHN);
    private final HttpVisitor admin = HttpVisitor.merchant("admin");
    private String order;
    private ReturnRequest request;

    private static DataSource webDatabase() {
        return TestShop.get().siteContext().getBean("webDS", DataSource.class);
    }

    @BeforeEach
    void aReturnOfThreeFerns() {
        order = TestShop.newOrder(JOHN, Map.of(1L, 3, 5L, 1));
        request = TestShop.request(order, 0, 3);
    }

    @Test
    void noMoreIsAcceptedThanTheOrderHasNow() {
        reduce(1);

        assertThat(orderPage().select("#return-" + request.getNumber() + " .rtn-units-now").text())
            .isEqualTo(ENGLISH.say("rtn.admin.line.unitsNow", 1));
        assertThat(adminDialog().select(".rtn-order-changes").text()).contains(ENGLISH.say("rtn.admin.line.unitsNow", 1));
        assertThat(sitePage("/account/returns/" + request.getNumber()).select("main .rtn-units-now").text())
            .isEqualTo(ENGLISH.say("rtn.site.detail.unitsNow", 1));
        HttpResponse<String> refused = preview(Map.of("status", "ACCEPTED"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[data-field=status]").text())
            .isEqualTo(ENGLISH.say("rtn.objection.accepted.reduced", request.getLines().get(0).getArticleName(), 1));
        String accepted = "accepted[" + request.getLines().get(0).getId() + "]";
        assertThat(preview(Map.of("status", "PARTIALLY_ACCEPTED", accepted, "2")).statusCode()).isEqualTo(422);
        assertThat(preview(Map.of("status", "PARTIALLY_ACCEPTED", accepted, "1", "refused.reason", "USED")).statusCode()).isEqualTo(200);
        assertThat(preview(Map.of("status", "REFUSED", "refused.reason", "USED")).statusCode()).isEqualTo(200);
    }

    @Test
    void anArticleThatWasRemovedIsSaidToBeSo() {
        TestShop.change(request, ReturnStatus.CANCELLED, false);
        reduce(0);

        String removed = ENGLISH.get("rtn.objection.line.removed");
        assertThat(sitePage(FormAddresses.form(order)).select("main .rtn-line").first().text()).contains(removed);
        assertThat(creationDialog().select(".rtn-create-line").first().text()).contains(removed);
        // Nothing is held of it any more.
        assertThat(orderPage().select(".rtn-units-now")).isEmpty();
    }

    @Test
    void anOrderThatWasCancelledIsSaidToBeSo() {
        database.update("UPDATE BLC_ORDER SET ORDER_STATUS = 'CANCELLED' WHERE ORDER_NUMBER = ?", order);

        String cancelled = ENGLISH.get("rtn.objection.order.cancelled");
        assertThat(sitePage(FormAddresses.form(order)).select("main .rtn-notice").text()).isEqualTo(cancelled);
        assertThat(creationDialog().text()).contains(cancelled);
        assertThat(sitePage("/account/returns/" + request.getNumber()).select("main .rtn-notice").text())
            .isEqualTo(ENGLISH.get("rtn.site.detail.orderCancelled"));
        assertThat(orderPage().select("#return-" + request.getNumber() + " .rtn-order-cancelled").text())
            .isEqualTo(ENGLISH.get("rtn.admin.order.cancelled"));
        assertThat(adminDialog().select(".rtn-order-changes").text()).isEqualTo(ENGLISH.get("rtn.admin.order.cancelled"));
        assertThat(preview(Map.of("status", "ACCEPTED")).statusCode()).isEqualTo(200);
    }

    /** Of an order that nobody has touched nothing is said. */
    @Test
    void nothingIsSaidOfOthers() {
        assertThat(orderPage().select(".rtn-units-now, .rtn-order-cancelled")).isEmpty();
        assertThat(adminDialog().select(".rtn-order-changes")).isEmpty();
        assertThat(sitePage("/account/returns/" + request.getNumber()).select("main .rtn-notice, main .rtn-units-now"))
            .isEmpty();
        assertThat(preview(Map.of("status", "ACCEPTED")).statusCode()).isEqualTo(200);
    }

    private Document orderPage() {
        return Jsoup.parse(admin.get("/order/" + TestShop.orderId(order)).body());
    }

    private Document creationDialog() {
        return Jsoup.parse(admin.getInBackground("/returns/orders/" + TestShop.orderId(order) + "/new").body());
    }

    private void reduce(int quantity) {
        database.update("UPDATE BLC_ORDER_ITEM SET QUANTITY = ? WHERE ORDER_ITEM_ID = ?", quantity,
            request.getLines().get(0).getOrderItemId());
    }

    private HttpResponse<String> preview(Map<String, String> inputs) {
        Map<String, String> fields = new HashMap<>(inputs);
        String token = admin.token("/order/" + TestShop.orderId(order));
        fields.put("version", Integer.toString(request.getVersion()));
        return admin.post("/returns/" + request.getNumber() + "/status/preview?csrfToken=" + HttpVisitor.encoded(token), fields);
    }

    private Document adminDialog() {
        return Jsoup.parse(admin.getInBackground("/returns/" + request.getNumber() + "/status").body());
    }

    private Document sitePage(String path) {
        HttpResponse<String> answer = john.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
