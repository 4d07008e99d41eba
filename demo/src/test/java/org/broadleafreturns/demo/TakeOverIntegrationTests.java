package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.privacy.RunningReturnsException;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.withdrawal.OrdersToPick;
import org.broadleafreturns.core.withdrawal.StateWithdrawal;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.Withdrawals;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** Customers with an account take over orders that they have placed without one: with a code, and with nothing else. */
class TakeOverIntegrationTests {

    private static final long FERN = 1;
    private static final String ADD = "/account/returns/order/add";
    private static final String CODE = "/account/returns/order/code";

    private final String unique = "zt" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = unique + "@example.com";
    private final Customer zoe = TestShop.newCustomer(email, "Zoe", "Martin");

    /** Somebody who is logged in. */
    private record Account(HttpVisitor visitor) {

        static Account of(String email) {
            return new Account(HttpVisitor.shopper(email));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            Map<String, String> all = new HashMap<>(fields);
            all.put("csrfToken", visitor.token(ADD));
            return visitor.post(path, all);
        }

        HttpResponse<String> ask(String order) {
            return post(ADD, Map.of("order", order));
        }

        HttpResponse<String> enter(String code) {
            return post(CODE, Map.of("code", code));
        }

        /** Asks, and reads the mail. */
        String code(String order) {
            int before = Guest.codes(order).size();
            ask(order);
            await().until(() -> Guest.codes(order).size() > before);
            return Guest.codes(order).get(before);
        }

        Account take(String order) {
            assertThat(enter(code(order)).statusCode()).isEqualTo(302);
            return this;
        }

        int status(String path) {
            return visitor.get(path).statusCode();
        }

