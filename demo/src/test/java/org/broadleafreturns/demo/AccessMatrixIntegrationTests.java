package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.document.Thumbnails;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every address of the modules × everybody × every HTTP method. The addresses are read from the running applications; one that
 * is not in the tables below fails the first test, so that nobody adds one without saying who may have it.
 */
class AccessMatrixIntegrationTests {

    /** Who may ask. */
    private enum Need {
        /** Nobody in particular: the page has a token of its own, and tells nothing of anybody. */
        NOTHING,
        /** Anybody whose form has the token of their session. */
        SESSION,
        /** Any customer who is logged in. */
        LOGIN,
        /** The customer to whom the return or order in the address belongs; for others it does not exist. */
        OWNER,
        /** A guest to whom that order is open; others are led to where it is opened. */
        GUEST,
        /** A back-office user who may see returns. */
        READ,
        /** A back-office user who may change returns. */
        CHANGE,
        /** A back-office user who may see the settings. */
        SETTINGS,
        /** A back-office user who may change the settings. */
        CHANGE_SETTINGS
    }

    private static final Map<String, Need> STOREFRONT = Map.ofEntries(
        Map.entry("GET /withdrawal", Need.NOTHING),
        Map.entry("POST /withdrawal", Need.NOTHING),
        Map.entry("GET /withdrawal/change", Need.NOTHING),
        Map.entry("POST /withdrawal/change", Need.NOTHING),
        Map.entry("GET /withdrawal/confirm", Need.NOTHING),
        Map.entry("POST /withdrawal/confirm", Need.NOTHING),
        Map.entry("GET /returns", Need.NOTHING),
        Map.entry("GET /returns/code", Need.NOTHING),
        Map.entry("GET /returns/mail/{number}/{end}", Need.NOTHING),
        Map.entry("POST /returns", Need.SESSION),
        Map.entry("POST /returns/code", Need.SESSION),
        Map.entry("POST /returns/leave", Need.SESSION),
        Map.entry("GET /returns/order", Need.GUEST),
        Map.entry("GET /returns/{number}", Need.GUEST),
        Map.entry("GET /returns/{number}/cancel", Need.GUEST),
        Map.entry("POST /returns/{number}/cancel", Need.GUEST),
        Map.entry("POST /returns/{number}/sent", Need.GUEST),
        Map.entry("GET /returns/{number}/label", Need.GUEST),
        Map.entry("GET /returns/{number}/photos/{photo}", Need.GUEST),
        Map.entry("GET /returns/new", Need.GUEST),
        Map.entry("POST /returns/new", Need.GUEST),
        Map.entry("GET /returns/new/{token}", Need.GUEST),
        Map.entry("POST /returns/new/{token}", Need.GUEST),
        Map.entry("GET /returns/new/{token}/edit", Need.GUEST),
        Map.entry("POST /returns/new/{token}/send", Need.GUEST),
        Map.entry("GET /returns/new/{token}/photos", Need.GUEST),
        Map.entry("POST /returns/new/{token}/photos", Need.GUEST),
        Map.entry("GET /returns/new/{token}/photos/{photo}", Need.GUEST),
        Map.entry("GET /account/withdrawal", Need.LOGIN),
        Map.entry("GET /account/returns", Need.LOGIN),
        Map.entry("GET /account/returns/order/add", Need.LOGIN),
        Map.entry("POST /account/returns/order/add", Need.LOGIN),
        Map.entry("GET /account/returns/order/code", Need.LOGIN),
        Map.entry("POST /account/returns/order/code", Need.LOGIN),
        Map.entry("GET /account/returns/order", Need.OWNER),
        Map.entry("GET /account/returns/{number}", Need.OWNER),
        Map.entry("GET /account/returns/{number}/cancel", Need.OWNER),
        Map.entry("POST /account/returns/{number}/cancel", Need.OWNER),
        Map.entry("POST /account/returns/{number}/sent", Need.OWNER),
        Map.entry("GET /account/returns/{number}/label", Need.OWNER),
        Map.entry("GET /account/returns/{number}/photos/{photo}", Need.OWNER),
        Map.entry("GET /account/returns/new", Need.OWNER),
        Map.entry("POST /account/returns/new", Need.OWNER),
        Map.entry("GET /account/returns/new/{token}", Need.OWNER),
        Map.entry("POST /account/returns/new/{token}", Need.OWNER),
        Map.entry("GET /account/returns/new/{token}/edit", Need.OWNER),
        Map.entry("POST /account/returns/new/{token}/send", Need.OWNER),
        Map.entry("GET /account/returns/new/{token}/photos", Need.OWNER),
        Map.entry("POST /account/returns/new/{token}/photos", Need.OWNER),
        Map.entry("GET /account/returns/new/{token}/photos/{photo}", Need.OWNER),
        Map.entry("GET /account/orders/{orderNumber}/return", Need.OWNER),
        Map.entry("GET /account/orders/{orderNumber}/return/{token}", Need.OWNER),
        Map.entry("GET /account/orders/{orderNumber}/return/{token}/edit", Need.OWNER));

