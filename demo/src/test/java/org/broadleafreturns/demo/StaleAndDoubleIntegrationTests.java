package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two who do something at once, and one who does it twice. */
class StaleAndDoubleIntegrationTests {

    private static final Actor OTHER = Actor.merchant(-4L, "Chris Service", false);

    private ReturnRequest request;

    @BeforeEach
    void aNewReturn() {
        request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 2)), 0, 1);
    }

    @RepeatedTest(5)
    void ofTwoMerchantsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        String receive = TestShop.preview(request, ReturnStatus.RECEIVED, null, null).getToken();
        String cancel = bean(StatusChangeService.class).preview(new StatusChange(request.getNumber(), request.getVersion(),
            ReturnStatus.CANCELLED, null, null, Map.of(), null), OTHER).getToken();

        List<String> outcomes = AtOnce.run(List.of(
            () -> outcome(receive, TestShop.ADMIN), () -> outcome(cancel, OTHER)));

        assertThat(outcomes).containsExactlyInAnyOrder("applied", "told");
        assertThat(journal()).hasSize(2);
        assertThat(journal().get(1)).isEqualTo(outcomes.get(0).equals("applied") ? "Alex Admin RECEIVED" : "Chris Service CANCELLED");
    }

    @Test
    void aPreviewIsConfirmedOnlyAtTheAddressOfItsReturn() {
        String token = TestShop.preview(request, ReturnStatus.ACCEPTED, null, null).getToken();
        ReturnRequest other = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 2)), 0, 1);

        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(
            () -> bean(StatusChangeService.class).apply(other.getNumber(), token, false, TestShop.ADMIN));

        assertThat(journal()).containsExactly("John Miller REQUESTED");
        assertThat(bean(StatusChangeService.class).apply(request.getNumber(), token, false, TestShop.ADMIN).getStatus())
            .isEqualTo(ReturnStatus.ACCEPTED);
    }

    @Test
    void theSameConfirmationManyTimesAtOnceCountsOnce() throws Exception {
        String token = TestShop.preview(request, ReturnStatus.ACCEPTED, null, null).getToken();

        List<String> outcomes = AtOnce.run(Collections.nCopies(8, () -> outcome(token, TestShop.ADMIN)));

        assertThat(outcomes).containsOnly("applied");
        assertThat(journal()).containsExactly("John Miller REQUESTED", "Alex Admin ACCEPTED");
    }

    @Test
    void aConfirmationThatIsSentAgainLaterIsNotAppliedToWhatCameAfter() {
        String accept = TestShop.preview(request, ReturnStatus.RECEIVED, null, null).getToken();
        ReturnRequest received = bean(StatusChangeService.class).apply(accept, false, TestShop.ADMIN);
        TestShop.change(received, ReturnStatus.REFUSED, false);

        assertThat(bean(StatusChangeService.class).apply(accept, false, TestShop.ADMIN).getStatus()).isEqualTo(ReturnStatus.REFUSED);

        assertThat(journal()).hasSize(3);
        assertThat(bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getStatus()).isEqualTo(ReturnStatus.REFUSED);
    }

    @Test
    void aMerchantWithAnOldFormIsTold() {
        HttpVisitor admin = HttpVisitor.merchant("admin");
        String csrf = admin.token("/order/" + orderId());
        String version = Integer.toString(request.getVersion());
        TestShop.change(request, ReturnStatus.RECEIVED, false);

        HttpResponse<String> answer = admin.post("/returns/" + request.getNumber() + "/status/preview?csrfToken=" + csrf,
            Map.of("version", version, "status", "REFUSED"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).text()).isNotBlank();
        assertThat(journal()).hasSize(2);
    }

    @Test
    void aShoppersFormThatIsSentAgainLeadsToTheSameReturn() throws Exception {
        String order = TestShop.newOrder("john@example.com", Map.of(1L, 4));
        HttpVisitor john = HttpVisitor.shopper("john@example.com");
        String form = FormAddresses.form(order);
        String send = FormAddresses.draft(order, TestShop.draft(order).getToken() + "/send");
        Map<String, String> token = Map.of("csrfToken", john.token(form));
        Callable<String> click = () ->
            john.post(send, token).headers().firstValue("Location").orElse("none").replaceAll(";jsessionid=[^?]*", "");

        List<String> targets = new ArrayList<>(AtOnce.run(Collections.nCopies(4, click)));
        targets.add(click.call());

        assertThat(targets).allMatch(target -> target.contains("/account/returns/")).containsOnly(targets.get(0));
        assertThat(inTransaction(() -> bean(ReturnLookup.class)
            .ofOrder(bean(ShopOrders.class).findByNumber(order).orElseThrow().getId()).size())).isEqualTo(1);
    }

    private static String outcome(String token, Actor merchant) {
        try {
            bean(StatusChangeService.class).apply(token, false, merchant);
            return "applied";
        } catch (StaleReturnException e) {
            return "told";
        }
    }

    private Long orderId() {
        return inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getOrder().getId());
    }

    private List<String> journal() {
        return inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getJournal().stream()
            .map(entry -> entry.getActorName() + " " + entry.getTo()).toList());
    }
}