        Document page(String path) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return Jsoup.parse(answer.body());
        }
    }

    @Test
    void withTheCodeTheOrderAndItsReturnsAreTheCustomers() {
        String order = Guest.named("Camille", "Roux", email, Map.of(FERN, 4)).order;
        ReturnRequest before = TestShop.request(order, 0, 1);
        TestShop.sendLabel(before);
        Account account = Account.of(email);
        assertThat(account.status("/account/returns/" + before.getNumber())).isEqualTo(404);
        assertThat(account.page("/account/returns").select(".rtn-add-order a").attr("href")).isEqualTo(ADD);

        HttpResponse<String> asked = account.ask(order.toLowerCase(Locale.ROOT));
        assertThat(asked.headers().firstValue("Location").orElse("")).endsWith(CODE);
        await().until(() -> !Guest.codes(order).isEmpty());
        HttpResponse<String> entered = account.enter(Guest.codes(order).get(0));

        assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/account/returns/order?order=" + order);
        Document page = account.page("/account/returns/order?order=" + order);
        assertThat(page.selectFirst(".rtn-banner").text()).contains("in your account now");
        assertThat(page.select(".rtn-order-return").eachAttr("href")).containsExactly("/account/returns/" + before.getNumber());
        assertThat(page.selectFirst("main a.rtn-order-link").attr("href")).isEqualTo("/account/returns/new?order=" + order);
        assertThat(account.page("/account/returns").select("main").text()).contains(before.getNumber());
        Document detail = account.page("/account/returns/" + before.getNumber());
        assertThat(detail.select("main a").eachAttr("href")).contains("/account/returns/order?order=" + order)
            .doesNotContain("/account/orders/" + order);
        assertThat(account.status("/account/returns/" + before.getNumber() + "/label")).isEqualTo(200);
        assertThat(account.page(ADD).select(".rtn-taken").text()).contains(order);
    }

    @Test
    void whatWasAddedStaysWhereNothingMoreCanBe() {
        String order = Guest.withOrder(email, Map.of(FERN, 2)).order;
        ReturnRequest request = TestShop.request(order, 0, 1);
        Account account = Account.of(email).take(order);
        String page = "/account/returns/order?order=" + order;
        Object terms = TestShop.get().siteContext().getBean("rtnGuestTerms");
        ReflectionTestUtils.setField(terms, "enabled", false);
        try {
            assertThat(account.page(page).selectFirst("main h1").text()).contains(order);
            assertThat(account.page("/account/returns/" + request.getNumber()).select("main a").eachAttr("href")).contains(page);
            assertThat(account.status(ADD)).isEqualTo(404);
            assertThat(account.status(CODE)).isEqualTo(404);
        } finally {
            ReflectionTestUtils.setField(terms, "enabled", true);
        }
    }

    @Test
    void theyAskForAnotherReturnAndCancelItAndTheirMailsLeadToTheAccount() {
        String order = Guest.named("Camille", "Roux", email, Map.of(FERN, 4)).order;
        ReturnRequest before = TestShop.request(order, 0, 1);
        Account account = Account.of(email).take(order);

        String number = askToReturn(account, order);

        assertThat(account.page("/account/returns").select("main").text()).contains(number, before.getNumber());
        assertThat(ReturnTables.database().queryForObject("select CUSTOMER_ID from RTN_REQUEST where RETURN_NUMBER = ?", Long.class, number))
            .isEqualTo(zoe.getId());
        await().until(() -> !ReceivedMails.about(number).isEmpty());
        assertThat(ReceivedMails.text(ReceivedMails.about(number).get(0))).contains("Hello Zoe", "/account/returns/" + number)
            .doesNotContain("/returns/mail/");
        for (String cancelled : List.of(number, before.getNumber())) {
            account.post("/account/returns/" + cancelled + "/cancel", Map.of("version",
                account.page("/account/returns/" + cancelled + "/cancel").selectFirst("input[name=version]").val()));
            assertThat(status(cancelled)).isEqualTo(ReturnStatus.CANCELLED);
            assertThat(ReturnTables.database().queryForObject("select max(j.ACTOR_NAME) from RTN_JOURNAL_ENTRY j join RTN_REQUEST r"
                + " on r.REQUEST_ID = j.REQUEST_ID where r.RETURN_NUMBER = ? and j.TO_STATUS = 'CANCELLED'", String.class, cancelled))
                .isEqualTo("Zoe Martin");
        }
        await().until(() -> ReceivedMails.about(before.getNumber()).stream()
            .anyMatch(mail -> ReceivedMails.text(mail).contains("/account/returns/" + before.getNumber())));
    }

    @Test
    void theWithdrawalOffersTheOrderAmongTheirs() {
        String order = Guest.withOrder(email, Map.of(FERN, 2)).order;
        assertThat(bean(OrdersToPick.class).of(zoe.getId())).isEmpty();

        Account account = Account.of(email).take(order);

        assertThat(bean(OrdersToPick.class).of(zoe.getId())).extracting("number").containsExactly(order);
        assertThat(account.page("/withdrawal").select("main").text()).contains(order);
        assertThat(account.page("/withdrawal?order=" + order).select("main").text()).contains(order);
    }

    /** Whether there is such an order, whose it is, and whether a code was mailed, nobody can tell from what is answered. */
    @Test
    void theAnswersAreTheSameForEveryOrder() {
        Account account = Account.of(email);
        String theirs = Guest.withOrder(email, Map.of(FERN, 1)).order;
        String otherAddress = Guest.withOrder("stranger-" + email, Map.of(FERN, 1)).order;
        String inAnAccount = TestShop.newOrder("john@example.com", Map.of(FERN, 1));
        ReturnTables.database().update("update BLC_ORDER set EMAIL_ADDRESS = ? where ORDER_NUMBER = ?", email, inAnAccount);

        List<List<String>> answers = Stream.of(theirs, otherAddress, inAnAccount, "PL-999999").map(order -> {
            List<String> all = new ArrayList<>();
            add(all, order, account.ask(order));
            add(all, order, account.visitor().get(CODE));
            if (order.equals(theirs)) {
                await().until(() -> !Guest.codes(theirs).isEmpty());
            }
            for (int i = 0; i < 6; i++) {
                add(all, order, account.enter("0000 000" + i));
            }
            return all;
        }).toList();

        assertThat(answers.subList(1, 4)).containsOnly(answers.get(0));
        awaitTheShop();
        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where EMAIL = '" + email + "' and CODE_HASH is not null")).isEqualTo(1);
        assertThat(taken()).isZero();
        assertThat(account.page(ADD).select(".rtn-taken")).isEmpty();
    }

    @Test
    void afterAnHourTheAnswersAreStillTheSameForEveryOrder() {
        Account account = Account.of(email);
        TestShop.newCustomer("other-" + email, "Otto", "Other");
        Account other = Account.of("other-" + email);
        account.code(Guest.withOrder(email, Map.of(FERN, 1)).order);
        other.ask("PL-999999");
        ReturnTables.database().update("update RTN_GUEST_ENTRY set ASKED_AT = ? where EMAIL like ?",
            Timestamp.from(Instant.now().minus(Duration.ofMinutes(61))), "%" + email);
        ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnGuestCleanup"), "run");

        for (Account each : List.of(account, other)) {
            assertThat(each.visitor().get(CODE).headers().firstValue("Location").orElse("")).endsWith(ADD);
            assertThat(each.enter("0000 0000").headers().firstValue("Location").orElse("")).endsWith(ADD);
        }
        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where TAKER_ID = " + zoe.getId())).as("it counts for the day's codes").isEqualTo(1);
    }

    private static void add(List<String> answers, String order, HttpResponse<String> answer) {
        answers.add(answer.statusCode() + answer.headers().firstValue("Location").orElse("")
            + Jsoup.parse(answer.body()).select("main").html().replace(order, "ORDER")
            .replaceAll("name=\"csrfToken\" value=\"[^\"]*\"", "").replaceAll("value=\"[^\"]*\" name=\"csrfToken\"", ""));
    }

    private void awaitTheShop() {
        await().until(() -> ReturnTables.database().queryForList("select ENTRY_ID from RTN_GUEST_ENTRY where EMAIL = ?", Long.class, email)
            .stream().allMatch(entry -> ReturnTables.count(
                "RTN_SCHEDULED_TASK where TASK_NAME = 'rtn-guest-code' and TASK_INSTANCE = '" + entry + "'") == 0));
    }

    @Test
    void afterFiveTriesNotEvenTheRightCodeMakesTheOrderTheirs() {
        String order = Guest.withOrder(email, Map.of(FERN, 1)).order;
        Account account = Account.of(email);
        String code = account.code(order);
        String wrong = code.equals("1111 1111") ? "2222 2222" : "1111 1111";

        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = account.enter(wrong);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(answer.body()).getElementById("rtn-code-fault").text())
                .contains(left == 0 ? "no try is left" : left == 1 ? "One try is left" : left + " tries are left");
        }

        assertThat(account.enter(code).statusCode()).isEqualTo(422);
        assertThat(taken()).isZero();
    }

    @Test
    void whoPressesTwiceGetsOneMailAndWhoAsksForAnotherCodeCanTypeEither() throws Exception {
        String order = Guest.withOrder(email, Map.of(FERN, 1)).order;
        Account account = Account.of(email);
        String token = account.visitor().token(ADD);
        AtOnce.run(IntStream.range(0, 3).<Callable<Integer>>mapToObj(i -> () ->
            account.visitor().post(ADD, Map.of("order", order, "csrfToken", token)).statusCode()).toList());
        awaitTheShop();
        await().until(() -> !Guest.codes(order).isEmpty());
        String first = Guest.codes(order).get(0);
        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where EMAIL = '" + email + "' and CODE_HASH is not null")).isEqualTo(1);
        ReturnTables.database().update("update RTN_GUEST_ENTRY set ASKED_AT = ? where EMAIL = ?",
            Timestamp.from(Instant.now().minus(Duration.ofSeconds(21))), email);

        account.code(order);

        assertThat(Guest.codes(order)).hasSize(2);
        assertThat(account.enter(first).headers().firstValue("Location").orElse("")).endsWith("/account/returns/order?order=" + order);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void theCodeWorksInTheAccountAloneThatHasAskedForIt() {
        String order = Guest.withOrder(email, Map.of(FERN, 1)).order;
        String code = Account.of(email).code(order);
        TestShop.newCustomer("other-" + email, "Otto", "Other");
        Account other = Account.of("other-" + email);
        other.ask(order);
        Guest guest = Guest.saying(order, email);
        guest.ask();

        assertThat(other.enter(code).statusCode()).isEqualTo(422);
        assertThat(guest.enter(code).statusCode()).isEqualTo(422);
        assertThat(taken()).isZero();
    }

    @Test
    void whatSomebodyElseHasTakenOverIsTheirsAsIfTheyHadPlacedIt() {
        String order = Guest.withOrder(email, Map.of(FERN, 2)).order;
        ReturnRequest request = TestShop.request(order, 0, 1);
        Account.of(email).take(order);
        Customer second = TestShop.newCustomer("second-" + email, "Sam", "Second");
        ReturnTables.database().update("update BLC_CUSTOMER set EMAIL_ADDRESS = ? where CUSTOMER_ID = ?", email, second.getId());
        Account other = Account.of("second-" + email);
        int codes = Guest.codes(order).size();

        other.ask(order);
        awaitTheShop();

        assertThat(Guest.codes(order)).hasSize(codes);
        assertThat(other.status("/account/returns/" + request.getNumber())).isEqualTo(404);
        assertThat(other.status("/account/returns/order?order=" + order)).isEqualTo(404);
    }

    @Test
    void twiceAtTheSameMomentIsOnce() throws Exception {
        String order = Guest.withOrder(email, Map.of(FERN, 1)).order;
        Account account = Account.of(email);
        String code = account.code(order);
        String token = account.visitor().token(ADD);

        List<Integer> answers = AtOnce.run(IntStream.range(0, 3).<Callable<Integer>>mapToObj(i -> () ->
            account.visitor().post(CODE, Map.of("code", code, "csrfToken", token)).statusCode()).toList());

        assertThat(answers).containsOnly(302);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void whereTheShopMovesTheOrderTheShopIsRight() {
        String order = Guest.withOrder(email, Map.of(FERN, 4)).order;
        ReturnRequest request = TestShop.request(order, 0, 1);
        Account account = Account.of(email).take(order);
        Long guest = ReturnTables.database().queryForObject("select CUSTOMER_ID from BLC_ORDER where ORDER_NUMBER = ?", Long.class, order);

        ReturnTables.database().update("update BLC_ORDER set CUSTOMER_ID = (select CUSTOMER_ID from BLC_CUSTOMER where USER_NAME ="
            + " 'john@example.com') where ORDER_NUMBER = ?", order);

        assertThat(account.status("/account/returns/" + request.getNumber())).isEqualTo(404);
        assertThat(account.status("/account/returns/order?order=" + order)).isEqualTo(404);
        assertThat(account.page("/account/returns").select("main").text()).doesNotContain(request.getNumber());
        assertThat(account.page(ADD).select(".rtn-taken")).isEmpty();
        assertThat(bean(OrdersToPick.class).of(zoe.getId())).isEmpty();
        assertThat(Account.of("john@example.com").status("/account/returns/" + request.getNumber())).isEqualTo(200);

        // And back to whom it was taken from.
        ReturnTables.database().update("update BLC_ORDER set CUSTOMER_ID = ? where ORDER_NUMBER = ?", guest, order);
        assertThat(account.status("/account/returns/" + request.getNumber())).isEqualTo(200);
    }

    @Test
    void whatIsOpenToAGuestIsShutWhenTheOrderIsTakenOver() {
        Guest guest = Guest.inside(email, Map.of(FERN, 2));
        ReturnRequest request = TestShop.request(guest.order, 0, 1);
        assertThat(guest.visitor.get("/returns/" + request.getNumber()).statusCode()).isEqualTo(200);

        Account.of(email).take(guest.order);

        assertThat(guest.visitor.get("/returns/" + request.getNumber()).statusCode()).isEqualTo(404);
        assertThat(guest.visitor.get("/returns/order").statusCode()).isEqualTo(302);
        assertThat(Guest.saying(guest.order, email).comeIn().visitor.get("/returns/" + request.getNumber()).statusCode())
            .as("with a code of their own they come in without a login, as every customer does").isEqualTo(200);
    }

    @Test
    void merchantsReturnSomethingOfTheOrderForWhoeverHasIt() {
        String order = Guest.withOrder(email, Map.of(FERN, 2)).order;
        SubmitReturn wish = TestShop.wish(order, 0, 1, null);
        Account.of(email).take(order);

        ReturnRequest created = bean(ReturnSubmissionService.class).create(new CreateReturn(TestShop.orderId(order), wish.lines(),
            wish.refundType(), null, null, true, UUID.randomUUID().toString()), TestShop.ADMIN);

        assertThat(ReturnTables.database().queryForMap("select CUSTOMER_ID, CUSTOMER_FIRST_NAME from RTN_REQUEST where RETURN_NUMBER = ?",
            created.getNumber()).values()).containsExactly(zoe.getId(), "Zoe");
        await().until(() -> ReceivedMails.about(created.getNumber()).stream().anyMatch(mail -> ReceivedMails.recipient(mail).equals(email)));
        ReturnTables.database().update("update BLC_CUSTOMER set EMAIL_ADDRESS = ? where CUSTOMER_ID = ?", "new-" + email, zoe.getId());
        assertThat(TestShop.inTransaction(() -> bean(ReturnLookup.class).mailAddress(
            bean(ShopOrders.class).findByNumber(order).orElseThrow()))).contains("new-" + email);
        assertThat(bean(ReturnLookup.class).customerOf(created.getId()).address()).isEqualTo("new-" + email);
    }

    @Test
    void theCustomerHasACopyOfWhatTheyHaveTakenOverAndOnceForgottenTheOrderIsTheGuestsAgain() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 2));
        ReturnRequest request = TestShop.request(guest.order, 0, 1);
        Account.of(email).take(guest.order);
        PersonalRecords records = bean(PersonalRecords.class);

        assertThat(records.export(zoe.getId()).get("takenOrders").toString()).contains("order=" + guest.order);
        assertThat(records.export(zoe.getId()).get("returns").toString()).contains(request.getNumber());
        assertThatThrownBy(() -> records.anonymise(zoe.getId())).isInstanceOf(RunningReturnsException.class);
        assertThat(taken()).isEqualTo(1);
        TestShop.change(request, ReturnStatus.REFUSED, true);
        await().until(() -> ReturnTables.count("RTN_MAIL where STATE in ('PENDING', 'SENDING') and RECIPIENT = '" + email + "'") == 0);
        records.anonymise(zoe.getId());

        assertThat(taken()).isZero();
        assertThat(records.export(zoe.getId()).get("takenOrders")).isEqualTo(List.of());
        assertThat(ReturnTables.count("RTN_GUEST_ENTRY where TAKER_ID = " + zoe.getId())).isZero();
        assertThat(ReturnTables.count("RTN_REQUEST where RETURN_NUMBER = '" + request.getNumber() + "' and CUSTOMER_ID is null")).isEqualTo(1);
        assertThat(guest.comeIn().visitor.get("/returns/order").statusCode()).isEqualTo(200);
        assertThat(guest.visitor.get("/returns/" + request.getNumber()).statusCode()).as("it tells nobody's name any more").isEqualTo(404);
    }

    /** As returns do: what was stated about the order before is its new owner's to have, and goes when they are forgotten. */
    @Test
    void aStatementOfWithdrawalFollowsTheOrderToWhoeverHasIt() {
        Guest guest = Guest.withOrder(email, Map.of(FERN, 2));
        String move = "update BLC_ORDER set CUSTOMER_ID = ? where ORDER_NUMBER = ?";
        Long before = ReturnTables.database().queryForObject("select CUSTOMER_ID from BLC_ORDER where ORDER_NUMBER = ?", Long.class,
            guest.order);
        String number = bean(Withdrawals.class).state(new StateWithdrawal(WithdrawalContent.typed("Camille " + unique, guest.order, email,
            "", Locale.ENGLISH), UUID.randomUUID().toString(), false, null)).number();
        await().until(() -> ReturnTables.count("RTN_WITHDRAWAL where MATCHED = 'ADDRESS' and WITHDRAWAL_NUMBER = '" + number + "'") == 1);
        PersonalRecords records = bean(PersonalRecords.class);
        assertThat(records.export(zoe.getId()).get("withdrawals")).isEqualTo(List.of());

        Account.of(email).take(guest.order);

        assertThat(records.export(zoe.getId()).get("withdrawals").toString()).contains(number, "Camille " + unique);
        assertThatThrownBy(() -> records.anonymise(zoe.getId())).isInstanceOfSatisfying(RunningReturnsException.class,
            refused -> assertThat(refused.numbers()).containsExactly(number));
        Customer otto = TestShop.newCustomer("otto-" + email, "Otto", "Other");
        ReturnTables.database().update(move, otto.getId(), guest.order);
        assertThat(records.export(zoe.getId()).get("withdrawals")).as("the shop has moved it").isEqualTo(List.of());
        assertThat(records.export(otto.getId()).get("withdrawals").toString()).contains(number);
        assertThatThrownBy(() -> records.anonymise(otto.getId())).isInstanceOf(RunningReturnsException.class);
        // And back to whom it was taken from.
        ReturnTables.database().update(move, before, guest.order);
        await().until(() -> ReturnTables.count("RTN_MAIL where STATE <> 'SENT' and ABOUT = '" + number + "'") == 0);
        ReturnTables.database().update("update RTN_WITHDRAWAL set HANDLED_UTC = '2026-06-19T00:00:00Z', HANDLED_BY = 'Alex',"
            + " STATED_AT = '2020-01-02' where WITHDRAWAL_NUMBER = ?", number);
        records.anonymise(zoe.getId());

        assertThat(ReturnTables.count("RTN_WITHDRAWAL where PERSON_NAME = '' and EMAIL = '' and WITHDRAWAL_NUMBER = '" + number + "'"))
            .isEqualTo(1);
        assertThat(records.export(before).get("withdrawals")).as("it tells nobody's name any more").isEqualTo(List.of());
    }

    @Test
    void theFormsWantTheTokenOfTheSessionAndALogin() {
        Account account = Account.of(email);

        for (String path : List.of(ADD, CODE)) {
            assertThat(account.visitor().post(path, Map.of("order", "PL-1001", "code", "1")).statusCode()).as(path).isEqualTo(403);
            assertThat(HttpVisitor.onSite().get(path).headers().firstValue("Location").orElse("")).as(path).contains("/login");
        }
    }

    @Test
    void whatIsMissingIsAskedForAndWhatIsHostileIsShownAsText() {
        Account account = Account.of(email);
        HttpResponse<String> empty = account.ask(" ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.body()).select("[aria-invalid=true]").eachAttr("name")).containsExactly("order");
        assertThat(account.visitor().get(CODE).headers().firstValue("Location").orElse("")).endsWith(ADD);

        String hostile = "<i class=\"hostile\">x</i> ${7*7} {0} \"quoted\" \u0000 & 'single'";
        assertThat(account.ask(hostile).statusCode()).isEqualTo(302);
        Document code = account.page(CODE);
        assertThat(code.select(".hostile")).isEmpty();
        assertThat(code.selectFirst(".rtn-lead").text()).contains("<i class=\"hostile\">x</i> ${7*7} {0} \"quoted\"");
        assertThat(account.enter(hostile).statusCode()).isEqualTo(422);
        assertThat(account.status("/account/returns/order?order=" + HttpVisitor.encoded(hostile))).isEqualTo(404);
    }

    @Test
    void twentyTimesAnHourIsEnough() {
        Account account = Account.of(email);
        String token = account.visitor().token(ADD);
        for (int i = 0; i < 20; i++) {
            assertThat(account.visitor().post(ADD, Map.of("order", "PL-99" + i, "csrfToken", token)).statusCode()).isEqualTo(302);
        }

        HttpResponse<String> answer = account.visitor().post(ADD, Map.of("order", "PL-9999", "csrfToken", token));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Jsoup.parse(answer.body()).getElementById("rtn-order-fault").text()).contains("try again in an hour");
    }

    /** The number of the return that came of it. */
    private static String askToReturn(Account account, String order) {
        Long item = TestShop.wish(order, 0, 1, null).lines().get(0).orderItemId();
        HttpResponse<String> sent = account.visitor().askToReturn(order, Map.of("quantity[" + item + "]", "1",
            "reason[" + item + "]", "OTHER", "refundType", "ORIGINAL_PAYMENT"));
        assertThat(sent.statusCode()).as(Jsoup.parse(sent.body()).select(".rtn-error").text()).isEqualTo(302);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/account/returns/", "");
    }

    private int taken() {
        return ReturnTables.count("RTN_TAKEN_ORDER where CUSTOMER_ID = " + zoe.getId());
    }

    private static ReturnStatus status(String number) {
        return TestShop.inTransaction(() -> bean(ReturnLookup.class).byNumber(number).orElseThrow().getStatus());
    }
}