    private static final Map<String, Need> BACK_OFFICE = Map.ofEntries(
        Map.entry("GET /returns", Need.READ),
        Map.entry("GET /returns/add", Need.READ),
        Map.entry("GET /returns/next", Need.READ),
        Map.entry("GET /returns/{id}", Need.READ),
        Map.entry("GET /returns/{number}/labels/{documentId}", Need.READ),
        Map.entry("GET /returns/{number}/photos/{documentId}", Need.READ),
        Map.entry("GET /returns/{number}/photos/{documentId}/thumbnail", Need.READ),
        Map.entry("GET /returns/{number}/status", Need.CHANGE),
        Map.entry("POST /returns/{number}/status/preview", Need.CHANGE),
        Map.entry("POST /returns/{number}/status/apply", Need.CHANGE),
        Map.entry("POST /returns/{number}/basis", Need.CHANGE),
        Map.entry("POST /returns/{number}/note", Need.CHANGE),
        Map.entry("GET /returns/{number}/refund", Need.CHANGE),
        Map.entry("POST /returns/{number}/refund/preview", Need.CHANGE),
        Map.entry("POST /returns/{number}/refund/apply", Need.CHANGE),
        Map.entry("GET /returns/{number}/tell", Need.CHANGE),
        Map.entry("POST /returns/{number}/tell/preview", Need.CHANGE),
        Map.entry("POST /returns/{number}/tell/apply", Need.CHANGE),
        Map.entry("POST /returns/{number}/refunds/{part}/elsewhere", Need.CHANGE),
        Map.entry("POST /returns/{number}/refunds/{part}/again", Need.CHANGE),
        Map.entry("POST /returns/{number}/refunds/{part}/went-through", Need.CHANGE),
        Map.entry("POST /returns/{number}/refunds/{part}/did-not", Need.CHANGE),
        Map.entry("GET /returns/{number}/correction", Need.CHANGE),
        Map.entry("POST /returns/{number}/correction/preview", Need.CHANGE),
        Map.entry("POST /returns/{number}/correction/apply", Need.CHANGE),
        Map.entry("POST /returns/{number}/mails/{mailId}/send-again", Need.CHANGE),
        Map.entry("GET /return-reasons", Need.SETTINGS),
        Map.entry("GET /refund-types", Need.SETTINGS),
        Map.entry("GET /return-conditions", Need.SETTINGS),
        Map.entry("GET /return-refusals", Need.SETTINGS),
        Map.entry("GET /return-templates", Need.SETTINGS),
        Map.entry("GET /return-exclusions", Need.SETTINGS),
        Map.entry("GET /return-settings", Need.SETTINGS),
        Map.entry("POST /return-settings", Need.CHANGE_SETTINGS),
        Map.entry("GET /return-waiting", Need.SETTINGS),
        Map.entry("GET /return-withdrawals", Need.READ),
        Map.entry("GET /return-withdrawals/{number}", Need.READ),
        Map.entry("GET /return-withdrawals/{number}/link", Need.READ),
        Map.entry("POST /return-withdrawals/{number}/link", Need.CHANGE),
        Map.entry("GET /return-withdrawals/{number}/send-again", Need.READ),
        Map.entry("POST /return-withdrawals/{number}/send-again", Need.CHANGE),
        Map.entry("GET /return-withdrawals/{number}/release", Need.READ),
        Map.entry("POST /return-withdrawals/{number}/release", Need.CHANGE),
        Map.entry("GET /return-withdrawals/{number}/done", Need.READ),
        Map.entry("POST /return-withdrawals/{number}/done", Need.CHANGE),
        Map.entry("GET /return-withdrawals/{number}/reopen", Need.READ),
        Map.entry("POST /return-withdrawals/{number}/reopen", Need.CHANGE),
        Map.entry("GET /return-withdrawals/{number}/return", Need.CHANGE),
        Map.entry("POST /return-withdrawals/{number}/return", Need.CHANGE),
        Map.entry("GET /return-withdrawals/{number}/take", Need.READ),
        Map.entry("POST /return-withdrawals/{number}/take", Need.CHANGE),
        Map.entry("GET /return-withdrawals/enter", Need.CHANGE),
        Map.entry("POST /return-withdrawals/enter", Need.CHANGE),
        Map.entry("GET /return-mails", Need.SETTINGS),
        Map.entry("GET /return-mails/{mail}/{language}", Need.SETTINGS),
        Map.entry("GET /return-mails/{mail}/{language}/preview", Need.SETTINGS),
        Map.entry("GET /return-mails/{mail}/{language}/default", Need.SETTINGS),
        Map.entry("POST /return-mails/{mail}/{language}", Need.CHANGE_SETTINGS),
        Map.entry("POST /return-mails/{mail}/{language}/preview", Need.SETTINGS),
        Map.entry("POST /return-mails/{mail}/{language}/default", Need.CHANGE_SETTINGS),
        Map.entry("GET /returns/orders/{orderId}/new", Need.CHANGE),
        Map.entry("POST /returns/orders/{orderId}/new", Need.CHANGE),
        Map.entry("POST /returns/orders/{orderId}/deliveries/{groupId}", Need.CHANGE));

