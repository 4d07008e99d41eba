package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.turn.OrderTurns;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What people read while others are at their order for longer than they can wait, in either application. */
@Tag("long")
class BusyOrderIntegrationTests {

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final String JOHN = "john@example.com";
    private static final String BUSY = new Words("en").get("rtn.objection.order.busy");

    private final HttpVisitor john = HttpVisitor.shopper(JOHN);
    private final HttpVisitor admin = HttpVisitor.merchant("admin");

    /** For the time of the test nobody waits as long as people do; whoever waits in the database does. */
    @BeforeEach
    void hurry() {
        turns().forEach(turns -> ReflectionTestUtils.setField(turns, "patience", SHORT));
    }

    @AfterEach
    void takeTime() {
        turns().forEach(turns -> ReflectionTestUtils.setField(turns, "patience", USUAL));
    }

    private static List<OrderTurns> turns() {
        return Stream.of(TestShop.get().siteContext(), TestShop.get().adminContext()).map(shop -> shop.getBean(OrderTurns.class)).toList();
    }

    /** At once, since each waits for as long as people wait; but a shopper's one after the other: Broadleaf 7.0 sees to that. */
    @Test
    void whoWaitsForTooLongReadsThatOthersAreAtItAndNotThatSomethingHasChanged() throws Exception {
        String order = TestShop.newOrder(JOHN, Map.of(1L, 3, 5L, 1));
        ReturnRequest request = TestShop.request(order, 0, 1);
        ReturnDraft draft = TestShop.draft(order);
        String decision = TestShop.preview(request, ReturnStatus.RECEIVED, null, null).getToken();
        String version = Integer.toString(request.getVersion());
        // Before all: the platform does not like it if a merchant's first pages are asked for at once.
        String csrf = admin.token("/order/" + TestShop.orderId(order));
        String form = FormAddresses.form(order);
        String returned = "/returns/" + request.getNumber();

        List<HttpResponse<String>> answers = whileSomebodyIsAt(order, List.of(
            () -> asJohn(form, "/account" + returned + "/cancel", Map.of("version", version)),
            () -> asMerchant(csrf, returned + "/status/preview", Map.of("version", version, "status", "RECEIVED")),
            () -> asMerchant(csrf, returned + "/status/apply", Map.of("token", decision)),
            () -> asMerchant(csrf, "/returns/orders/" + TestShop.orderId(order) + "/new", Map.of())));

        answers.addAll(whileSomebodyIsAt(order, List.of(() -> asJohn(form, FormAddresses.draft(order, draft.getToken() + "/send"), Map.of()))));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(503);
        assertThat(answers).allSatisfy(answer -> assertThat(Jsoup.parse(answer.body()).text()).contains(BUSY));
        assertThat(Jsoup.parse(answers.get(0).body()).select("main .rtn-error-summary").text())
            .doesNotContain(new Words("en").get("rtn.site.notCancelled.text"));
        // Nothing was lost meanwhile.
        assertThat(asJohn(form, FormAddresses.draft(order, draft.getToken() + "/send"), Map.of()).statusCode()).isEqualTo(302);
        assertThat(asMerchant(csrf, returned + "/status/apply", Map.of("token", decision)).statusCode()).isEqualTo(200);
    }

    private static List<HttpResponse<String>> whileSomebodyIsAt(String order, List<Callable<HttpResponse<String>>> work)
            throws Exception {
        Long id = TestShop.orderId(order);
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService somebody = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> command = somebody.submit(() -> bean(OrderTurns.class).run(id, () -> {
                there.countDown();
                return awaited(over);
            }));
            assertThat(awaited(there)).isTrue();
            List<HttpResponse<String>> answers = AtOnce.run(work);
            over.countDown();
            assertThat(command.get()).isTrue();
            return answers;
        } finally {
            over.countDown();
            somebody.shutdownNow();
        }
    }

    private HttpResponse<String> asJohn(String form, String address, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("csrfToken", john.token(form));
        return john.post(address, sent);
    }

    private HttpResponse<String> asMerchant(String csrf, String address, Map<String, String> fields) {
        return admin.post(address + "?csrfToken=" + HttpVisitor.encoded(csrf), fields);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
