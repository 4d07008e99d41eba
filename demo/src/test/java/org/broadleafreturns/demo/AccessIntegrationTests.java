package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.exclusion.Exclusion;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who gets what at which address. */
class AccessIntegrationTests {


    private static ReturnRequest johns;
    private static Long labelId;
    private static String token;

    @BeforeAll
    static void aReturnOfJohnsWithALabel() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 2)), 0, 1);
        TestShop.sendLabel(request);
        johns = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
        labelId = inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getLabel().getId());
        token = TestShop.preview(johns, ReturnStatus.RECEIVED, null, null).getToken();
    }

    private static List<String> merchantPages() {
        return List.of("/returns", "/returns/" + johns.getId(), "/returns/" + johns.getNumber() + "/status",
            "/returns/" + johns.getNumber() + "/correction",
            "/returns/" + johns.getNumber() + "/labels/" + labelId, "/returns/orders/" + orderId() + "/new");
    }

    private static List<String> merchantActions() {
        return List.of("/returns/" + johns.getNumber() + "/status/preview", "/returns/" + johns.getNumber() + "/status/apply",
            "/returns/" + johns.getNumber() + "/correction/preview", "/returns/" + johns.getNumber() + "/correction/apply",
            "/returns/" + johns.getNumber() + "/mails/1/send-again", "/returns/orders/" + orderId() + "/new",
            "/returns/orders/" + orderId() + "/deliveries/" + groupId());
    }

    @Test
    void aMerchantWithoutThePermissionIsShutOutEverywhere() {
        HttpVisitor catalog = HttpVisitor.merchant("catalog");
        String csrf = catalog.token("/product/1");

        for (String page : merchantPages()) {
            assertThat(catalog.get(page).statusCode()).as(page).isEqualTo(403);
        }
        for (String action : merchantActions()) {
            HttpResponse<String> answer = catalog.post(action + "?csrfToken=" + csrf, form());
            assertThat(answer.statusCode()).as(action).isEqualTo(403);
        }
        assertUnchanged();
    }

    @Test
    void aMerchantWhoMayOnlyReadCannotChange() {
        HttpVisitor viewer = HttpVisitor.merchant("viewer");
        String csrf = viewer.token("/order/" + orderId());

        assertThat(viewer.get("/returns").statusCode()).isEqualTo(200);
        assertThat(viewer.get("/returns/" + johns.getNumber() + "/labels/" + labelId).statusCode()).isEqualTo(200);
        assertThat(viewer.get("/returns/" + johns.getNumber() + "/status").statusCode()).isEqualTo(403);
        assertThat(viewer.get("/returns/orders/" + orderId() + "/new").statusCode()).isEqualTo(403);
        for (String action : merchantActions()) {
            assertThat(viewer.post(action + "?csrfToken=" + csrf, form()).statusCode()).as(action).isEqualTo(403);
        }
        String order = viewer.get("/order/" + orderId()).body();
        assertThat(order).contains("return-" + johns.getNumber()).contains("delivery-" + groupId())
            .doesNotContain("rtn-update-status").doesNotContain("rtn-create-return").doesNotContain("rtn-delivery-form");
        assertUnchanged();
    }

    @Test
    void aMerchantWhoSeesOrdersOnlyGetsNoPanel() {
        JdbcTemplate database = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
        database.update("insert into BLC_ADMIN_USER (ADMIN_USER_ID, EMAIL, LOGIN, NAME, PASSWORD, ACTIVE_STATUS_FLAG)"
            + " select -60, 'orders@plants.example', 'orders', 'Otto Orders',"
            + " replace(replace(PASSWORD, 'viewer', 'orders'), '-5', '-60'), true from BLC_ADMIN_USER where LOGIN = 'viewer'");
        database.update("insert into BLC_ADMIN_ROLE (ADMIN_ROLE_ID, DESCRIPTION, NAME) values (-60, 'Orders', 'ROLE_ORDERS')");
        database.update("insert into BLC_ADMIN_ROLE_PERMISSION_XREF (ADMIN_ROLE_ID, ADMIN_PERMISSION_ID)"
            + " select -60, ADMIN_PERMISSION_ID from BLC_ADMIN_PERMISSION where DESCRIPTION = 'View Orders'");
        database.update("insert into BLC_ADMIN_USER_ROLE_XREF (ADMIN_ROLE_ID, ADMIN_USER_ID) values (-60, -60)");
        HttpVisitor orders = HttpVisitor.merchant("orders");

        HttpResponse<String> order = orders.get("/order/" + orderId());

        assertThat(order.statusCode()).isEqualTo(200);
        assertThat(order.body()).contains(johns.getOrderNumber()).doesNotContain(johns.getNumber()).doesNotContain("rtn-panel");
        assertThat(orders.get("/returns").statusCode()).isEqualTo(403);
    }

    @Test
    void customerServiceMayReadAndChange() {
        HttpVisitor csr = HttpVisitor.merchant("csr");

        assertThat(csr.get("/returns").statusCode()).isEqualTo(200);
        // Without a script there is no dialog, so the address leads to the panel that opens it.
        assertThat(csr.get("/returns/" + johns.getNumber() + "/status").headers().firstValue("Location").orElse(""))
            .endsWith("/order/" + orderId() + "#return-" + johns.getNumber());
        assertThat(csr.get("/returns/orders/" + orderId() + "/new").headers().firstValue("Location").orElse(""))
            .endsWith("/order/" + orderId() + "#returns");
        assertThat(csr.get("/order/" + orderId()).body()).contains("rtn-update-status").contains("rtn-create-return")
            .contains("rtn-delivery-form");
    }

    @Test
    void nobodyGetsAnywhereInTheBackOfficeWithoutLogin() {
        HttpVisitor anonymous = HttpVisitor.inBackOffice();

        for (String page : merchantPages()) {
            HttpResponse<String> answer = anonymous.get(page);
            assertThat(answer.body()).as(page).doesNotContain(johns.getNumber());
            // Broadleaf 3.1 shows its login in place of the page, 7.0 leads to it.
            assertThat(answer.headers().firstValue("Location").orElseGet(answer::body)).as(page).contains("login");
        }
        for (String action : merchantActions()) {
            anonymous.post(action, form());
        }
        assertUnchanged();
    }

    @Test
    void theGenericFormsOfThePlatformCannotChangeAReturn() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        String csrf = admin.token("/order/" + orderId());
        Map<String, String> fields = Map.of("csrfToken", csrf, "id", johns.getId().toString(),
            "entityType", ReturnRequest.class.getName(), "ceilingEntityClassname", ReturnRequest.class.getName(),
            "fields['status'].value", "REFUSED");

        for (String address : List.of("/returns/" + johns.getId(), "/returns/add", "/returns/" + johns.getId() + "/delete")) {
            admin.post(address, fields);
        }
        assertUnchanged();
    }

    /** The platform answers them for all entities, and takes the name of a class for that of a section. */
    @Test
    void thePlatformHasNoAddressesOfItsOwnForReturns() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        HttpVisitor catalog = HttpVisitor.merchant("catalog");
        String entity = "/" + ReturnRequest.class.getName();
        List<String> addresses = List.of(entity, entity + "/" + johns.getId(), entity.replace("ReturnRequest", "%52eturnRequest"),
            entity + "/add", entity + "/order/select", entity + "/status/typeahead", "/" + ReturnDocument.class.getName() + "/" + labelId,
            "/returns/order/select", "/returns/customer/typeahead?query=a", "/returns/selectize", "/returns/nothing/select",
            "/" + ReturnLine.class.getName() + "/request/select");

        for (String address : addresses) {
            HttpResponse<String> answer = admin.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(answer.body()).as(address).doesNotContain(johns.getOrderNumber()).doesNotContain("name=\"fields[");
            assertThat(catalog.get(address).statusCode()).as(address).isEqualTo(403);
        }
    }

    @Test
    void whatAFieldOfAListDoesNotReferToCannotBeLookedUp() {
        HttpVisitor admin = HttpVisitor.merchant("admin");

        for (String list : List.of("/return-reasons", "/refund-types", "/return-conditions", "/return-refusals",
                "/return-templates", "/return-exclusions", "/" + Exclusion.class.getName())) {
            for (String lookup : List.of("/code/select", "/nothing/select", "/kind/typeahead?query=a", "/nothing/typeahead", "/%01/select")) {
                assertThat(admin.get(list + lookup).statusCode()).as(list + lookup).isBetween(400, 499);
            }
        }
        // The form of an exclusion asks so.
        assertThat(admin.get("/" + Exclusion.class.getName() + "/product/select").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeWithoutTheTokenOfTheSessionIsNotMade() {
        HttpVisitor admin = HttpVisitor.merchant("admin");

        for (String action : merchantActions()) {
            assertThat(admin.post(action, form()).statusCode()).as(action).isGreaterThanOrEqualTo(400);
        }
        assertUnchanged();
    }

    @Test
    void aDeliveryIsOfItsOwnOrderOnlyAndAnOrderMustExist() {
        HttpVisitor csr = HttpVisitor.merchant("csr");
        String query = "?csrfToken=" + csr.token("/order/" + orderId());
        Long other = TestShop.orderId("PL-1001");

        assertThat(csr.post("/returns/orders/" + other + "/deliveries/" + groupId() + query, form()).statusCode()).isEqualTo(404);
        assertThat(csr.post("/returns/orders/999999999/deliveries/" + groupId() + query, form()).statusCode()).isEqualTo(404);
        assertThat(csr.get("/returns/orders/999999999/new").statusCode()).isEqualTo(404);
        assertThat(csr.post("/returns/orders/999999999/new" + query, form()).statusCode()).isEqualTo(404);
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "+12026-01-01", "9999-12-31", "0001-01-01", "<script>"})
    void anImpossibleDayOfDeliveryIsExplainedAndShownAgain(String day) {
        HttpVisitor csr = HttpVisitor.merchant("csr");
        String query = "?csrfToken=" + csr.token("/order/" + orderId());

        HttpResponse<String> answer =
            csr.post("/returns/orders/" + orderId() + "/deliveries/" + groupId() + query, Map.of("day", day));

        assertThat(answer.statusCode()).isEqualTo(302);
        String page = csr.get("/order/" + orderId()).body();
        assertThat(page).contains("rtn-delivery-error").doesNotContain("value=\"<script>");
        assertUnchanged();
    }

    @Test
    void theOwnerGetsTheLabelAsAnAttachment() {
        HttpResponse<String> answer = HttpVisitor.shopper("john@example.com")
            .get("/account/returns/" + johns.getNumber() + "/label");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(new String(TestShop.LABEL, StandardCharsets.US_ASCII));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment").contains("label.pdf");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("private").contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/returns/%s", "/account/returns/%s/label"})
    void anotherCustomersReturnLooksAsIfThereWereNone(String address) {
        HttpVisitor marie = HttpVisitor.shopper("marie@example.com");

        HttpResponse<String> foreign = marie.get(address.formatted(johns.getNumber()));
        HttpResponse<String> unknown = marie.get(address.formatted("R2222-2222"));

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @Test
    void anotherCustomersOrderCannotBeReturned() {
        HttpVisitor marie = HttpVisitor.shopper("marie@example.com");
        String address = FormAddresses.form(johns.getOrderNumber());

        assertThat(marie.get(address).statusCode()).isEqualTo(404);
        assertThat(marie.post(address, Map.of("csrfToken", marie.token(FormAddresses.form("PL-1001")),
            "quantity[1]", "1", "reason[1]", "OTHER", "refundType", "EXCHANGE")).statusCode()).isEqualTo(404);
        assertThat(inTransaction(() -> bean(ReturnLookup.class).ofOrder(orderId()).size())).isEqualTo(1);
    }

    @Test
    void theAccountAsksForALogin() {
        HttpVisitor anonymous = HttpVisitor.onSite();

        for (String page : List.of("/account/returns", "/account/returns/" + johns.getNumber(),
                "/account/returns/" + johns.getNumber() + "/label", FormAddresses.form(johns.getOrderNumber()))) {
            HttpResponse<String> answer = anonymous.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "99", "abc", "999999999999999999999", "<b>"})
    void anImpossibleQuantityIsExplainedAndNothingIsLost(String quantity) {
        String order = TestShop.newOrder("john@example.com", Map.of(1L, 2));
        HttpVisitor john = HttpVisitor.shopper("john@example.com");
        String address = FormAddresses.form(order);
        Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();

        HttpResponse<String> answer = john.post(address, Map.of("csrfToken", john.token(address), "quantity[" + item + "]", quantity,
            "reason[" + item + "]", "OTHER", "refundType", "EXCHANGE", "comment", "keep <me>"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("rtn-error").contains("keep &lt;me&gt;").doesNotContain("value=\"<b>");
        assertThat(Jsoup.parse(john.get(FormAddresses.form(order)).body()).select("[name='quantity[" + item + "]']").attr("max"))
            .isEqualTo("2");
    }

    private static Map<String, String> form() {
        Long item = TestShop.wish(johns.getOrderNumber(), 0, 1, null).lines().get(0).orderItemId();
        return Map.of("version", "1", "status", "REFUSED", "token", token, "sendMail", "true", "day",
            LocalDate.now(ZoneOffset.UTC).toString(), "lines[" + item + "].quantity", "1", "lines[" + item + "].reason", "OTHER",
            "refundType", "EXCHANGE", "ground", "none");
    }

    private static Long orderId() {
        return inTransaction(() -> bean(ReturnLookup.class).byNumber(johns.getNumber()).orElseThrow().getOrder().getId());
    }

    private static Long groupId() {
        return inTransaction(() -> bean(ReturnLookup.class).byNumber(johns.getNumber()).orElseThrow().getOrder()
            .getFulfillmentGroups().get(0).getId());
    }

    private static void assertUnchanged() {
        assertThat(inTransaction(() -> bean(ReturnLookup.class).ofOrder(orderId()).size())).isEqualTo(1);
        assertThat(bean(DeliveryService.class).ofOrder(orderId())).isEmpty();
        assertThat(bean(ReturnLookup.class).byNumber(johns.getNumber()).orElseThrow().getStatus())
            .isEqualTo(ReturnStatus.LABEL_SENT);
    }
}