    /** Back-office users by what they may do. */
    private static final Map<String, Set<Need>> MERCHANTS = Map.of(
        "catalog", Set.of(),
        "viewer", Set.of(Need.READ, Need.SETTINGS),
        "csr", Set.of(Need.READ, Need.CHANGE),
        "admin", Set.of(Need.READ, Need.CHANGE, Need.SETTINGS, Need.CHANGE_SETTINGS));

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String UNKNOWN = "R2222-2222";

    private static ReturnRequest johns;
    private static Long orderId;
    private static Long labelId;
    private static Long photoId;
    private static ReturnDraft draft;
    private static String takenOrder;
    private static Long photoOfDraftId;

    @BeforeAll
    static void aReturnOfJohnsWithALabelAndAPhotoAndADraftForTheRest() throws IOException {
        String order = TestShop.newOrder("john@example.com", Map.of(1L, 2));
        ReturnRequest request = TestShop.send(TestShop.draft(order, "a.png"), order);
        draft = TestShop.draft(order, "b.png");
        TestShop.sendLabel(request);
        inTransaction(() -> {
            johns = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
            labelId = johns.getLabel().getId();
            photoId = johns.getPhotos().get(0).getId();
            photoOfDraftId = draft.getPhotos().get(0).getId();
            orderId = johns.getOrder().getId();
            return null;
        });
        takenOrder = bean(DemoOrders.class).submitAsGuest("john@example.com", 1, Map.of(1L, 1));
        ReturnTables.takenOver(takenOrder, "john@example.com");
        // Whoever looks at it first has it made, which is written once.
        bean(Thumbnails.class).of(bean(ReturnLookup.class).photo(johns.getId(), photoId).orElseThrow());
    }

    @Test
    void everyAddressHasSomebodyWhoMayAskForIt() {
        assertThat(own(ModuleAddress.ofStorefront())).isEqualTo(new TreeSet<>(STOREFRONT.keySet()));
        assertThat(own(ModuleAddress.ofBackOffice())).isEqualTo(new TreeSet<>(BACK_OFFICE.keySet()));
    }

