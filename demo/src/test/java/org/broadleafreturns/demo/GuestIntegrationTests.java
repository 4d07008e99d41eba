package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.mail.internet.MimeMessage;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChangeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;

/** Those who have no account: how they are let in to their order, to what, and to nothing else. */
class GuestIntegrationTests {

    private static final long FERN = 1;
    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/returns/mail/[\\w-]+/[\\w-]+)");

    private final String unique = "zg" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = unique + "@example.com";

    @Test
    void aGuestComesInWithACodeAndAsksForAReturn() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 2));

        HttpResponse<String> asked = guest.ask();
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location").orElse("")).endsWith("/returns/code");
        await().until(() -> !Guest.codes(guest.order).isEmpty());
        MimeMessage mail = mails(email).get(0);
        assertThat(ReceivedMails.subject(mail)).isEqualTo("Your code for order " + guest.order);
        assertThat(ReceivedMails.text(mail)).doesNotContain("/account");
        HttpResponse<String> entered = guest.enter(Guest.codes(guest.order).get(0));

        assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/returns/order?order=" + guest.order);
        Document order = page(guest, "/returns/order");
        assertThat(order.selectFirst("main h1").text()).isEqualTo("Order " + guest.order);
        String form = order.selectFirst("main a.rtn-order-link").attr("href");
        assertThat(form).isEqualTo("/returns/new?order=" + guest.order);
        String number = askToReturn(guest);
        Document shown = page(guest, "/returns/" + number);
        assertThat(shown.selectFirst("main h1").text()).contains(number);
        assertThat(shown.selectFirst(".rtn-banner").text()).isNotEmpty();
        assertThat(shown.select("main a").eachAttr("href")).noneMatch(address -> address.startsWith("/account"));
        assertThat(page(guest, "/returns/order").select(".rtn-order-return").eachAttr("href")).containsExactly("/returns/" + number);
    }

    @Test
    void whatTheCodeOpensIsThatOrderAlone() {
        Guest guest = Guest.inside(email, Map.of(FERN, 2));
        String own = askToReturn(guest);
        // Of the same unregistered customer, too.
        Guest other = Guest.withOrder("other-" + email, Map.of(FERN, 1));
        ReturnTables.database().update("update BLC_ORDER set CUSTOMER_ID = (select CUSTOMER_ID from BLC_ORDER where ORDER_NUMBER = ?)"
            + " where ORDER_NUMBER = ?", guest.order, other.order);
        ReturnRequest ofOther = TestShop.request(other.order, 0, 1);
        ReturnRequest ofJohn = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 2)), 0, 1);
        TestShop.sendLabel(ofJohn);

        assertThat(guest.visitor.get("/returns/" + own).statusCode()).isEqualTo(200);
        for (ReturnRequest foreign : List.of(ofOther, ofJohn)) {
            for (String path : List.of("", "/cancel", "/label", "/photos/1")) {
                assertThat(guest.visitor.get("/returns/" + foreign.getNumber() + path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(guest.post("/returns/" + foreign.getNumber() + "/cancel", Map.of("version", "0")).statusCode()).isEqualTo(404);
            assertThat(guest.post("/returns/" + foreign.getNumber() + "/sent", Map.of("day", "2026-01-01")).statusCode()).isEqualTo(404);
            assertThat(guest.visitor.get("/returns/new?order=" + foreign.getOrderNumber()).statusCode()).isEqualTo(404);
            assertThat(guest.post("/returns/new?order=" + foreign.getOrderNumber(), Map.of("refundType", "EXCHANGE")).statusCode())
                .isEqualTo(404);
        }
        assertThat(guest.visitor.get("/account/returns/" + own).statusCode()).as("the account stays shut").isEqualTo(302);
        assertThat(status(ofOther)).isEqualTo(ReturnStatus.REQUESTED);
    }

    /** Whether there is such an order, whose it is, and whether a code was mailed, nobody can tell from what is answered. */
    @Test
    void theAnswersAreTheSameForEveryOrder() {
        Guest real = Guest.withOrder(email, Map.of(FERN, 1));
        Guest wrongAddress = Guest.saying(real.order, "stranger-" + email);
        Guest none = Guest.saying("PL-999999", email);

        List<List<String>> answers = Stream.of(real, wrongAddress, none).map(guest -> {
            List<String> all = new ArrayList<>();
            add(all, guest, guest.ask());
            add(all, guest, guest.visitor.get("/returns/code"));
            if (guest == real) {
                await().until(() -> !Guest.codes(real.order).isEmpty());
            }
            for (int i = 0; i < 6; i++) {
                add(all, guest, guest.enter("0000 000" + i));
            }
            add(all, guest, guest.visitor.get("/returns/order"));
            return all;
        }).toList();

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
        wrongAddress.awaitTheShop();
        none.awaitTheShop();
        assertThat(ReturnTables.count("RTN_MAIL where RECIPIENT like '%" + email + "'")).isEqualTo(1);
    }

    /** But for the tokens of the session. */
    private static void add(List<String> answers, Guest guest, HttpResponse<String> answer) {
        Document page = Jsoup.parse(answer.body());
        page.select("[name=csrfToken], [name=stateVersionToken]").remove();
        answers.add(answer.statusCode() + answer.headers().firstValue("Location").orElse("")
            + page.select("main").html().replace(guest.order, "ORDER").replace(guest.email, "EMAIL"));
    }

    @Test
    void noteAndTryTakeTheSameStatementsWhetherThereIsAnOrderOrNot() {
        Guest real = Guest.withOrder(email, Map.of(FERN, 1));
        Guest none = Guest.saying("PL-999999", email);
        real.code();
        none.ask();

        long[] efforts = Stream.of(real, none).mapToLong(guest -> {
            String token = guest.token();
            return Queries.of(() -> guest.visitor.post("/returns/code", Map.of("code", "1234", "csrfToken", token)));
        }).toArray();

        assertThat(efforts[0]).isEqualTo(efforts[1]);
    }

    @Test
    void afterFiveTriesNotEvenTheRightCodeOpens() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        String code = guest.code();
        String wrong = code.equals("1111 1111") ? "2222 2222" : "1111 1111";

        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = guest.enter(wrong);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(answer.body()).getElementById("rtn-code-fault").text())
                .contains(left == 0 ? "no try is left" : left == 1 ? "One try is left" : left + " tries are left");
        }

        assertThat(guest.enter(code).statusCode()).isEqualTo(422);
        assertThat(guest.visitor.get("/returns/order").statusCode()).isEqualTo(302);
    }

    @Test
    void triesAtTheSameMomentAreCountedEach() throws Exception {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        guest.code();
        String token = guest.token();

        AtOnce.run(IntStream.range(0, 8).<Callable<Integer>>mapToObj(i -> () ->
            guest.visitor.post("/returns/code", Map.of("code", "0000000" + i, "csrfToken", token)).statusCode()).toList());

        assertThat(ReturnTables.database().queryForObject("select TRIES from RTN_GUEST_ENTRY where EMAIL = ?", Integer.class, email))
            .isEqualTo(5);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        String code = guest.code();

        age("CODE_AT", Duration.ofMinutes(10));
        assertThat(guest.enter(code).statusCode()).isEqualTo(422);
        age("CODE_AT", Duration.ofMinutes(9));
        assertThat(guest.enter(code).statusCode()).isEqualTo(302);
    }

    private void age(String column, Duration age) {
        ReturnTables.database().update("update RTN_GUEST_ENTRY set " + column + " = ? where EMAIL = ?",
            Timestamp.from(Instant.now().minus(age)), email);
    }

    @Test
    void aCodeOpensInTheBrowserAloneThatItWasAskedForIn() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        String code = guest.code();
        Guest elsewhere = Guest.saying(guest.order, email);

        assertThat(elsewhere.enter(code).headers().firstValue("Location").orElse("")).endsWith("/returns");
        elsewhere.code();
        assertThat(elsewhere.enter(code).statusCode()).isEqualTo(422);
        assertThat(guest.enter(code).statusCode()).isEqualTo(302);
    }

    /** Also where the first answer has never come: the browser is known before it asks. */
    @Test
    void whoPressesTwiceGetsOneMailWhoseCodeOpens() throws Exception {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        Map<String, String> fields = Map.of("order", guest.order, "email", email, "csrfToken", guest.token());

        AtOnce.run(IntStream.range(0, 3).<Callable<Integer>>mapToObj(i -> () -> guest.visitor.post("/returns", fields).statusCode())
            .toList());
        guest.ask();
        guest.awaitTheShop();

        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where EMAIL = '" + email + "'")).isEqualTo(4);
        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where EMAIL = '" + email + "' and CODE_HASH is not null")).isEqualTo(1);
        await().until(() -> !Guest.codes(guest.order).isEmpty());
        assertThat(Guest.codes(guest.order)).hasSize(1);
        assertThat(guest.enter(Guest.codes(guest.order).get(0)).statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverHasAskedForAnotherCodeCanTypeEither() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        String first = guest.code();
        age("ASKED_AT", Duration.ofSeconds(21));
        String second = guest.code();

        assertThat(guest.enter(second.equals("1111 1111") || first.equals("1111 1111") ? "2222 2222" : "1111 1111").statusCode())
            .isEqualTo(422);
        assertThat(ReturnTables.database().queryForList("select TRIES from RTN_GUEST_ENTRY where EMAIL = ?", Integer.class, email))
            .as("a wrong one is tried on both").containsExactly(1, 1);
        assertThat(guest.enter(first).statusCode()).isEqualTo(302);
        assertThat(guest.enter(second).statusCode()).isEqualTo(302);
        age("CODE_AT", Duration.ofMinutes(11));
        assertThat(guest.enter(first).statusCode()).isEqualTo(422);
    }

    @Test
    void whoHasNoTryLeftGetsAnotherCodeAtOnce() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        String code = guest.code();
        for (int i = 0; i < 5; i++) {
            guest.enter("no code");
        }

        String another = guest.code();

        assertThat(guest.enter(code).statusCode()).isEqualTo(422);
        assertThat(guest.enter(another).statusCode()).isEqualTo(302);
    }

    @Test
    void aCodeOpensTheOrderThatItWasMailedForWhicheverWasAskedForLast() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        String other = Guest.withOrder("other-" + email, Map.of(FERN, 1)).order;
        String code = guest.code();
        guest.post("/returns", Map.of("order", other, "email", "other-" + email));
        await().until(() -> !Guest.codes(other).isEmpty());

        assertThat(guest.enter(code).statusCode()).isEqualTo(302);

        assertThat(page(guest, "/returns/order").selectFirst("main h1").text()).isEqualTo("Order " + guest.order);
    }

    @Test
    void nobodyReadsACodeInTheTables() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        String code = guest.code();

        assertThat(ReturnTables.placesOf(code.replace(" ", ""))).isEmpty();
        assertThat(ReturnTables.placesOf(code)).containsExactlyInAnyOrder("RTN_MAIL_BODY.HTML_BODY", "RTN_MAIL_BODY.TEXT_BODY");
    }

    @Test
    void anOrderGetsFiveCodesADay() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        for (int i = 0; i < 5; i++) {
            Guest.saying(guest.order, email).code();
        }

        Guest later = Guest.saying(guest.order, email);
        guest.ask();
        later.ask();
        later.awaitTheShop();

        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where EMAIL = '" + email + "'")).isEqualTo(7);
        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where EMAIL = '" + email + "' and CODE_HASH is not null")).isEqualTo(5);
        assertThat(Guest.codes(guest.order)).hasSize(5);
        ReturnTables.database().update("update RTN_GUEST_ENTRY set CODE_AT = ? where EMAIL = ?",
            Timestamp.from(Instant.now().minus(Duration.ofHours(26))), email);
        later.code();
    }

    @Test
    void whoHasAskedIsForgottenAfterAnHourInVainAndAfterADayWithACodeAndItsMail() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 1));
        guest.code();
        Guest.saying("PL-999999", email).ask();
        age("ASKED_AT", Duration.ofMinutes(61));

        cleanUp();
        assertThat(ReturnTables.database().queryForList("select ORDER_REFERENCE from RTN_GUEST_ENTRY where EMAIL = ?", String.class, email))
            .containsExactly(guest.order);
        age("ASKED_AT", Duration.ofHours(26));
        cleanUp();

        assertThat(ReturnTables.placesOf(email)).isEmpty();
        assertThat(ReturnTables.count("RTN_MAIL where ABOUT like 'guest-%' and RECIPIENT = '" + email + "'")).isZero();
    }

    /** A row with a code is kept longer than one without, which nobody may learn by coming again. */
    @ParameterizedTest
    @ValueSource(ints = {56, 61, 95})
    void afterAnHourTheAnswersAreStillTheSameForEveryOrder(int minutes) {
        Guest real = Guest.withOrder(email, Map.of(FERN, 1));
        Guest none = Guest.saying("PL-999999", email);
        real.code();
        none.ask();
        none.awaitTheShop();
        age("ASKED_AT", Duration.ofMinutes(minutes));
        ReturnTables.database().update("update RTN_GUEST_ENTRY set CODE_AT = ? where CODE_AT is not null and EMAIL = ?",
            Timestamp.from(Instant.now().minus(Duration.ofMinutes(minutes))), email);
        cleanUp();

        List<List<String>> answers = Stream.of(real, none).map(guest -> {
            List<String> all = new ArrayList<>();
            add(all, guest, guest.visitor.get("/returns/code"));
            add(all, guest, guest.enter("0000 0000"));
            add(all, guest, guest.visitor.get("/returns/code"));
            return all;
        }).toList();

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(0)).allMatch(answer -> answer.startsWith("302") && answer.contains("/returns"));
        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where CODE_HASH is not null and EMAIL = '" + email + "'"))
            .as("it counts for the day's codes").isEqualTo(1);
    }

    /** As the background work does, on this thread. */
    private static void cleanUp() {
        ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnGuestCleanup"), "run");
    }

    @Test
    void aShopThatWantsNoGuestsHasNoneOfThis() {
        Object terms = TestShop.get().siteContext().getBean("rtnGuestTerms");
        Guest guest = Guest.inside(email, Map.of(FERN, 1));
        ReflectionTestUtils.setField(terms, "enabled", false);
        try {
            for (String path : List.of("/returns", "/returns/code", "/returns/order")) {
                assertThat(guest.visitor.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(Jsoup.parse(guest.visitor.get("/").body()).select(".rtn-entrance-link")).isEmpty();
            ReturnRequest request = TestShop.request(guest.order, 0, 1);
            assertThat(guest.visitor.get("/returns/" + request.getNumber()).statusCode()).isEqualTo(302);
            await().until(() -> !ReceivedMails.about(request.getNumber()).isEmpty());
            assertThat(ReceivedMails.text(ReceivedMails.about(request.getNumber()).get(0))).contains("Contact the shop")
                .doesNotContain("/returns/");
        } finally {
            ReflectionTestUtils.setField(terms, "enabled", true);
        }
    }

    @Test
    void aRegisteredCustomersOrderOpensToWhoeverReadsTheirMail() {
        TestShop.newCustomer(email, "Zoe", "Miller");
        String order = TestShop.newOrder(email, Map.of(FERN, 2));
        Guest guest = Guest.saying(order.toLowerCase(Locale.ROOT) + " ", email.toUpperCase(Locale.ROOT));

        guest.ask();
        await().until(() -> !Guest.codes(order).isEmpty());
        assertThat(guest.enter(Guest.codes(order).get(0)).statusCode()).isEqualTo(302);

        assertThat(page(guest, "/returns/order").selectFirst("main h1").text()).isEqualTo("Order " + order);
        assertThat(guest.visitor.get("/account/returns").statusCode()).isEqualTo(302);
    }

    @Test
    void theCodeGoesToWhereMailsAboutTheOrderGo() {
        TestShop.newCustomer(email, "Zoe", "Miller");
        String order = TestShop.newOrder(email, Map.of(FERN, 1));
        ReturnTables.database().update("update BLC_ORDER set EMAIL_ADDRESS = ? where ORDER_NUMBER = ?", "ordered-" + email, order);

        Guest.saying(order, "ordered-" + email).code();

        assertThat(mails(email)).hasSize(1);
        assertThat(mails("ordered-" + email)).isEmpty();
    }

    @Test
    void nothingIsOpenAnyMoreOnceTheOrderIsSomebodyElses() {
        Guest guest = Guest.inside(email, Map.of(FERN, 2));
        String number = askToReturn(guest);
        TestShop.newCustomer("new-" + email, "Zoe", "Miller");
        moveTo("new-" + email, guest.order);

        assertThat(guest.visitor.get("/returns/order").statusCode()).isEqualTo(302);
        assertThat(guest.visitor.get("/returns/" + number).statusCode()).isEqualTo(404);
        assertThat(guest.visitor.get("/returns/new?order=" + guest.order).statusCode()).isEqualTo(404);
    }

    @Test
    void aReturnFollowsItsOrderToAnotherCustomer() {
        String order = TestShop.newOrder("john@example.com", Map.of(FERN, 2));
        ReturnRequest request = TestShop.request(order, 0, 1);
        TestShop.newCustomer(email, "Zoe", "Miller");
        moveTo(email, order);
        HttpVisitor zoe = HttpVisitor.shopper(email);

        assertThat(zoe.get("/account/returns/" + request.getNumber()).statusCode()).isEqualTo(200);
        assertThat(zoe.get("/account/returns").body()).contains(request.getNumber());
        assertThat(HttpVisitor.shopper("john@example.com").get("/account/returns/" + request.getNumber()).statusCode()).isEqualTo(404);
        zoe.post("/account/returns/" + request.getNumber() + "/cancel", Map.of("csrfToken", zoe.token("/account/returns/"
            + request.getNumber() + "/cancel"), "version", Integer.toString(request.getVersion())));
        assertThat(status(request)).isEqualTo(ReturnStatus.CANCELLED);
        await().until(() -> mails(email).stream().anyMatch(mail -> ReceivedMails.subject(mail).contains(request.getNumber())));
    }

    private static void moveTo(String customer, String order) {
        ReturnTables.database().update("update BLC_ORDER set CUSTOMER_ID = (select CUSTOMER_ID from BLC_CUSTOMER where USER_NAME = ?)"
            + " where ORDER_NUMBER = ?", customer, order);
    }

    @Test
    void theLinkInAGuestsMailLeadsToTheReturnAndOpensNothingElse() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 3));
        ReturnRequest request = TestShop.request(guest.order, 0, 1);
        ReturnRequest second = TestShop.request(guest.order, 0, 1);
        HttpVisitor reader = HttpVisitor.onSite();

        HttpResponse<String> answer = reader.get(link(request.getNumber()));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/returns/" + request.getNumber());
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie ->
            assertThat(cookie).startsWith("rtn-guest-pass-").contains("HttpOnly", "SameSite=Lax", "Path=/returns", "Max-Age=3600"));
        assertThat(reader.get("/returns/" + request.getNumber()).statusCode()).isEqualTo(200);
        assertThat(reader.get("/returns/" + second.getNumber()).statusCode()).isEqualTo(404);
        assertThat(reader.get("/returns/order").statusCode()).isEqualTo(302);
        assertThat(reader.get("/returns/new?order=" + guest.order).statusCode()).isEqualTo(302);
    }

    @Test
    void aGuestGetsTheirLabelFromALinkAndCallsTheReturnOff() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 3));
        ReturnRequest request = TestShop.request(guest.order, 0, 1);
        TestShop.sendLabel(request);
        guest.visitor.get(link(request.getNumber()));

        Document shown = page(guest, "/returns/" + request.getNumber());
        String label = shown.selectFirst("a.rtn-label-download").attr("href");
        assertThat(guest.visitor.get(label).body()).startsWith("%PDF");
        Document sure = Jsoup.parse(guest.post("/returns/" + request.getNumber() + "/cancel",
            Map.of("version", shownVersion(guest, request))).body());
        assertThat(sure.selectFirst(".rtn-cancel-again")).isNotNull();
        HttpResponse<String> done = guest.post("/returns/" + request.getNumber() + "/cancel",
            Map.of("version", shownVersion(guest, request), "sure", "true"));
        assertThat(done.headers().firstValue("Location").orElse("")).endsWith("/returns/" + request.getNumber());
        assertThat(status(request)).isEqualTo(ReturnStatus.CANCELLED);
    }

    private static String shownVersion(Guest guest, ReturnRequest request) {
        return page(guest, "/returns/" + request.getNumber() + "/cancel").selectFirst("input[name=version]").val();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "of another return", "address changed", "over"})
    void aLinkThatDoesNotHoldLeadsToTheEntranceAndNeverToALogin(String wrong) {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 3));
        ReturnRequest request = TestShop.request(guest.order, 0, 1);
        ReturnRequest second = TestShop.request(guest.order, 0, 1);
        String link = link(request.getNumber());
        switch (wrong) {
            case "changed" -> link = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
            case "of another return" -> link = link.replace(request.getNumber(), second.getNumber());
            case "address changed" -> ReturnTables.database().update(
                "update BLC_ORDER set EMAIL_ADDRESS = ? where ORDER_NUMBER = ?", "new-" + email, guest.order);
            default -> {
                TestShop.change(request, ReturnStatus.REFUSED, false);
                ReturnTables.database().update("update RTN_REQUEST set STATUS_CHANGED_AT = ? where RETURN_NUMBER = ?",
                    Timestamp.from(Instant.now().minus(Duration.ofDays(31))), request.getNumber());
            }
        }

        HttpResponse<String> answer = guest.visitor.get(link);

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/returns?ended=true");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("rtn-guest-pass-"));
        assertThat(page(guest, "/returns?ended=true").selectFirst(".rtn-notice").text()).contains("does not hold any more");
    }

    @Test
    void aLinkHoldsAsLongAsMoneyIsOnItsWayAndThirtyDaysMore() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 3));
        ReturnRequest request = TestShop.request(guest.order, 0, 1);
        TestShop.change(TestShop.change(request, ReturnStatus.RECEIVED, false), ReturnStatus.ACCEPTED, false);
        ReturnTables.database().update("update RTN_REQUEST set STATUS_CHANGED_AT = ? where RETURN_NUMBER = ?",
            Timestamp.from(Instant.now().minus(Duration.ofDays(31))), request.getNumber());
        String link = link(request.getNumber());

        assertThat(opens(guest, link)).as("to be refunded").isTrue();
        ReturnTables.database().update("update RTN_REFUND_DUE set TO_REFUND = FALSE where REQUEST_ID = ?", request.getId());
        assertThat(opens(guest, link)).as("done for long").isFalse();
        ReturnTables.refunded(request, "5.00", "0.00", "UNKNOWN");
        assertThat(opens(guest, link)).as("nobody knows").isTrue();
        ReturnTables.database().update("update RTN_REFUND set STATE = 'DONE' where REQUEST_ID = ?", request.getId());
        assertThat(opens(guest, link)).as("just refunded").isTrue();
    }

    /** A mail that failed is sent again as it was, but for its link: that is the present reader's, and the former one's opens nothing. */
    @Test
    void aMailThatIsSentAgainToACorrectedAddressHasTheLinkOfWhoeverReadsItNow() throws Exception {
        Guest guest = Guest.withOrder("mis typed " + email, Map.of(FERN, 3));
        ReturnRequest request = TestShop.request(guest.order, 0, 1);
        Map<String, Object> failed = ReturnTables.database().queryForMap("select M.MAIL_ID, M.STATE, B.TEXT_BODY from RTN_MAIL M"
            + " join RTN_JOURNAL_ENTRY J on J.MAIL_ID = M.MAIL_ID join RTN_MAIL_BODY B on B.MAIL_ID = M.MAIL_ID where J.REQUEST_ID = ?",
            request.getId());
        assertThat(failed).containsEntry("STATE", "FAILED");
        Matcher former = LINK.matcher((String) failed.get("TEXT_BODY"));
        assertThat(former.find()).isTrue();
        ReturnTables.database().update("update BLC_ORDER set EMAIL_ADDRESS = ? where ORDER_NUMBER = ?", email, guest.order);

        bean(StatusChangeService.class).sendMailAgain(request.getNumber(), ((Number) failed.get("MAIL_ID")).longValue());

        String link = link(request.getNumber());
        MimeMessage mail = mails(email).get(0);
        assertThat((String) MailIntegrationTests.part(mail, "text/html").getContent()).contains(link).doesNotContain(former.group(1));
        assertThat(ReceivedMails.text(mail)).doesNotContain(former.group(1));
        assertThat(opens(guest, link)).isTrue();
        assertThat(opens(Guest.saying(guest.order, email), former.group(1))).isFalse();
    }

    private static boolean opens(Guest guest, String link) {
        return !guest.visitor.get(link).headers().firstValue("Location").orElse("").contains("ended");
    }

    @Test
    void whatABrowserHasMadeUpOpensNothing() {
        Guest guest = Guest.inside(email, Map.of(FERN, 1));
        String pass = Arrays.stream(guest.visitor.cookies().split("; ")).filter(cookie -> cookie.startsWith("rtn-guest-pass-"))
            .findFirst().orElseThrow().replaceFirst("^[^=]*=", "");

        for (String made : List.of(pass.replaceFirst("^\\d+", "1"), pass.substring(0, pass.length() - 2) + "__", "", "....",
                "1.1..9999999999.x", "x".repeat(5000))) {
            RawHttp.Answer answer = RawHttp.send(TestShop.get().siteUrl(), "GET", "/returns/order", 
                Map.of("Cookie", "rtn-guest-pass-abcdefghijkl=" + made), new byte[0]);
            assertThat(answer.status()).as(made).isIn(302, 400);
        }
    }

    @Test
    void theFormsWantTheTokenOfTheSession() {
        Guest guest = Guest.inside(email, Map.of(FERN, 1));

        for (String path : List.of("/returns", "/returns/code", "/returns/leave", "/returns/new?order=" + guest.order)) {
            assertThat(guest.visitor.post(path, Map.of("order", guest.order, "email", email, "code", "1")).statusCode()).as(path)
                .isEqualTo(403);
        }
        assertThat(guest.visitor.get("/returns/order").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverLeavesHasNothingOpen() {
        Guest guest = Guest.inside(email, Map.of(FERN, 1));

        guest.post("/returns/leave", Map.of());

        assertThat(guest.visitor.get("/returns/order").statusCode()).isEqualTo(302);
    }

    /** As in two tabs: what was begun for the first order is still there when another one is opened, and a link in a mail. */
    @Test
    void severalOrdersAreOpenSideBySide() {
        Guest first = Guest.inside(email, Map.of(FERN, 2));
        Guest second = Guest.withOrder("second-" + email, Map.of(FERN, 2)).in(first);
        Guest third = Guest.withOrder("third-" + email, Map.of(FERN, 2));
        ReturnRequest ofThird = TestShop.request(third.order, 0, 1);
        String begun = begin(first);

        second.comeIn();
        first.visitor.get(link(ofThird.getNumber()));

        for (Guest guest : List.of(first, second)) {
            assertThat(page(guest, "/returns/order?order=" + guest.order).selectFirst("main h1").text()).isEqualTo("Order " + guest.order);
            assertThat(first.visitor.get("/returns/new?order=" + guest.order).statusCode()).isEqualTo(200);
        }
        assertThat(page(first, "/returns/order").selectFirst("main h1").text()).as("the last one").contains(second.order);
        assertThat(page(first, "/returns").select(".rtn-open-order a").eachAttr("href"))
            .containsExactlyInAnyOrder("/returns/order?order=" + first.order, "/returns/order?order=" + second.order);
        assertThat(first.visitor.get("/returns/" + ofThird.getNumber()).statusCode()).isEqualTo(200);
        assertThat(first.visitor.get("/returns/new?order=" + third.order).statusCode()).isEqualTo(404);
        assertThat(first.visitor.get(begun.replaceFirst("\\?.*", "")).statusCode()).as("its address in another language").isEqualTo(200);
        String number = send(first, begun);
        assertThat(page(second, "/returns/" + number).select("main a").eachAttr("href")).contains("/returns/order?order=" + first.order);
        assertThat(first.visitor.cookies()).doesNotContain(first.order, second.order, third.order);

        first.post("/returns/leave", Map.of("order", first.order));

        HttpResponse<String> left = first.visitor.get("/returns/order?order=" + first.order);
        assertThat(left.headers().firstValue("Location").orElse("")).contains("/returns?", "order=" + first.order, "again=true");
        assertThat(page(second, "/returns/order?order=" + second.order).selectFirst("main h1").text()).contains(second.order);
    }

    @Test
    void whoseHourEndsInTheMiddleOfTheFormGoesOnWithWhatWasKept() {
        Guest guest = Guest.inside(email, Map.of(FERN, 2));
        assertThat(page(guest, "/returns/order").select(".rtn-begun")).isEmpty();
        String begun = begin(guest);
        guest.post("/returns/leave", Map.of());

        HttpResponse<String> late = guest.post(begun, Map.of("refundType", "ORIGINAL_PAYMENT"));

        String entrance = late.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
        assertThat(entrance).isEqualTo("/returns?again=lost&order=" + guest.order);
        assertThat(page(guest, entrance).selectFirst(".rtn-notice").text()).contains("what you typed last is not kept");
        ReturnTables.database().update("update RTN_GUEST_ENTRY set ASKED_AT = ? where EMAIL = ?",
            Timestamp.from(Instant.now().minus(Duration.ofMinutes(1))), email);
        guest.comeIn();
        String address = page(guest, "/returns/order").selectFirst(".rtn-begun").attr("href");
        assertThat(address).isEqualTo(FormAddresses.below(begun, "/edit"));
        assertThat(page(guest, address).select("input[name^=quantity]").eachAttr("value")).contains("1");
        send(guest, begun);
        assertThat(page(guest, "/returns/order").select(".rtn-begun")).isEmpty();
    }

    @Test
    void theWordsForGuestsSpeakOfNoAccount() {
        Guest guest = Guest.inside(email, Map.of(FERN, 2));

        assertThat(Jsoup.parse(guest.visitor.get("/returns/R0000-0000").body()).select("main").text()).doesNotContain("account")
            .contains("not open in this browser");
        assertThat(page(guest, "/returns/new?order=" + guest.order).select("[data-rtn-failed]").attr("data-rtn-failed"))
            .doesNotContain("logged in").contains("your order is still open");
    }

    @Test
    void ofMoreThanFiveTheOldestGoes() {
        Guest first = Guest.withOrder(email, Map.of(FERN, 2));
        for (int i = 0; i < 6; i++) {
            ReturnRequest request = TestShop.request(Guest.withOrder(i + "-" + email, Map.of(FERN, 2)).order, 0, 1);
            first.visitor.get(link(request.getNumber()));
            assertThat(first.visitor.get("/returns/" + request.getNumber()).statusCode()).isEqualTo(200);
        }

        assertThat(first.visitor.cookies().split("; ")).filteredOn(cookie -> cookie.startsWith("rtn-guest-pass-")).hasSize(5);
    }

    @Test
    void fromAReturnThatALinkHasOpenedTheWayToItsOrderIsByACode() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 3));
        ReturnRequest request = TestShop.request(guest.order, 0, 1);
        guest.visitor.get(link(request.getNumber()));

        assertThat(page(guest, "/returns/" + request.getNumber()).select(".rtn-up a, .rtn-facts a").eachAttr("href"))
            .containsExactly("/returns?order=" + guest.order, "/returns?order=" + guest.order);
        Document entrance = page(guest, "/returns?order=" + guest.order);
        assertThat(entrance.getElementById("rtn-order").val()).isEqualTo(guest.order);
        assertThat(entrance.select(".rtn-notice").text()).contains("opens its return alone");
        assertThat(guest.visitor.get("/returns/order").headers().firstValue("Location").orElse("")).endsWith("/returns");
        assertThat(guest.visitor.get("/returns/new?order=" + guest.order).headers().firstValue("Location").orElse(""))
            .endsWith("/returns?again=true&order=" + guest.order);
    }

    @Test
    void whatIsMissingIsAskedForAndWhatIsHostileIsShownAsText() {
        Guest nobody = Guest.saying("", "");
        HttpResponse<String> empty = nobody.ask();
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.body()).select("[aria-invalid=true]").eachAttr("name")).containsExactly("order", "email");

        String hostile = "<i class=\"hostile\">x</i> ${7*7} {0} \"quoted\" \u0000 & 'single'";
        Guest guest = Guest.saying(hostile, hostile + "@example.com");
        assertThat(guest.ask().statusCode()).isEqualTo(302);
        Document code = page(guest, "/returns/code");
        assertThat(code.select(".hostile")).isEmpty();
        assertThat(code.selectFirst(".rtn-lead").text()).contains("<i class=\"hostile\">x</i> ${7*7} {0} \"quoted\"");
        assertThat(guest.enter(hostile).statusCode()).isEqualTo(422);
        assertThat(Guest.saying("y".repeat(5000), "a@" + "y".repeat(5000)).ask().statusCode()).isEqualTo(302);
    }

    @Test
    void aPageOfAGuestIsKeptByNoCache() {
        Guest guest = Guest.inside(email, Map.of(FERN, 1));
        String number = askToReturn(guest);

        for (String path : List.of("/returns", "/returns/code", "/returns/order", "/returns/" + number,
                "/returns/new?order=" + guest.order)) {
            assertThat(guest.visitor.get(path).headers().firstValue("Cache-Control").orElse("")).as(path).contains("no-store");
        }
    }

    @Test
    void theJournalSaysTheNameThatTheOrderWasMadeWith() {
        Guest guest = Guest.named("Camille", "Roux", email, Map.of(FERN, 1)).comeIn();

        String number = askToReturn(guest);

        assertThat(ReturnTables.database().queryForList("select j.ACTOR_NAME from RTN_JOURNAL_ENTRY j join RTN_REQUEST r"
            + " on r.REQUEST_ID = j.REQUEST_ID where r.RETURN_NUMBER = ?", String.class, number)).containsExactly("Camille Roux");
        await().until(() -> !ReceivedMails.about(number).isEmpty());
        assertThat(ReceivedMails.text(ReceivedMails.about(number).get(0))).startsWith("Your return").contains("Hello Camille");
    }

    /** The number of the return that came of it. */
    private static String askToReturn(Guest guest) {
        return send(guest, begin(guest));
    }

    /** The address of the summary. */
    private static String begin(Guest guest) {
        Long item = TestShop.wish(guest.order, 0, 1, null).lines().get(0).orderItemId();
        HttpResponse<String> entered = guest.post("/returns/new?order=" + guest.order, Map.of("quantity[" + item + "]", "1",
            "reason[" + item + "]", "OTHER", "refundType", "ORIGINAL_PAYMENT"));
        String summary = entered.headers().firstValue("Location").orElseThrow(() -> new AssertionError(entered.statusCode()
            + Jsoup.parse(entered.body()).select(".rtn-error").text())).replaceFirst("^https?://[^/]+", "");
        assertThat(summary).startsWith("/returns/new/");
        assertThat(guest.visitor.get(summary).statusCode()).isEqualTo(200);
        return summary;
    }

    private static String send(Guest guest, String summary) {
        HttpResponse<String> sent = guest.post(FormAddresses.below(summary, "/send"), Map.of());
        Matcher number = Pattern.compile("/returns/(R[\\w-]+)$").matcher(sent.headers().firstValue("Location").orElse(""));
        assertThat(number.find()).as(Jsoup.parse(sent.body()).select(".rtn-error").text()).isTrue();
        return number.group(1);
    }

    private static Document page(Guest guest, String path) {
        HttpResponse<String> answer = guest.visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    /** Of the mail that confirms a return. */
    private static String link(String number) {
        await().until(() -> !ReceivedMails.about(number).isEmpty());
        Matcher link = LINK.matcher(ReceivedMails.text(ReceivedMails.about(number).get(0)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static List<MimeMessage> mails(String recipient) {
        return Arrays.stream(TestShop.get().mailServer().getReceivedMessages())
            .filter(mail -> ReceivedMails.recipient(mail).equals(recipient)).toList();
    }

    private static ReturnStatus status(ReturnRequest request) {
        return TestShop.inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getStatus());
    }
}