    @Test
    void withoutALoginNobodyGetsAnything() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> before = ReturnTables.contents();
        for (ModuleAddress address : ofShoppers()) {
            HttpVisitor anonymous = HttpVisitor.onSite();
            METHODS.forEach(method -> check(wrong, "anonymous", method, path(address), anonymous.send(method, path(address), ""),
                answer -> answer.statusCode() != 200 || isEmpty(answer)));
        }
        for (ModuleAddress address : ModuleAddress.ofBackOffice()) {
            for (String method : METHODS) {
                // Broadleaf 3.1 shows its login in place of the page, and to some methods announces its length and sends nothing.
                RawHttp.Answer answer = RawHttp.send(TestShop.get().adminUrl(), method, path(address), Map.of(), new byte[0]);
                String body = answer.text().replaceFirst("(?s)^.*?\r\n\r\n", "");
                if (answer.status() >= 500 || Leaks.in(body) || answer.status() == 200 && !body.isEmpty() && !body.contains("login")) {
                    wrong.add("anonymous: " + method + " " + path(address) + " -> " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void merchantsGetWhatTheirPermissionsSay() {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<Need>> merchant : MERCHANTS.entrySet()) {
            HttpVisitor visitor = HttpVisitor.merchant(merchant.getKey());
            String token = visitor.token(merchant.getKey().equals("catalog") ? "/product/1" : "/order/" + orderId);
            assertThat(token).isNotEmpty();
            Map<String, String> before = ReturnTables.contents();
            for (String pattern : patterns(ModuleAddress.ofBackOffice())) {
                for (String method : METHODS) {
                    Need need = inBackOffice(method.equals("HEAD") ? "GET" : method, pattern);
                    boolean may = need != null && merchant.getValue().contains(need);
                    check(wrong, merchant.getKey(), method, path(pattern), visitor.send(method, path(pattern), token), answer ->
                        may ? answer.statusCode() != 403 : isShutOut(answer, method, isOurs(method, pattern)));
                }
            }
            assertThat(ReturnTables.contents()).as(merchant.getKey()).isEqualTo(before);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsChangedWithoutTheTokenOfTheSession() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> before = ReturnTables.contents();
        HttpVisitor admin = HttpVisitor.merchant("admin");
        HttpVisitor john = HttpVisitor.shopper("john@example.com");
        for (String token : List.of("", "wrong")) {
            for (ModuleAddress address : ModuleAddress.ofBackOffice()) {
                CHANGING.forEach(method -> check(wrong, "admin", method, path(address), admin.send(method, path(address), token),
                    answer -> isRefused(answer, method)));
            }
            for (ModuleAddress address : ofShoppers()) {
                CHANGING.forEach(method -> check(wrong, "john", method, path(address), john.send(method, path(address), token),
                    answer -> isRefused(answer, method)));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void whatIsSomebodyElsesAnswersExactlyLikeWhatDoesNotExist() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> before = ReturnTables.contents();
        HttpVisitor marie = HttpVisitor.shopper("marie@example.com");
        String token = marie.token(FormAddresses.form("PL-1001"));
        for (String pattern : patterns(ModuleAddress.ofStorefront())) {
            if (!Set.of(Need.OWNER).containsAll(needs(STOREFRONT, pattern))) {
                continue;
            }
            String unknownPath = path(pattern).replace(johns.getNumber(), UNKNOWN).replace(johns.getOrderNumber(), "PL-9999").replace(takenOrder, "PL-9999");
            for (String method : METHODS) {
                HttpResponse<String> unknown = marie.send(method, unknownPath, token);
                check(wrong, "marie", method, path(pattern), marie.send(method, path(pattern), token), foreign ->
                    foreign.statusCode() == unknown.statusCode() && foreign.body().equals(unknown.body())
                        && foreign.statusCode() != 200 | isEmpty(foreign));
            }
            for (String method : List.of("GET", "POST")) {
                Effort known = Effort.of(() -> marie.send(method, path(pattern), token));
                Effort none = Effort.of(() -> marie.send(method, unknownPath, token));
                if (!known.equals(none)) {
                    wrong.add(method + " " + pattern + " takes " + known + " for somebody else's and " + none + " for none");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void theOwnerGetsTheirPages() {
        HttpVisitor john = HttpVisitor.shopper("john@example.com");

        for (String pattern : patterns(ModuleAddress.ofStorefront())) {
            if (STOREFRONT.containsKey("GET " + pattern) && STOREFRONT.get("GET " + pattern) != Need.GUEST) {
                assertThat(john.get(path(pattern)).statusCode()).as(pattern).isEqualTo(
                    pattern.matches("/account/orders/.*|.*/withdrawal/.*|/account/withdrawal|/returns/(code|mail/.*)|/account/returns/order/code") ? 302 : 200);
            }
        }
    }

    /** Whoever reads the mails of an order's customer gets what the customer gets, of that order, and is not logged in. */
    @Test
    void aGuestGetsThePagesOfTheOrderThatIsOpenToThem() {
        HttpVisitor guest = Guest.saying(johns.getOrderNumber(), "john@example.com").comeIn().visitor;

        for (String pattern : patterns(ModuleAddress.ofStorefront())) {
            Need need = STOREFRONT.get("GET " + pattern);
            if (need == Need.GUEST) {
                assertThat(guest.get(path(pattern)).statusCode()).as(pattern).isEqualTo(200);
            } else if (need == Need.OWNER || need == Need.LOGIN) {
                assertThat(guest.get(path(pattern)).headers().firstValue("Location").orElse("")).as(pattern).contains("/login");
            }
        }
    }

    @Test
    void toAGuestOfAnotherOrderItAnswersExactlyLikeWhatDoesNotExist() {
        List<String> wrong = new ArrayList<>();
        Guest guest = Guest.inside("matrix-" + System.nanoTime() + "@example.com", Map.of(1L, 1));
        Map<String, String> before = ReturnTables.contents();
        String token = guest.token();
        for (String pattern : patterns(ModuleAddress.ofStorefront())) {
            if (!Set.of(Need.GUEST).containsAll(needs(STOREFRONT, pattern)) || pattern.equals("/returns/order")) {
                continue;
            }
            String unknownPath = path(pattern).replace(johns.getNumber(), UNKNOWN).replace(johns.getOrderNumber(), "PL-9999").replace(takenOrder, "PL-9999");
            for (String method : METHODS) {
                HttpResponse<String> unknown = guest.visitor.send(method, unknownPath, token);
                check(wrong, "guest", method, path(pattern), guest.visitor.send(method, path(pattern), token), foreign ->
                    foreign.statusCode() == unknown.statusCode() && foreign.body().equals(unknown.body())
                        && foreign.statusCode() != 200 | isEmpty(foreign));
            }
            for (String method : List.of("GET", "POST")) {
                Effort known = Effort.of(() -> guest.visitor.send(method, path(pattern), token));
                Effort none = Effort.of(() -> guest.visitor.send(method, unknownPath, token));
                if (!known.equals(none)) {
                    wrong.add(method + " " + pattern + " takes " + known + " for somebody else's and " + none + " for none");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void nothingLeadsAwayFromTheShop() {
        HttpVisitor john = HttpVisitor.shopper("john@example.com");
        HttpVisitor admin = HttpVisitor.merchant("admin");
        List<String> wrong = new ArrayList<>();
        for (String trick : List.of("?redirect=https://evil.example/&url=//evil.example&successUrl=https://evil.example",
                "?next=//evil.example", ";https://evil.example", "//evil.example", "/%2F%2Fevil.example")) {
            ModuleAddress.ofStorefront().forEach(address -> checkTarget(wrong, john.get(FormAddresses.below(path(address), trick))));
            ModuleAddress.ofBackOffice().stream().filter(address -> !address.inherited())
                .forEach(address -> checkTarget(wrong, admin.get(path(address) + trick)));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noFormLeadsAwayFromTheShop() {
        String order = TestShop.newOrder("john@example.com", Map.of(1L, 3));
        ReturnRequest request = TestShop.request(order, 0, 1);
        String form = FormAddresses.form(order);
        String draftForm = FormAddresses.draft(order, TestShop.draft(order).getToken());
        Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
        Map<String, String> wish = Map.of("quantity[" + item + "]", "1", "reason[" + item + "]", "OTHER", "refundType", "EXCHANGE");
        Long id = TestShop.orderId(order);
        List<String> merchantForms = inTransaction(() -> {
            ReturnRequest stored = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
            return List.of("/return-mails/accepted/en/default",
                "/returns/" + request.getNumber() + "/mails/" + stored.getJournal().get(0).getMail().getId() + "/send-again",
                "/returns/orders/" + id + "/deliveries/" + stored.getOrder().getFulfillmentGroups().get(0).getId());
        });
        HttpVisitor john = HttpVisitor.shopper("john@example.com");
        HttpVisitor admin = HttpVisitor.merchant("admin");
        String csrf = john.token(form);
        String adminCsrf = admin.token("/order/" + id);
        List<String> wrong = new ArrayList<>();

        for (String target : List.of("//evil.example", "https://evil.example")) {
            Map<String, String> tricks = Map.of("redirect", target, "url", target, "next", target, "successUrl", target,
                "returnTo", target, "target", target);
            List.of(form, draftForm).forEach(address -> checkRedirect(wrong, post(john, csrf, address, tricks, wish)));
            merchantForms.forEach(address -> checkRedirect(wrong, post(admin, adminCsrf, address, tricks, Map.of())));
        }
        Map<String, String> tricks = Map.of("redirect", "//evil.example", "next", "https://evil.example", "url", "//evil.example");
        checkRedirect(wrong, post(john, csrf, FormAddresses.below(draftForm, "/send"), tricks, Map.of()));
        checkRedirect(wrong, post(john, csrf, "/account/returns/" + request.getNumber() + "/cancel", tricks,
            Map.of("version", Integer.toString(request.getVersion()))));
        assertThat(wrong).isEmpty();
    }

    /** Without the pages that are for everybody. */
    private static List<ModuleAddress> ofShoppers() {
        return ModuleAddress.ofStorefront().stream().filter(address -> !needs(STOREFRONT, pattern(address)).contains(Need.NOTHING))
            .toList();
    }

    /** The platform's own code answers for the lists that merchants keep; of returns it shows none and changes none. */
    private static Need inBackOffice(String method, String pattern) {
        Need need = BACK_OFFICE.get(method + " " + pattern);
        boolean kept = pattern.matches(
            "/(return-reasons|refund-types|return-conditions|return-refusals|return-templates|return-exclusions)(/.*)?");
        return need != null || !kept || !Set.of("GET", "POST").contains(method) ? need
            : method.equals("GET") ? Need.SETTINGS : Need.CHANGE_SETTINGS;
    }

    private static boolean isOurs(String method, String pattern) {
        return BACK_OFFICE.containsKey((method.equals("HEAD") ? "GET" : method) + " " + pattern);
    }

    private static void checkTarget(List<String> wrong, HttpResponse<String> answer) {
        String target = answer.headers().firstValue("Location").orElse("");
        boolean away = target.startsWith("//") || target.matches("(?i)[a-z]+:.*")
            && !target.startsWith(TestShop.get().siteUrl() + "/") && !target.startsWith(TestShop.get().adminUrl() + "/");
        if (away || answer.statusCode() >= 500) {
            wrong.add(answer.statusCode() + " " + answer.uri() + " leads to " + target);
        }
    }

    /** Of those that lead on. */
    private static void checkRedirect(List<String> wrong, HttpResponse<String> answer) {
        if (answer.statusCode() != 302) {
            wrong.add(answer.statusCode() + " " + answer.uri() + " leads nowhere");
        }
        checkTarget(wrong, answer);
    }

    /** With the tricks in the address and in the form. */
    private static HttpResponse<String> post(HttpVisitor visitor, String csrf, String address, Map<String, String> tricks,
            Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(tricks);
        all.putAll(fields);
        all.put("csrfToken", csrf);
        return visitor.post(FormAddresses.below(address, tricks.entrySet().stream()
            .map(trick -> trick.getKey() + "=" + HttpVisitor.encoded(trick.getValue()))
            .collect(Collectors.joining("&", "?", ""))), all);
    }

    private interface Expectation {
        boolean isMetBy(HttpResponse<String> answer);
    }

    private static void check(List<String> wrong, String who, String method, String path, HttpResponse<String> answer,
            Expectation expectation) {
        if (answer.statusCode() >= 500 || Leaks.in(answer.body()) || !expectation.isMetBy(answer)) {
            wrong.add(who + ": " + method + " " + path + " -> " + answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse(""));
        }
    }

    /** An address that is ours must say that it is forbidden; elsewhere nothing may be given. */
    private static boolean isShutOut(HttpResponse<String> answer, String method, boolean ours) {
        if (ours) {
            return answer.statusCode() == 403;
        }
        return answer.statusCode() >= 400 || method.equals("OPTIONS") && isEmpty(answer) || isRefusedToScripts(answer);
    }

    /** Broadleaf 7.0's own scripts get status 200 and read that nothing was done. */
    private static boolean isRefusedToScripts(HttpResponse<String> answer) {
        return answer.body().startsWith("{\"errors\":[{");
    }

    /** Methods that no address has need no token to be refused. */
    private static boolean isRefused(HttpResponse<String> answer, String method) {
        return method.equals("POST") ? answer.statusCode() == 403 : answer.statusCode() >= 400;
    }

    private static boolean isEmpty(HttpResponse<String> answer) {
        return answer.body().isEmpty();
    }

    /**
     * What an answer takes: by it, somebody with a watch could tell what there is.
     *
     * @param queries that the database is asked
     * @param records that are made of what it says
     */
    private record Effort(long queries, long records) {

        /** The smallest of some, since mails and caches make efforts of their own. */
        static Effort of(Runnable work) {
            Queries.awaitQuiet();
            Statistics statistics = TestShop.statistics();
            statistics.setStatisticsEnabled(true);
            return Stream.generate(() -> {
                long queries = statistics.getPrepareStatementCount();
                long records = statistics.getEntityLoadCount();
                work.run();
                return new Effort(statistics.getPrepareStatementCount() - queries, statistics.getEntityLoadCount() - records);
            }).limit(4).reduce((one, other) ->
                new Effort(Math.min(one.queries, other.queries), Math.min(one.records, other.records))).orElseThrow();
        }
    }

    /** With their methods, those that the platform answers left out. */
    private static Set<String> own(List<ModuleAddress> addresses) {
        return addresses.stream().filter(address -> !address.inherited())
            .flatMap(address -> (address.methods().isEmpty() ? Set.of("ANY") : address.methods()).stream()
                .map(method -> method + " " + pattern(address)))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> patterns(List<ModuleAddress> addresses) {
        return addresses.stream().map(AccessMatrixIntegrationTests::pattern).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Need> needs(Map<String, Need> table, String pattern) {
        return table.entrySet().stream().filter(entry -> entry.getKey().endsWith(" " + pattern)).map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    }

    /** Without what a path variable must look like. */
    private static String pattern(ModuleAddress address) {
        return address.pattern().replaceAll("\\{(\\w+):[^/]*}", "{$1}");
    }

    private static String path(ModuleAddress address) {
        return path(pattern(address));
    }

    private static String path(String pattern) {
        String form = FormAddresses.form(johns.getOrderNumber());
        return (pattern.startsWith("/account/returns/new") ? FormAddresses.below(form, pattern.substring("/account/returns/new".length()))
            : pattern.startsWith("/returns/new") ? FormAddresses.below(form.substring("/account".length()),
                pattern.substring("/returns/new".length()))
            : pattern.equals("/account/returns/order") ? pattern + "?order=" + takenOrder : pattern)
            .replace("{number}", johns.getNumber())
            .replace("{orderNumber}", johns.getOrderNumber())
            .replace("{id}", johns.getId().toString())
            .replace("labels/{documentId}", "labels/" + labelId)
            .replace("{documentId}", photoId.toString())
            .replace("{token}/photos/{photo}", "{token}/photos/" + photoOfDraftId)
            .replace("{photo}", photoId.toString())
            .replace("{token}", draft.getToken())
            .replace("{orderId}", orderId.toString())
            .replace("{mailId}", "1")
            .replace("{mail}/{language}", "accepted/en")
            .replaceAll("\\{\\w+}", "1")
            .replace("**", "x");
    }
}
