package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.broadleafreturns.demo.TestShop.bean;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.mail.internet.MimeMessage;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.delivery.GroupContent;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.privacy.RunningReturnsException;
import org.broadleafreturns.core.storedsettings.MerchantSettingsService;
import org.broadleafreturns.core.withdrawal.Holidays;
import org.broadleafreturns.core.withdrawal.StateWithdrawal;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.WithdrawalDesk;
import org.broadleafreturns.core.withdrawal.Withdrawals;
import org.hibernate.stat.Statistics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.util.ReflectionTestUtils;

/** What the law says of the statement of withdrawal (directive 2011/83/EU, article 11a), through the pages and the background work. */
class WithdrawalIntegrationTests {

    private static final String MARIE = "marie@example.com";
    private static final String JOHN = "john@example.com";
    private static final long GUIDE = 9;
    private static final String HOSTILE = "<i class=\"hostile\">x</i> ${7*7} \"quoted\" & 'single'";

    private final String unique = "zw" + UUID.randomUUID().toString().substring(0, 8);
    private final String stranger = unique + "@example.com";
    /** Somebody without a session, who keeps none. */
    private final HttpVisitor guest = HttpVisitor.onSite();

    /** The shop is mailed of so many an hour. What works on a statement of the test before may hold its row. */
    @BeforeEach
    void anHourWithoutStatements() {
        await().ignoreExceptionsInstanceOf(ConcurrencyFailureException.class).until(() -> ReturnTables.database().update(
            "update RTN_WITHDRAWAL set RECORDED_UTC = '2026-06-19T00:00:00Z' where RECORDED_UTC > '2026-06-19T00:00:00Z'") >= 0);
    }

    /** Article 11a (1) to (4): a labelled function, name, contract and address, a control of its own, an acknowledgement of receipt. */
    @Test
    void aGuestWithdrawsInTwoStepsAndHoldsAnAcknowledgementWithContentDateAndTime() throws Exception {
        TestShop.newCustomer(stranger, "Zoe", "Miller");
        String order = TestShop.newOrder(stranger, Map.of(1L, 2));
        Document form = Jsoup.parse(guest.get("/withdrawal").body());
        assertThat(form.selectFirst("main h1").text()).isEqualTo("Withdraw from contract here");
        assertThat(form.select("#rtn-withdrawal-form [name]").eachAttr("name"))
            .containsExactly("name", "order", "email", "articles", "website");

        Document review = Jsoup.parse(post("/withdrawal", typed("Marie Lefèvre", order, stranger, "the fern " + unique)).body());
        assertThat(review.selectFirst(".rtn-statement").text()).contains("I withdraw from my contract", order, "Marie Lefèvre", stranger,
            "the fern " + unique);
        assertThat(review.select("#rtn-confirm-form button").eachText()).containsExactly("Confirm withdrawal");
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Document receipt = Jsoup.parse(confirm(review).body());

        String number = receipt.getElementById("rtn-withdrawal-number").text();
        assertThat(number).matches("W-[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(receipt.selectFirst("main h1").text()).isEqualTo("We have received your withdrawal");
        assertThat(receipt.selectFirst("main").text()).contains("the fern " + unique, stranger,
            "If it does not come, this page is your receipt.").doesNotContainIgnoringCase("accepted").doesNotContain("on its way");
        assertThat(receipt.getElementById("rtn-withdrawal-moment").text()).matches(".*\\d{4}.*\\d:\\d\\d:\\d\\d.*");
        Map<String, Object> row = row(number);
        ZonedDateTime stated = ZonedDateTime.parse((String) row.get("STATED_AT"));
        assertThat(stated.toInstant()).isBetween(before, Instant.now());
        assertThat(Instant.parse((String) row.get("STATED_UTC"))).isEqualTo(stated.toInstant());
        MimeMessage mail = acknowledgement(number);
        assertThat(ReceivedMails.recipient(mail)).isEqualTo(stranger);
        assertThat(ReceivedMails.text(mail)).contains(number, order, "Marie Lefèvre", "the fern " + unique, stranger, "within 14 days",
            receipt.getElementById("rtn-withdrawal-moment").text());
        assertThat(MailIntegrationTests.part(mail, "text/html").getContent().toString()).contains(number, "the fern " + unique);
        await().until(() -> !ReceivedMails.toShop(number).isEmpty());
    }

    @Test
    void aFrenchPageHasTheWordsOfTheFrenchLaw() {
        HttpVisitor french = HttpVisitor.onSite();
        Document form = Jsoup.parse(french.get("/withdrawal?blLocaleCode=fr").body());
        assertThat(form.selectFirst("main h1").text()).isEqualTo("Renoncer au contrat ici");
        assertThat(form.select("footer a.rtn-withdrawal-link").text()).isEqualTo("Renoncer au contrat ici");

        Document review = Jsoup.parse(french.post("/withdrawal?blLocaleCode=fr", typed("Marie", unique, stranger, "")).body());

        assertThat(review.select("#rtn-confirm-form button").text()).isEqualTo("Confirmer la rétractation");
        Document receipt = Jsoup.parse(french.post("/withdrawal/confirm?blLocaleCode=fr", Map.of("statement", carried(review))).body());
        String number = receipt.getElementById("rtn-withdrawal-number").text();
        assertThat(ReceivedMails.text(acknowledgement(number))).contains("Nous accusons réception");
    }

    /** Recital 37 and article 11a (1): without a login, in the footer of every page. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/products/boston-fern", "/withdrawal", "/no-such-page"})
    void theLinkStandsInTheFooterOfEveryPage(String page) {
        assertThat(Jsoup.parse(guest.get(page).body()).select("footer a.rtn-withdrawal-link[href=/withdrawal]").text())
            .isEqualTo("Withdraw from contract here");
    }

    @Test
    void itStandsBesideOrdersToo() {
        HttpVisitor shopper = HttpVisitor.shopper(JOHN);

        String link = "main a.rtn-withdrawal-link[href='/withdrawal?order=PL-2002']";
        assertThat(Jsoup.parse(shopper.get("/account/orders").body()).select(link)).hasSize(1);
        assertThat(Jsoup.parse(shopper.get("/account/orders/PL-2002").body()).select(link)).hasSize(1);
    }

    @Test
    void theSamePageConfirmedTwiceIsOneStatement() {
        Document review = review("Zoe", unique, stranger);

        Document first = Jsoup.parse(confirm(review).body());
        Document second = Jsoup.parse(confirm(review).body());
        Document elsewhere = Jsoup.parse(HttpVisitor.onSite().post("/withdrawal/confirm", Map.of("statement", carried(review))).body());

        assertThat(second.getElementById("rtn-withdrawal-number").text()).isEqualTo(first.getElementById("rtn-withdrawal-number").text());
        assertThat(elsewhere.selectFirst(".rtn-receipt").text()).isEqualTo(first.selectFirst(".rtn-receipt").text());
        assertThat(count("select count(*) from RTN_WITHDRAWAL where EMAIL = ?", stranger)).isOne();
    }

    @Test
    void nothingIsWrittenByReadingNorBeforeItIsConfirmed() {
        review("Zoe", "first, since the shop draws its key at the first need", stranger);
        Map<String, String> before = ReturnTables.contents();

        guest.get("/withdrawal");
        guest.get("/withdrawal?order=PL-1003");
        guest.get("/withdrawal/confirm");
        Document review = review("Zoe", unique, stranger);
        post("/withdrawal/change", Map.of("statement", carried(review)));

        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    /** The platform's filter would answer with 403: nobody has its token here. */
    @Test
    void aPageThatIsOlderThanItsSessionStillWithdraws() {
        String carried = carried(review("Zoe", unique, stranger));

        HttpResponse<String> answer = HttpVisitor.onSite().post("/withdrawal/confirm", Map.of("statement", carried));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("We have received your withdrawal");
        assertThat(HttpVisitor.onSite().post("/account/returns/RXXXX-XXXX/sent", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void whatWasChangedOnTheWayIsShownOnceMoreToConfirm() {
        String carried = carried(review("Zoe", unique, stranger));
        String forged = carried.substring(0, carried.indexOf('.')) + ".AAAA";

        Document again = Jsoup.parse(post("/withdrawal/confirm", Map.of("statement", forged)).body());

        assertThat(again.selectFirst(".rtn-again")).isNotNull();
        assertThat(again.selectFirst(".rtn-statement").text()).contains(unique, "Zoe", stranger);
        assertThat(count("select count(*) from RTN_WITHDRAWAL where EMAIL = ?", stranger)).isZero();
        assertThat(confirm(again).body()).contains("We have received your withdrawal");
        Document nothing = Jsoup.parse(post("/withdrawal/confirm", Map.of("statement", "nothing of ours")).body());
        assertThat(nothing.getElementById("rtn-withdrawal-form")).isNotNull();
    }

    /** After a day the statement is shown once more, complete, and that page confirms it. */
    @Test
    void aPageThatIsOlderThanADayShowsTheStatementOnceMore() throws Exception {
        String carried = carried(review("Zoe", unique, stranger));
        String content = new String(Base64.getUrlDecoder().decode(carried.substring(0, carried.indexOf('.'))), StandardCharsets.UTF_8);
        String old = content.replaceFirst("at=\\d+$", "at=" + Instant.now().minus(25, ChronoUnit.HOURS).toEpochMilli());
        Mac mac = Mac.getInstance("HmacSHA256");
        String secret = ReturnTables.database().queryForObject("select SECRET from RTN_WITHDRAWAL_KEY", String.class);
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
        byte[] bytes = old.getBytes(StandardCharsets.UTF_8);
        String expired = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes));
        assertThat(old).isNotEqualTo(content);

        Document again = Jsoup.parse(post("/withdrawal/confirm", Map.of("statement", expired)).body());

        assertThat(again.selectFirst(".rtn-again").text()).contains("Nothing has been sent yet");
        assertThat(again.selectFirst(".rtn-statement").text()).contains(unique, "Zoe", stranger);
        assertThat(count("select count(*) from RTN_WITHDRAWAL where EMAIL = ?", stranger)).isZero();
        assertThat(confirm(again).body()).contains("We have received your withdrawal");
        assertThat(count("select count(*) from RTN_WITHDRAWAL where EMAIL = ?", stranger)).isOne();
    }

    @Test
    void noPageIsKeptByCaches() {
        Document review = review("Zoe", unique, stranger);

        assertThat(List.of(guest.get("/withdrawal"), post("/withdrawal", typed("Zoe", unique, stranger, "")),
            post("/withdrawal", Map.of()), confirm(review)))
            .allSatisfy(answer -> assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store"));
    }

    @Test
    void whatIsMissingIsAskedForWithWhatWasTyped() {
        HttpResponse<String> answer = post("/withdrawal", typed("", unique, "", "two pots"));

        assertThat(answer.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("[aria-invalid=true]").eachAttr("name")).containsExactly("name", "email");
        assertThat(form.getElementById("rtn-order").val()).isEqualTo(unique);
        assertThat(form.getElementById("rtn-articles").text()).isEqualTo("two pots");
    }

    /** Whether an order exists, whose it is, and what becomes of a statement, nobody can tell from the answers. */
    @Test
    void nothingOfAnyOrderCanBeToldFromTheAnswers() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));

        assertThat(answers(order, MARIE)).isEqualTo(answers(unique, MARIE)).isEqualTo(answers(order, stranger));
    }

    private List<String> answers(String order, String email) {
        Document review = review("Zoe", order, email);
        String receipt = Jsoup.parse(confirm(review).body()).selectFirst("main").html();
        return List.of(review.selectFirst("main").html(), receipt).stream().map(html -> html.replace(order, "ORDER").replace(email, "EMAIL")
            .replaceAll("value=\"[A-Za-z0-9_.-]{60,}\"", "").replaceAll("W-\\w{4}-\\w{4}", "")
            .replaceAll("\\d{1,2}:\\d\\d:\\d\\d", "")).toList();
    }

    @Test
    void aStatementFindsItsOrderByNumberAndAddressInTheBackground() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));

        assertThat(matched(state("M", order, MARIE))).isEqualTo("ADDRESS");
        assertThat(matched(state("M", " " + order.toLowerCase() + " ", MARIE.toUpperCase()))).isEqualTo("ADDRESS");
        assertThat(matched(state("M", order, stranger))).isEqualTo("NUMBER");
        assertThat(matched(state("M", unique, MARIE))).isEqualTo("NONE");
        assertThat(count("select count(*) from RTN_WITHDRAWAL where ORDER_ID = ?", TestShop.orderId(order))).isEqualTo(2);
    }

    /** Never refused: twice, late, excepted, elsewhere. */
    @Test
    void whateverIsToBeSaidOfItIsMarkedAndItIsReceivedAllTheSame() {
        String order = TestShop.newOrder(JOHN, 40, Map.of(1L, 2));
        LocalDate delivered = LocalDate.now(ZoneId.of("UTC")).minusDays(30);
        for (GroupContent group : bean(DeliveryService.class).contents(TestShop.orderId(order))) {
            bean(DeliveryService.class).record(group.groupId(), delivered, -1L, "Alex Admin");
        }

        String first = state("John", order, JOHN);
        String second = state("John", order, JOHN);

        // The demo's John lives in Great Britain.
        assertThat(flags(first)).contains("LATE", "COUNTRY").doesNotContain("SECOND");
        assertThat(flags(second)).contains("LATE", "SECOND");
        assertThat(acknowledgement(second)).isNotNull();
    }

    @Test
    void whileNobodyKnowsWhenItWasDeliveredThePeriodIsOpen() {
        String number = state("Marie", TestShop.newOrder(MARIE, 300, Map.of(1L, 1)), MARIE);

        assertThat(flags(number)).doesNotContain("LATE", "COUNTRY");
        assertThat(HttpVisitor.merchant("admin").get("/return-withdrawals/" + number).body()).contains("open: delivery not known");
    }

    /** What nobody delivers has its period from the order on; things of the same order, from when the last of them came. */
    @Test
    void ofADownloadThePeriodRunsFromTheDayOfTheOrder() {
        String number = state("Marie", TestShop.newOrder(MARIE, 40, Map.of(1L, 1, GUIDE, 1)), MARIE);

        assertThat(flags(number)).contains("LATE");
        Document page = Jsoup.parse(HttpVisitor.merchant("admin").get("/return-withdrawals/" + number).body());
        assertThat(page.select("tr[data-item]:contains(guide)").text()).contains("over");
        assertThat(page.select("tr[data-item]:contains(fern)").text()).contains("open: delivery not known").doesNotContain("over");
        assertThat(flags(state("Marie", TestShop.newOrder(MARIE, 3, Map.of(GUIDE, 1)), MARIE))).doesNotContain("LATE");
    }

    @Test
    void anArticleThatIsExceptedIsMarkedWithItsGround() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 1, 3L, 1));
        try {
            ReturnTables.database().update("insert into RTN_EXCLUSION (EXCLUSION_ID, KIND, PRODUCT_ID, GROUND)"
                + " values (9001, 'NOT_RETURNABLE', 3, 'PERISHABLE')");
            String number = state("Marie", order, MARIE);

            assertThat(flags(number)).contains("EXCLUDED");
            assertThat(Jsoup.parse(HttpVisitor.merchant("admin").get("/return-withdrawals/" + number).body()).select(".rtn-ground"))
                .hasSize(1);
        } finally {
            StoredMarks.forget();
        }
    }

    @Test
    void aCancelledOrderIsMarked() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 1));
        ReturnTables.database().update("update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_NUMBER = ?", order);

        assertThat(flags(state("Marie", order, MARIE))).contains("CANCELLED");
    }

    /** What happens to an order, nobody tells: the page looks, and the list says what the page said when a merchant did something last. */
    @Test
    void aPageHasTheMarksOfTodayAndTheListFollowsWithTheNextStep() throws Exception {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 1));
        Long id = TestShop.orderId(order);
        String parcel = "update BLC_FULFILLMENT_GROUP set STATUS = ? where ORDER_ID = ?";
        ReturnTables.database().update(parcel, "PROCESSING", id);
        String number = state("Marie", order, MARIE);
        assertThat(flags(number)).contains("NOT_SHIPPED");
        ReturnTables.database().update("update RTN_WITHDRAWAL set FLAGS = 'NOT_SHIPPED,AUTOMATIC' where WITHDRAWAL_NUMBER = ?", number);
        ReturnTables.database().update(parcel, "SHIPPED", id);
        ReturnTables.database().update("update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", id);
        HttpVisitor merchant = HttpVisitor.merchant("csr");

        Document page = Jsoup.parse(merchant.get("/return-withdrawals/" + number).body());

        assertThat(page.select(".rtn-flags li").eachAttr("data-flag")).containsExactly("CANCELLED", "AUTOMATIC");
        assertThat(page.select(".rtn-stop")).isEmpty();
        assertThat(flags(number)).as("reading writes nothing").containsExactly("NOT_SHIPPED", "AUTOMATIC");
        post(merchant, number, "done", Map.of());
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals?q=" + number).body()).select("tr[data-number] .rtn-flag")
            .eachAttr("data-flag")).containsExactly("CANCELLED", "AUTOMATIC");
    }

    /** What was shipped comes back first: statement, offer and decision say so of the same units. */
    @Test
    void theParcelIsToBeStoppedForTheUnitsThatTheDecisionDoesNotWaitFor() {
        String order = TestShop.newOrder(JOHN, Map.of(1L, 3));
        Long id = TestShop.orderId(order);
        inGroupOfTheirOwn(id, 1, "PROCESSING");
        HttpVisitor shopper = HttpVisitor.shopper(JOHN);
        HttpVisitor merchant = HttpVisitor.merchant("admin");

        String one = confirmed(shopper.post("/withdrawal", picked(shopper, order, 1)));
        assertThat(flags(one)).doesNotContain("NOT_SHIPPED");
        assertThat(stops(merchant.get("/return-withdrawals/" + one))).isEmpty();
        assertThat(stops(merchant.get("/return-withdrawals/" + one + "/return"))).isEmpty();
        Document first = made(merchant, one);
        assertThat(first.select(".rtn-stop")).isEmpty();
        assertThat(first.select("#rtn-accepted-unseen [data-goods=came]").first().val()).isEqualTo("1");

        String all = state("John", order, JOHN);
        assertThat(flags(all)).contains("NOT_SHIPPED");
        assertThat(stops(merchant.get("/return-withdrawals/" + all))).containsExactly("1 unit has not left the shop: stop the parcel.");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + all).body()).select("tr[data-item] .rtn-flag").eachText())
            .containsExactly("1 not shipped");
        assertThat(stops(merchant.get("/return-withdrawals/" + all + "/return")))
            .containsExactly("1 unit has not left the shop: stop the parcel.");
        Document second = made(merchant, all);
        assertThat(second.select("#rtn-accepted-unseen .rtn-stop").text()).contains("1 unit has not left the shop: stop the parcel");
        assertThat(second.select("#rtn-accepted-unseen [data-goods=came]").first().val()).isEqualTo("1");
        assertThat(second.select("#rtn-accepted-unseen [data-goods=kept]").val()).isEqualTo("1");
        assertThat(stops(merchant.get("/return-withdrawals/" + all))).as("with the return that was made of it")
            .containsExactly("1 unit has not left the shop: stop the parcel.");
    }

    /** By one word on one page. */
    @Test
    void unitsThatHaveNotLeftTheShopAreCountedByOneWordInFrench() {
        Words words = new Words("fr");

        assertThat(words.say("rtn.admin.withdrawal.line.unshipped", 1)).isEqualTo("1 non expédiée");
        assertThat(words.say("rtn.admin.withdrawal.line.unshipped", 2)).isEqualTo("2 non expédiées");
        assertThat(List.of(words.say("rtn.admin.withdrawal.stop", 1), words.say("rtn.unsent.stop", 1), words.say("rtn.unsent.never", 1)))
            .allMatch(said -> said.startsWith("1 unité "));
    }

    /** Of a fulfilment group that is cancelled nothing goes out, and a download is in no parcel. */
    @Test
    void noParcelIsToBeStoppedOfWhatIsNeverShipped() {
        String cancelled = TestShop.newOrder(JOHN, Map.of(1L, 2));
        String download = TestShop.newOrder(JOHN, Map.of(GUIDE, 1));
        String group = "update BLC_FULFILLMENT_GROUP set STATUS = ? where ORDER_ID = ?";
        ReturnTables.database().update(group, "CANCELLED", TestShop.orderId(cancelled));
        ReturnTables.database().update(group, "PROCESSING", TestShop.orderId(download));
        HttpVisitor merchant = HttpVisitor.merchant("admin");

        for (String order : List.of(cancelled, download)) {
            String number = state("John", order, JOHN);
            assertThat(flags(number)).doesNotContain("NOT_SHIPPED");
            Document page = Jsoup.parse(merchant.get("/return-withdrawals/" + number).body());
            assertThat(page.select(".rtn-stop, li[data-flag=NOT_SHIPPED]")).isEmpty();
            assertThat(page.select("tr[data-item] .rtn-flag").eachText())
                .isEqualTo(order.equals(cancelled) ? List.of("2 not shipped") : List.of());
            assertThat(stops(merchant.get("/return-withdrawals/" + number + "/return"))).isEmpty();
        }
    }

    /** Puts some units of an order's only line into a fulfilment group of their own; its number is none that the platform comes to. */
    private static void inGroupOfTheirOwn(Long order, int units, String status) {
        Long former = groupOf(order, "%");
        String own = Long.toString(9_000_000 + former);
        ReturnTables.copy("BLC_FULFILLMENT_GROUP", 1, "FULFILLMENT_GROUP_ID = " + former,
            Map.of("FULFILLMENT_GROUP_ID", own, "STATUS", "'" + status + "'"));
        ReturnTables.copy("BLC_FULFILLMENT_GROUP_ITEM", 1, "FULFILLMENT_GROUP_ID = " + former, Map.of("FULFILLMENT_GROUP_ID", own,
            "FULFILLMENT_GROUP_ITEM_ID", "9000000 + FULFILLMENT_GROUP_ITEM_ID", "QUANTITY", Integer.toString(units)));
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP_ITEM set QUANTITY = QUANTITY - ? where FULFILLMENT_GROUP_ID = ?",
            units, former);
    }

    private static List<String> stops(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select(".rtn-stop").eachText();
    }

    /** Makes a return of a statement as it is offered; the dialog in which it is decided. */
    private static Document made(HttpVisitor merchant, String number) {
        Map<String, String> offered = new HashMap<>();
        Document form = Jsoup.parse(merchant.get("/return-withdrawals/" + number + "/return").body());
        form.select("#rtn-withdrawal-return-form [name=key], input.rtn-units")
            .forEach(input -> offered.put(input.attr("name"), input.val()));
        offered.putAll(Map.of("reason", "CHANGED_MIND", "refundType", "ORIGINAL_PAYMENT"));
        assertThat(post(merchant, number, "return", offered).statusCode()).isEqualTo(302);
        String made = Jsoup.parse(merchant.get("/return-withdrawals/" + number).body()).select("#rtn-withdrawal-returns li[data-return]")
            .stream().filter(item -> item.select(".rtn-take").isEmpty()).findFirst().orElseThrow().attr("data-return");
        return Jsoup.parse(merchant.getInBackground("/returns/" + made + "/status").body());
    }

    /** The number of what is confirmed on the page that an answer is. */
    private String confirmed(HttpResponse<String> review) {
        return Jsoup.parse(confirm(Jsoup.parse(review.body())).body()).getElementById("rtn-withdrawal-number").text();
    }

    @Test
    void theHiddenFieldAndHasteMarkAndNothingElse() {
        Map<String, String> filledIn = new HashMap<>(typed("Zoe", unique, stranger, ""));
        filledIn.put("website", "https://spam.example");
        Document review = Jsoup.parse(post("/withdrawal", filledIn).body());
        Map<String, String> sent = new HashMap<>(Map.of("statement", carried(review)));
        review.select("#rtn-confirm-form [name=website]").forEach(field -> sent.put("website", field.val()));

        String number = Jsoup.parse(post("/withdrawal/confirm", sent).body()).getElementById("rtn-withdrawal-number").text();

        assertThat(sent).containsKey("website");
        assertThat(flags(number)).contains("AUTOMATIC");
        assertThat(acknowledgement(number)).isNotNull();
    }

    @Test
    void aMerchantFindsAStatementByBeginningsOfItsWords() throws Exception {
        String number = state("Zoé Lefèvre " + unique, "PL-" + unique, "post." + stranger);
        for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), number.substring(0, 7), unique, "pl-" + unique, "lefevre " + unique,
                "ZOE " + unique + " Lefè", "post." + stranger)) {
            assertThat(found(typed)).as(typed).contains(number);
        }
        assertThat(found(unique)).hasSize(1);
        for (String typed : List.of("marie " + unique, unique + " efevre", "%" + unique.substring(1), "%", "-")) {
            assertThat(found(typed)).as(typed).doesNotContain(number);
        }

        String order = TestShop.newOrder(JOHN, Map.of(1L, 1));
        assertThat(found(order)).doesNotContain(number);
        post(HttpVisitor.merchant("admin"), number, "link", Map.of("order", order));
        assertThat(found(order)).contains(number);
    }

    private static List<String> found(String typed) throws Exception {
        return listed("q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    @Test
    void anAddressThatCannotBeWrittenToLosesNoStatementAndTheMerchantSeesIt() {
        Document review = review("Zoe", unique, "no address " + unique);
        assertThat(review.selectFirst(".rtn-unwritable")).isNotNull();

        Document receipt = Jsoup.parse(confirm(review).body());
        assertThat(receipt.selectFirst("main").text()).contains("We may not be able to write to no address " + unique)
            .doesNotContain("We send");
        String number = receipt.getElementById("rtn-withdrawal-number").text();

        matched(number);
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals?view=UNTOLD").body()).select("tr[data-number=" + number + "]")).hasSize(1);
        assertThat(post(merchant, number, "send-again", Map.of("address", "not this one either")).statusCode()).isEqualTo(422);
        assertThat(post(merchant, number, "send-again", Map.of("address", stranger)).statusCode()).isEqualTo(302);
        assertThat(ReceivedMails.recipient(acknowledgement(number))).isEqualTo(stranger);
    }

    /** Beyond a few a day to an address of which nothing is known, acknowledgements wait for the merchant; statements do not. */
    @Test
    void whoeverFloodsAnAddressDoesNotHaveTheShopWriteToIt() {
        List<String> numbers = IntStream.range(0, 4).mapToObj(i -> {
            String number = state("Zoe", unique + i, stranger);
            matched(number);
            return number;
        }).toList();

        assertThat(numbers.stream().map(this::mailState).filter("HELD"::equals)).hasSize(1);
        String held = numbers.get(3);
        assertThat(mailState(held)).isEqualTo("HELD");
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        assertThat(post(merchant, held, "release", Map.of()).statusCode()).isEqualTo(302);
        assertThat(ReceivedMails.recipient(acknowledgement(held))).isEqualTo(stranger);
    }

    /** Of those who have the order's address, more is believed, but not anything. */
    @Test
    void whoHasAnOrderIsAcknowledgedFiveTimesADay() {
        TestShop.newCustomer(stranger, "Zoe", "Miller");
        String order = TestShop.newOrder(stranger, Map.of(1L, 6));
        List<String> numbers = IntStream.range(0, 6).mapToObj(i -> {
            String number = state("Zoe", order, stranger);
            assertThat(matched(number)).isEqualTo("ADDRESS");
            return number;
        }).toList();

        assertThat(numbers.subList(0, 5)).allSatisfy(number -> assertThat(mailState(number)).isNotEqualTo("HELD"));
        assertThat(mailState(numbers.get(5))).isEqualTo("HELD");

        // The page of one leads to the others, each of them a word of its own.
        assertThat(Jsoup.parse(HttpVisitor.merchant("admin").get("/return-withdrawals/" + numbers.get(5)).body())
            .select("p:has(> a.rtn-withdrawal-number)").text().split(" ")).containsAll(numbers.subList(0, 5));
        assertThat(count("select count(*) from RTN_WITHDRAWAL where ORDER_ID = ?", TestShop.orderId(order))).isEqualTo(6);
        ReturnTables.database().update("update RTN_WITHDRAWAL set ACKNOWLEDGED_UTC = '2026-06-19T00:00:00Z' where EMAIL = ?", stranger);
        String nextDay = state("Zoe", order, stranger);
        matched(nextDay);
        assertThat(mailState(nextDay)).isNotEqualTo("HELD");
    }

    /** Of the others about its order it looks at the first one, and the shop is not mailed of so many. */
    @Test
    void theThousandthStatementAboutAnOrderIsNoMoreWorkThanTheSecond() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));
        String number = state("Marie", order, MARIE);
        matched(number);
        String one = state("Marie", order, MARIE);
        assertThat(matched(one)).isEqualTo("ADDRESS");
        ReturnTables.copy("RTN_WITHDRAWAL", 1000, "WITHDRAWAL_NUMBER = '" + number + "'", Map.of("WITHDRAWAL_ID", "-x",
            "WITHDRAWAL_NUMBER", "concat('" + unique + "', x)", "PAGE_KEY", "concat('" + unique + "', x)"));
        await().until(() -> !ReceivedMails.toShop(one).isEmpty());
        ReturnTables.database().update("update RTN_WITHDRAWAL set MATCHED = null, ORDER_ID = null, MAIL_ID = null, FLAGS = ''"
            + " where WITHDRAWAL_NUMBER = ?", one);
        int mails = mailsAbout(one);
        Statistics statistics = TestShop.statistics();
        statistics.setStatisticsEnabled(true);
        try {
            long before = statementsLoaded(statistics);

            ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnWithdrawalWork"), "receive",
                row(one).get("WITHDRAWAL_ID"), true);

            assertThat(statementsLoaded(statistics) - before).isBetween(1L, 5L);
            assertThat(flags(one)).contains("SECOND");
            assertThat(mailsAbout(one)).as("the acknowledgement alone").isEqualTo(mails + 1);
        } finally {
            statistics.setStatisticsEnabled(false);
            ReturnTables.database().update("delete from RTN_WITHDRAWAL where WITHDRAWAL_ID < 0");
        }
    }

    /** What stands against a mail, such as a theme's template, keeps no merchant from the statement, and no shop from hearing of it. */
    @Test
    void whatCannotBeAcknowledgedIsComparedAndToldAllTheSameAndListedUntilItIsWritten() throws Exception {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));
        String number = state("Marie", order, MARIE);
        matched(number);
        await().until(() -> !ReceivedMails.toShop(number).isEmpty());
        ReturnTables.database().update("update RTN_WITHDRAWAL set MATCHED = null, ORDER_ID = null, MAIL_ID = null"
            + " where WITHDRAWAL_NUMBER = ?", number);
        int notices = ReturnTables.database().update("update RTN_MAIL set ABOUT = ? where ABOUT = ?", unique, number) - 1;
        Object mails = TestShop.get().siteContext().getBean("rtnWithdrawalMails");
        MailComposer composer = (MailComposer) ReflectionTestUtils.getField(mails, "composer");
        MailComposer broken = Mockito.spy(composer);
        Mockito.doThrow(new IllegalStateException("A broken template")).when(broken)
            .compose(Mockito.argThat(kind -> !kind.toShop()), Mockito.anyString(), Mockito.any(), Mockito.anyMap());
        ReflectionTestUtils.setField(mails, "composer", broken);
        String about = "select count(*) from RTN_MAIL where ABOUT = ?";
        try {
            assertThatIllegalStateException().isThrownBy(() -> received(number)).withMessage("A broken template");
            assertThat(row(number)).containsEntry("ORDER_ID", TestShop.orderId(order)).containsEntry("MAIL_ID", null)
                .doesNotContainEntry("MATCHED", null);
            assertThat(count(about, number)).as("the notices alone").isEqualTo(notices);
            assertThatIllegalStateException().isThrownBy(() -> received(number));
            assertThat(count(about, number)).as("once").isEqualTo(notices);
            assertThat(unacknowledged()).as("it may still come").doesNotContain(number);
            ReturnTables.database().update("update RTN_WITHDRAWAL set RECORDED_UTC = '2026-06-19T00:00:00Z' where WITHDRAWAL_NUMBER = ?",
                number);
            assertThat(unacknowledged()).contains(number);
            assertThat(Jsoup.parse(HttpVisitor.merchant("csr").get("/return-withdrawals/" + number).body()).select(".rtn-unwritten").text())
                .startsWith("It has not been written yet");
        } finally {
            ReflectionTestUtils.setField(mails, "composer", composer);
        }
        received(number);
        received(number);

        assertThat(mailState(number)).isNotEqualTo("HELD");
        assertThat(count(about, number)).isEqualTo(notices + 1);
        assertThat(unacknowledged()).doesNotContain(number);
    }

    private static void received(String number) {
        ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnWithdrawalWork"), "receive",
            row(number).get("WITHDRAWAL_ID"), true);
    }

    private static long statementsLoaded(Statistics statistics) {
        return statistics.getEntityStatistics("org.broadleafreturns.core.withdrawal.WithdrawalStatement").getLoadCount();
    }

    private static int mailsAbout(String number) {
        return ReturnTables.count("RTN_MAIL where SUBJECT like '%" + number + "%'");
    }

    /** Whoever floods the page with addresses has the shop write to fifty of them an hour. */
    @Test
    void aNetworkIsAcknowledgedFiftyTimesAnHourButWhoHasAnOrderAllTheSame() {
        TestShop.newCustomer(stranger, "Zoe", "Miller");
        String order = TestShop.newOrder(stranger, Map.of(1L, 1));
        List<String> numbers = IntStream.range(0, 50).mapToObj(i -> stateFrom("203.0.113." + unique, unique, i + stranger)).toList();
        numbers.forEach(this::matched);

        String beyond = stateFrom("203.0.113." + unique, unique, "beyond-" + stranger);
        String elsewhere = stateFrom("198.51.100." + unique, unique, "elsewhere-" + stranger);
        String withOrder = stateFrom("203.0.113." + unique, order, stranger);
        List.of(beyond, elsewhere, withOrder).forEach(this::matched);

        assertThat(numbers).allSatisfy(number -> assertThat(mailState(number)).isNotEqualTo("HELD"));
        assertThat(mailState(beyond)).isEqualTo("HELD");
        assertThat(mailState(elsewhere)).isNotEqualTo("HELD");
        assertThat(mailState(withOrder)).isNotEqualTo("HELD");
    }

    private static String stateFrom(String network, String order, String email) {
        return bean(Withdrawals.class).state(new StateWithdrawal(WithdrawalContent.typed("Zoe", order, email, "", Locale.ENGLISH),
            UUID.randomUUID().toString(), false, network)).number();
    }

    /** A server that knows nothing of its proxies would count all shoppers as one. */
    @Test
    void networksAreCountedOnlyIfTheShopSaysSo() {
        String uncounted = state("Zoe", unique, stranger);
        Object controller = ModuleAddress.contexts(TestShop.get().siteContext()).stream()
            .filter(context -> context.containsLocalBean("rtnWithdrawalController")).findFirst().orElseThrow()
            .getBean("rtnWithdrawalController");
        ReflectionTestUtils.setField(controller, "countsNetworks", true);
        try {
            String counted = state("Zoe", unique + "2", stranger);

            assertThat(row(uncounted).get("NETWORK_KEY")).isNull();
            assertThat((String) row(counted).get("NETWORK_KEY")).hasSize(64);
        } finally {
            ReflectionTestUtils.setField(controller, "countsNetworks", false);
        }
    }

    @Test
    void theSamePageConfirmedByManyAtOnceIsOneStatement() throws Exception {
        String carried = carried(review("Zoe", unique, stranger));

        List<String> numbers = AtOnce.run(IntStream.range(0, 8).<Callable<String>>mapToObj(i -> () ->
            Jsoup.parse(HttpVisitor.onSite().post("/withdrawal/confirm", Map.of("statement", carried)).body())
                .getElementById("rtn-withdrawal-number").text()).toList());

        assertThat(numbers).hasSize(8).containsOnly(numbers.get(0));
        assertThat(count("select count(*) from RTN_WITHDRAWAL where EMAIL = ?", stranger)).isOne();
    }

    /** The statement is there before any mail; a merchant sees what became of that, and sends it again. */
    @Test
    void aMailServerThatRefusesLosesNoStatementAndTheAcknowledgementIsSentAgain() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(ScriptedMailServer.Manner.REFUSE_FOR_GOOD)) {
            MailServerIntegrationTests.withServer(server, () -> {
                Document receipt = Jsoup.parse(confirm(review("Zoe", unique, stranger)).body());
                String number = receipt.getElementById("rtn-withdrawal-number").text();
                assertThat(receipt.selectFirst("main h1").text()).isEqualTo("We have received your withdrawal");
                matched(number);
                await().until(() -> mailState(number), "FAILED"::equals);
                Object stated = row(number).get("STATED_AT");
                HttpVisitor merchant = HttpVisitor.merchant("csr");
                String failed = "tr[data-number=" + number + "]";
                assertThat(Jsoup.parse(merchant.get("/return-withdrawals?view=UNTOLD").body()).select(failed)).hasSize(1);
                Document page = Jsoup.parse(merchant.get("/return-withdrawals/" + number).body());
                assertThat(page.select(".rtn-mail-FAILED")).hasSize(1);
                assertThat(page.select(".rtn-mail-error").text()).isNotEmpty();

                server.behave(ScriptedMailServer.Manner.ACCEPT);
                assertThat(post(merchant, number, "send-again", Map.of("address", stranger)).statusCode()).isEqualTo(302);
                await().until(() -> mailState(number), "SENT"::equals);

                assertThat(server.taken()).filteredOn(mail -> mail.recipient().equals(stranger)).hasSize(1);
                assertThat(Jsoup.parse(merchant.get("/return-withdrawals?view=UNTOLD").body()).select(failed)).isEmpty();
                assertThat(row(number).get("STATED_AT")).isEqualTo(stated);
            });
        }
    }

    @Test
    void whileThereIsNoMailServerStatementsAreReceivedAndAcknowledgedOnceThereIs() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(ScriptedMailServer.Manner.NO_GREETING)) {
            MailServerIntegrationTests.withServer(server, () -> {
                String number = state("Zoe", unique, stranger);
                matched(number);
                server.awaitReached();
                await().until(() -> count("select count(*) from RTN_MAIL M, RTN_WITHDRAWAL W where M.MAIL_ID = W.MAIL_ID"
                    + " and M.STATE = 'QUEUED' and M.ATTEMPTS > 0 and W.WITHDRAWAL_NUMBER = ?", number) == 1);
                assertThat(Jsoup.parse(HttpVisitor.merchant("csr").get("/return-withdrawals/" + number).body())
                    .select(".rtn-mail-QUEUED ~ .rtn-mail-error").text()).isNotEmpty();
                assertThat(unacknowledged()).contains(number);
                HttpVisitor merchant = HttpVisitor.merchant("csr");
                int mails = mailsAbout(number);
                assertThat(post(merchant, number, "send-again", Map.of("address", stranger)).statusCode()).isEqualTo(302);
                assertThat(post(merchant, number, "send-again", Map.of("address", stranger.toUpperCase())).statusCode()).isEqualTo(302);
                assertThat(mailsAbout(number)).as("what is on its way to that address goes out once").isEqualTo(mails);

                server.behave(ScriptedMailServer.Manner.ACCEPT);

                await().until(() -> mailState(number), "SENT"::equals);
                assertThat(server.taken()).filteredOn(mail -> mail.recipient().equals(stranger)).hasSize(1);
                assertThat(unacknowledged()).doesNotContain(number);
            });
        }
    }

    private static List<String> unacknowledged() throws Exception {
        return listed("view=UNTOLD");
    }

    private static List<String> listed(String query) throws Exception {
        return Jsoup.parse(HttpVisitor.merchant("csr").get("/return-withdrawals?" + query).body()).select("tr[data-number]")
            .eachAttr("data-number");
    }

    /** Article 11a (5); regulation 1182/71, article 3 (4): the second of the statement is what counts, where the shop is. */
    @ParameterizedTest
    @CsvSource({
        "FR, 2026-06-01, 2026-06-15T23:59:59+02:00[Europe/Paris], false", "FR, 2026-06-01, 2026-06-16T00:00:00+02:00[Europe/Paris], true",
        // It would end on a Saturday.
        "FR, 2026-06-06, 2026-06-22T23:59:59+02:00[Europe/Paris], false", "FR, 2026-06-06, 2026-06-23T00:00:00+02:00[Europe/Paris], true",
        // A holiday in France.
        "FR, 2026-06-30, 2026-07-15T23:59:59+02:00[Europe/Paris], false", "DE, 2026-06-30, 2026-07-15T00:00:00+02:00[Europe/Berlin], true",
        // A holiday before a weekend in Germany.
        "DE, 2025-09-19, 2025-10-06T23:59:59+02:00[Europe/Berlin], false", "FR, 2025-09-19, 2025-10-04T00:00:00+02:00[Europe/Paris], true",
        // Another one in Sweden.
        "SE, 2025-05-23, 2025-06-09T23:59:59+02:00[Europe/Paris], false", "SE, 2025-05-23, 2025-06-10T00:00:00+02:00[Europe/Paris], true"})
    void theLastSecondOfTheLastDayIsInTime(String holidays, LocalDate delivered, String statedAt, boolean late) {
        // The demo's John lives in Great Britain, where none of these days is a holiday.
        int age = (int) ChronoUnit.DAYS.between(delivered, LocalDate.now(ZoneId.of("UTC")));
        String order = TestShop.newOrder(JOHN, age + 3, Map.of(1L, 1));
        for (GroupContent group : bean(DeliveryService.class).contents(TestShop.orderId(order))) {
            assertThat(bean(DeliveryService.class).record(group.groupId(), delivered, -1L, "Alex Admin")).isEmpty();
        }
        String number = state("John", order, JOHN);
        matched(number);
        ReturnTables.database().update("update RTN_WITHDRAWAL set STATED_AT = ?, MATCHED = null, FLAGS = '' where WITHDRAWAL_NUMBER = ?",
            statedAt, number);

        with(Map.of("withdrawalHolidays", holidays), () -> {
            ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnWithdrawalWork"), "receive",
                row(number).get("WITHDRAWAL_ID"), true);
            return null;
        });

        assertThat(flags(number).contains("LATE")).isEqualTo(late);
    }

    @Test
    void whoeverIsLoggedInPicksAndIsNotAskedWhatIsKnown() {
        String order = TestShop.newOrder(JOHN, Map.of(1L, 3, 5L, 1));
        HttpVisitor shopper = HttpVisitor.shopper(JOHN);
        Document form = Jsoup.parse(shopper.get("/withdrawal?order=" + order).body());
        assertThat(form.select(".rtn-order-choice[aria-current]").text()).contains(order);
        assertThat(form.select("#rtn-withdrawal-form input[type=text]:not([name=website])")).isEmpty();
        assertThat(form.select("#rtn-withdrawal-form input[type=email]")).isEmpty();
        List<String> quantities = form.select("input[name^=quantity]").eachAttr("name");
        assertThat(form.select("input[name^=take][checked]")).hasSize(2);

        Map<String, String> picked = new HashMap<>(Map.of("picked", order, quantities.get(0), "2", quantities.get(1), "1"));
        picked.put(quantities.get(0).replace("quantity", "take"), "true");
        Document review = Jsoup.parse(shopper.post("/withdrawal", picked).body());
        assertThat(review.selectFirst(".rtn-statement").text()).contains("John Miller", JOHN, order, "2 × Boston fern");
        String number = Jsoup.parse(confirm(review).body()).getElementById("rtn-withdrawal-number").text();

        assertThat(matched(number)).isEqualTo("SESSION");
        assertThat(count("select sum(UNITS) from RTN_WITHDRAWAL_LINE L, RTN_WITHDRAWAL W where W.WITHDRAWAL_ID = L.WITHDRAWAL_ID"
            + " and W.WITHDRAWAL_NUMBER = ?", number)).isEqualTo(2);
        assertThat(Jsoup.parse(HttpVisitor.merchant("admin").get("/return-withdrawals/" + number).body()).select("tr[data-item]"))
            .hasSize(1);
    }

    @Test
    void whatIsPickedOfNothingOrOfTooManyIsAskedForAgain() {
        HttpVisitor shopper = HttpVisitor.shopper(JOHN);

        assertThat(shopper.post("/withdrawal", Map.of("picked", "PL-2002")).body()).contains("Pick at least one article.");
        String quantity = Jsoup.parse(shopper.get("/withdrawal?order=PL-2002").body()).selectFirst("input[name^=quantity]").attr("name");
        HttpResponse<String> many = shopper.post("/withdrawal", Map.of("picked", "PL-2002", quantity, "99",
            quantity.replace("quantity", "take"), "true"));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(many.body()).select("[aria-invalid=true]").val()).isEqualTo("99");
    }

    /** What is missing is asked for where it was missing: of the articles that were picked none is lost. */
    @Test
    void whoeverHasNoNameInTheirAccountIsAskedForItBesideWhatTheyPicked() {
        TestShop.newCustomer(stranger, "", "");
        String order = TestShop.newOrder(stranger, Map.of(1L, 3, 5L, 1));
        HttpVisitor shopper = HttpVisitor.shopper(stranger);
        Map<String, String> picked = picked(shopper, order, 1);
        picked.put("name", "");

        HttpResponse<String> answer = shopper.post("/withdrawal", picked);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(answer.body());
        assertThat(again.select("[aria-invalid=true]").eachAttr("name")).containsExactly("name");
        assertThat(again.getElementById("rtn-name-fault")).isNotNull();
        assertThat(sentBy(again)).isEqualTo(picked);
        picked.put("name", "Zoe Miller");
        Document review = Jsoup.parse(shopper.post("/withdrawal", picked).body());
        assertThat(review.select(".rtn-withdrawn").eachText()).hasSize(1).first().asString().contains("1 × ");
        assertThat(review.selectFirst(".rtn-statement").text()).contains("Zoe Miller");
        assertThat(sentBy(Jsoup.parse(shopper.post("/withdrawal/change", Map.of("statement", carried(review))).body()))).isEqualTo(picked);
    }

    @Test
    void whatWasPickedIsPickedStillWhenItIsToBeChangedAndInWordsOnceTheSessionHasEnded() {
        String order = TestShop.newOrder(JOHN, Map.of(1L, 3, 5L, 1));
        HttpVisitor shopper = HttpVisitor.shopper(JOHN);
        Map<String, String> picked = picked(shopper, order, 2);
        Document review = Jsoup.parse(shopper.post("/withdrawal", picked).body());
        String article = review.select(".rtn-withdrawn").text();
        assertThat(article).startsWith("2 × ");

        Document change = Jsoup.parse(shopper.post("/withdrawal/change", Map.of("statement", carried(review))).body());
        assertThat(sentBy(change)).isEqualTo(picked);
        assertThat(change.select(".rtn-order-choice[aria-current]").text()).contains(order);
        assertThat(change.selectFirst(".rtn-lead").text()).doesNotContain("All its articles are picked");
        List.of(guest, HttpVisitor.shopper(MARIE)).forEach(other -> {
            Document typed = Jsoup.parse(other.post("/withdrawal/change", Map.of("statement", carried(review))).body());
            assertThat(typed.getElementById("rtn-name").val()).isEqualTo("John Miller");
            assertThat(typed.getElementById("rtn-email").val()).isEqualTo(JOHN);
            assertThat(typed.getElementById("rtn-order").val()).isEqualTo(order);
            assertThat(typed.getElementById("rtn-articles").text()).isEqualTo(article);
        });
    }

    @Test
    void whoeverTicksNothingIsAskedOnceMoreAlsoIfTheSessionHasEnded() {
        Map<String, String> nothing = picked(HttpVisitor.shopper(JOHN), "PL-2002", 1);
        nothing.keySet().removeIf(input -> input.startsWith("take"));

        HttpResponse<String> answer = post("/withdrawal", nothing);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("[aria-invalid=true]").eachAttr("name")).containsExactly("articles");
        assertThat(form.getElementById("rtn-articles-fault").text()).contains("No article was picked");
        assertThat(form.getElementById("rtn-order").val()).isEqualTo("PL-2002");
    }

    /** As many articles as servers read inputs for; of more, none would be lost, since they are typed. */
    @Test
    void allButOneOfALargeOrderIsPickedConfirmedAndRecorded() {
        TestShop.newCustomer(stranger, "Zoe", "Miller");
        String order = TestShop.newOrder(stranger, Map.of(1L, 2));
        addArticles(order, 489);
        HttpVisitor shopper = HttpVisitor.shopper(stranger);
        Map<String, String> inputs = sentBy(Jsoup.parse(shopper.get("/withdrawal?order=" + order).body()));
        assertThat(inputs).hasSizeBetween(2 * 490, 2 * 490 + 5);
        inputs.remove(inputs.keySet().stream().filter(input -> input.startsWith("take")).findFirst().orElseThrow());

        Document review = Jsoup.parse(shopper.post("/withdrawal", inputs).body());
        assertThat(review.select(".rtn-withdrawn")).hasSize(489);
        String number = Jsoup.parse(confirm(review).body()).getElementById("rtn-withdrawal-number").text();

        assertThat(count("select count(*) from RTN_WITHDRAWAL_LINE L, RTN_WITHDRAWAL W where W.WITHDRAWAL_ID = L.WITHDRAWAL_ID"
            + " and W.WITHDRAWAL_NUMBER = ?", number)).isEqualTo(489);
        addArticles(order, 1);
        Document tooMany = Jsoup.parse(shopper.get("/withdrawal?order=" + order).body());
        assertThat(sentBy(tooMany)).containsEntry("articles", "").containsEntry("picked", order);
        Map<String, String> described = sentBy(tooMany);
        described.put("articles", "all but the first fern");
        Document inWords = Jsoup.parse(shopper.post("/withdrawal", described).body());
        assertThat(inWords.select(".rtn-withdrawn").eachText()).containsExactly("all but the first fern");
        Document change = Jsoup.parse(shopper.post("/withdrawal/change", Map.of("statement", carried(inWords))).body());
        assertThat(sentBy(change)).isEqualTo(described);
        assertThat(matched(Jsoup.parse(confirm(inWords).body()).getElementById("rtn-withdrawal-number").text())).isEqualTo("SESSION");
    }

    /** The form as it is offered is taken, and what never comes holds no period open. */
    @Test
    void anArticleThatWasRemovedFromTheOrderIsNotOfferedAndNotWaitedFor() {
        String order = TestShop.newOrder(JOHN, 40, Map.of(1L, 2, 5L, 1));
        Long id = TestShop.orderId(order);
        ReturnTables.database().update("update BLC_ORDER_ITEM set QUANTITY = 0 where ORDER_ID = ? and NAME like 'Terracotta%'", id);
        ownGroup(id, "Terracotta%");
        bean(DeliveryService.class).record(groupOf(id, "Boston%"), LocalDate.now(ZoneId.of("UTC")).minusDays(30), -1L, "Alex Admin");
        HttpVisitor shopper = HttpVisitor.shopper(JOHN);

        Document form = Jsoup.parse(shopper.get("/withdrawal?order=" + order).body());
        assertThat(form.select("input[name^=quantity]").eachAttr("value")).containsExactly("2");
        HttpResponse<String> answer = shopper.post("/withdrawal", sentBy(form));

        assertThat(answer.statusCode()).isEqualTo(200);
        String number = confirmed(answer);
        assertThat(flags(number)).contains("LATE");
        Document page = Jsoup.parse(HttpVisitor.merchant("admin").get("/return-withdrawals/" + number).body());
        assertThat(page.select("tr[data-item]")).hasSize(1);
        assertThat(page.select("tr[data-item]").text()).doesNotContain("open: delivery not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void anOrderWithoutArticlesIsSaidToHaveNoneAndNotTooMany(String language) {
        String order = TestShop.newOrder(JOHN, Map.of(1L, 2));
        ReturnTables.database().update("update BLC_ORDER_ITEM set QUANTITY = 0 where ORDER_ID = ?", TestShop.orderId(order));
        Words words = new Words(language);

        Document form = Jsoup.parse(HttpVisitor.shopper(JOHN).get("/withdrawal?order=" + order + "&blLocaleCode=" + language).body());

        assertThat(form.select(".rtn-lead").text()).isEqualTo(words.get("rtn.site.withdrawal.lead.none").replace('\u00a0', ' '));
        assertThat(form.select(".rtn-order-choice[aria-current]").text()).endsWith(words.say("rtn.site.withdrawal.orders.units", 0))
            .doesNotContain("1 article");
    }

    /** Puts what an order has of an article into a fulfilment group of its own, whose number is none that the platform comes to. */
    private static void ownGroup(Long order, String article) {
        Long former = groupOf(order, article);
        long own = 9_000_000 + former;
        ReturnTables.copy("BLC_FULFILLMENT_GROUP", 1, "FULFILLMENT_GROUP_ID = " + former,
            Map.of("FULFILLMENT_GROUP_ID", Long.toString(own)));
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP_ITEM set FULFILLMENT_GROUP_ID = ? where ORDER_ITEM_ID in"
            + " (select ORDER_ITEM_ID from BLC_ORDER_ITEM where ORDER_ID = ? and NAME like ?)", own, order, article);
    }

    private static Long groupOf(Long order, String article) {
        return ReturnTables.database().queryForObject("select max(F.FULFILLMENT_GROUP_ID) from BLC_FULFILLMENT_GROUP_ITEM F,"
            + " BLC_ORDER_ITEM I where I.ORDER_ITEM_ID = F.ORDER_ITEM_ID and I.ORDER_ID = ? and I.NAME like ?", Long.class, order, article);
    }

    /** More of what an order has already; their numbers are none that the platform comes to. */
    private static void addArticles(String order, int more) {
        long item = ReturnTables.database().queryForObject("select min(I.ORDER_ITEM_ID) from BLC_ORDER_ITEM I, BLC_ORDER O"
            + " where O.ORDER_ID = I.ORDER_ID and O.ORDER_NUMBER = ?", Long.class, order);
        long first = ReturnTables.database().queryForObject("select max(ORDER_ITEM_ID) from BLC_ORDER_ITEM", Long.class) + 1_000_000;
        for (String table : List.of("BLC_ORDER_ITEM", "BLC_DISCRETE_ORDER_ITEM")) {
            Map<String, Object> row = ReturnTables.database().queryForMap("select * from " + table + " where ORDER_ITEM_ID = ?", item);
            List<String> columns = List.copyOf(row.keySet());
            ReturnTables.database().batchUpdate("insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")", LongStream.range(0, more).mapToObj(i ->
                columns.stream().map(column -> column.equalsIgnoreCase("ORDER_ITEM_ID") ? first + i : row.get(column)).toArray()).toList());
        }
    }

    /** What somebody sends who picks so many units of an order's first article, and keeps all others. */
    private static Map<String, String> picked(HttpVisitor shopper, String order, int units) {
        Map<String, String> inputs = sentBy(Jsoup.parse(shopper.get("/withdrawal?order=" + order).body()));
        List<String> ticks = inputs.keySet().stream().filter(input -> input.startsWith("take")).toList();
        inputs.keySet().removeAll(ticks.subList(1, ticks.size()));
        inputs.put(ticks.get(0).replace("take", "quantity"), Integer.toString(units));
        return inputs;
    }

    /** What a browser sends of the form as it is. */
    private static Map<String, String> sentBy(Document page) {
        Map<String, String> sent = new LinkedHashMap<>();
        ((FormElement) page.getElementById("rtn-withdrawal-form")).formData().forEach(input -> sent.put(input.key(), input.value()));
        return sent;
    }

    /** Nobody picks from other people's orders, and whoever's session has ended withdraws all the same. */
    @Test
    void anOrderThatIsNotTheShoppersIsTyped() {
        HttpVisitor john = HttpVisitor.shopper(JOHN);
        assertThat(Jsoup.parse(john.get("/withdrawal?order=PL-1003").body()).getElementById("rtn-order").val()).isEqualTo("PL-1003");
        assertThat(john.get("/withdrawal?order=PL-1003").body()).doesNotContain("String of pearls");

        Map<String, String> ended = picked(HttpVisitor.shopper(JOHN), "PL-2002", 2);
        Document review = Jsoup.parse(post("/withdrawal", ended).body());
        assertThat(review.selectFirst(".rtn-statement").text()).contains("PL-2002", "John Miller", JOHN);
        assertThat(review.select(".rtn-withdrawn").eachText()).hasSize(1).first().asString()
            .matches("2 × (Terracotta pot|String of pearls)");
    }

    @Test
    void hostileTextIsTextEverywhere() throws Exception {
        Document review = review(HOSTILE, unique + HOSTILE, stranger);
        assertThat(review.select(".hostile")).isEmpty();
        assertThat(review.selectFirst(".rtn-statement").text()).contains("<i class=\"hostile\">", "${7*7}");
        Document receipt = Jsoup.parse(confirm(review).body());
        assertThat(receipt.select(".hostile")).isEmpty();
        String hostileLink = "/withdrawal?order=" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(guest.get(hostileLink).body()).select(".hostile")).isEmpty();
        String number = receipt.getElementById("rtn-withdrawal-number").text();

        MimeMessage mail = acknowledgement(number);
        assertThat(Jsoup.parse(MailIntegrationTests.part(mail, "text/html").getContent().toString()).select(".hostile")).isEmpty();
        assertThat(ReceivedMails.text(mail)).contains("<i class=\"hostile\">", "${7*7}");
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals").body()).select(".hostile")).isEmpty();
        Document page = Jsoup.parse(merchant.get("/return-withdrawals/" + number).body());
        assertThat(page.select(".hostile")).isEmpty();
        assertThat(page.text()).contains("<i class=\"hostile\">");
    }

    @Test
    void aMerchantLinksAStatementToItsOrderAndIsDoneWithIt() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));
        String number = state("Marie", order, stranger);
        matched(number);
        HttpVisitor merchant = HttpVisitor.merchant("csr");
        String counted = newOnes(merchant);

        assertThat(post(merchant, number, "link", Map.of("order", "no such order")).statusCode()).isEqualTo(422);
        assertThat(post(merchant, number, "link", Map.of("order", order)).statusCode()).isEqualTo(302);
        assertThat(post(merchant, number, "done", Map.of()).statusCode()).isEqualTo(302);

        Document page = Jsoup.parse(merchant.get("/return-withdrawals/" + number).body());
        assertThat(page.select(".rtn-match").attr("data-match")).isEqualTo("MERCHANT");
        assertThat(page.select(".rtn-match").text()).contains(order, "Chris Service");
        assertThat(page.select(".rtn-handled").text()).contains("Chris Service");
        assertThat(Integer.parseInt(newOnes(merchant))).isEqualTo(Integer.parseInt(counted) - 1);
    }

    /** A number with a slip finds no order, so that the second statement is the first one of its order until a merchant knows better. */
    @Test
    void whatIsLinkedToAnOrderComesBeforeTheLaterStatementsAboutItUntilItIsLinkedToAnother() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));
        String first = state("Marie", "number " + order, MARIE);
        String second = state("Marie", order, MARIE);
        String third = state("Marie", order, MARIE);
        assertThat(matched(first)).isEqualTo("NONE");
        assertThat(flags(second)).doesNotContain("SECOND");
        assertThat(flags(third)).contains("SECOND");
        HttpVisitor merchant = HttpVisitor.merchant("csr");

        post(merchant, first, "link", Map.of("order", order));

        assertThat(flags(first)).doesNotContain("SECOND");
        assertThat(flags(second)).contains("SECOND");
        assertThat(flags(third)).contains("SECOND");

        post(merchant, first, "link", Map.of("order", TestShop.newOrder(MARIE, Map.of(1L, 1))));

        assertThat(flags(first)).doesNotContain("SECOND");
        assertThat(flags(second)).doesNotContain("SECOND");
        assertThat(flags(third)).contains("SECOND");
    }

    /** The platform deletes what it cancels. */
    @Test
    void aStatementWhoseOrderIsGoneSaysSoAndLeadsNowhere() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));
        Long id = TestShop.orderId(order);
        String typed = state("Marie", order, MARIE);
        String linked = state("Marie", "order of 3 May", MARIE);
        matched(typed);
        matched(linked);
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        post(merchant, linked, "link", Map.of("order", order));
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + linked).body()).select("#rtn-make, a[href$='/order/" + id + "']"))
            .hasSize(2);

        TestShop.inTransaction(() -> {
            OrderService orders = TestShop.get().siteContext().getBean("blOrderService", OrderService.class);
            orders.cancelOrder(orders.findOrderById(id));
            return null;
        });

        for (String number : List.of(typed, linked)) {
            Document page = Jsoup.parse(merchant.get("/return-withdrawals/" + number).body());
            assertThat(page.select(".rtn-gone").text()).contains("no longer there");
            assertThat(page.select("#rtn-make, #rtn-withdrawal-returns, a[href$='/order/" + id + "']")).isEmpty();
            assertThat(merchant.get("/return-withdrawals/" + number + "/return").headers().firstValue("Location").orElse(""))
                .endsWith(number);
        }
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + typed).body()).select(".rtn-match").text())
            .isEqualTo("Order number and address are those of order " + order + ".");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + linked).body()).select(".rtn-match").text())
            .isEqualTo("Linked to an order by Alex Admin.");
        String other = TestShop.newOrder(MARIE, Map.of(1L, 1));
        assertThat(post(merchant, linked, "link", Map.of("order", other)).statusCode()).isEqualTo(302);
        assertThat(row(linked).get("ORDER_ID")).isEqualTo(TestShop.orderId(other));
    }

    /** As the background work does: of two who come to an order at once the one sees what the other has done. */
    @Test
    void whoLinksAStatementWaitsForWhoeverIsAtTheOrder() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));
        String number = state("Marie", unique, MARIE);
        matched(number);
        HttpVisitor merchant = HttpVisitor.merchant("csr");

        CompletableFuture<HttpResponse<String>> linked = TestShop.inTransaction(() -> {
            bean(ShopOrders.class).lock(TestShop.orderId(order));
            CompletableFuture<HttpResponse<String>> asked =
                CompletableFuture.supplyAsync(() -> post(merchant, number, "link", Map.of("order", order)));
            await().until(() -> ReturnTables.count("INFORMATION_SCHEMA.SESSIONS where BLOCKER_ID is not null") > 0);
            return asked;
        });

        assertThat(linked.join().statusCode()).isEqualTo(302);
        assertThat(row(number).get("ORDER_ID")).isEqualTo(TestShop.orderId(order));
    }

    /** Whoever was before the background work would keep it from acknowledging. */
    @Test
    void whatIsNotComparedYetIsNotLinked() {
        String number = state("Marie", unique, MARIE);
        matched(number);
        ReturnTables.database().update("update RTN_WITHDRAWAL set MATCHED = null where WITHDRAWAL_NUMBER = ?", number);

        HttpResponse<String> answer = post(HttpVisitor.merchant("csr"), number, "link", Map.of("order", "PL-1003"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select(".rtn-match").text()).contains("is being compared");
        assertThat(row(number).get("MATCHED")).isNull();
    }

    /** As after three failures; and a shop's own calendar can fail for good. */
    @Test
    void whatCouldNotBeComparedSaysSoAndIsLinkedByHandEvenWhereTheCountFails() {
        String order = TestShop.newOrder(MARIE, 40, Map.of(GUIDE, 1));
        String number = state("Marie", order, MARIE);
        matched(number);
        ReturnTables.database().update("update RTN_WITHDRAWAL set MATCHED = null, ORDER_ID = null, FLAGS = '' where WITHDRAWAL_NUMBER = ?",
            number);
        ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnWithdrawalWork"), "receive",
            row(number).get("WITHDRAWAL_ID"), false);
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        String page = "/return-withdrawals/" + number;

        assertThat(Jsoup.parse(merchant.get(page).body()).select(".rtn-match").text())
            .isEqualTo("It could not be compared with the orders: see the log, or link it by hand.");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals?q=" + number).body()).select("tr[data-number] .rtn-flag").eachText())
            .containsExactly("Not compared");
        Object period = ReflectionTestUtils.getField(TestShop.get().adminContext().getBean("rtnWithdrawalAssessment"), "period");
        Object holidays = ReflectionTestUtils.getField(period, "holidays");
        ReflectionTestUtils.setField(period, "holidays", (Holidays) (day, place) -> {
            throw new IllegalStateException("No calendar for " + place);
        });
        try {
            assertThat(post(merchant, number, "link", Map.of("order", order)).statusCode()).isEqualTo(302);
            Document linked = Jsoup.parse(merchant.get(page).body());
            assertThat(linked.select(".rtn-match").text()).isEqualTo("Linked to order " + order + " by Alex Admin.");
            assertThat(linked.select(".rtn-flags li").eachAttr("data-flag")).containsExactly("UNCOMPARED");
            assertThat(linked.select("tr[data-item]")).isEmpty();
            assertThat(post(merchant, number, "done", Map.of()).statusCode()).isEqualTo(302);
            assertThat(row(number)).containsEntry("ORDER_ID", TestShop.orderId(order)).containsEntry("HANDLED_BY", "Alex Admin")
                .containsEntry("FLAGS", "UNCOMPARED");
        } finally {
            ReflectionTestUtils.setField(period, "holidays", holidays);
        }
        Document counted = Jsoup.parse(merchant.get(page).body());
        assertThat(counted.select(".rtn-flags li").eachAttr("data-flag")).containsExactly("LATE");
        assertThat(counted.select("tr[data-item]")).hasSize(1);
    }

    /** Two merchants, or one who presses twice. */
    @Test
    void whoIsTooLateWithAStepReadsThatSomebodyElseHasChangedTheStatement() {
        String number = state("Zoe", unique, stranger);
        matched(number);
        WithdrawalDesk desk = TestShop.get().adminContext().getBean(WithdrawalDesk.class);
        Object clock = ReflectionTestUtils.getField(desk, "clock");
        Clock late = Mockito.mock(Clock.class);
        Mockito.when(late.instant()).thenThrow(new OptimisticLockingFailureException("Changed"));
        ReflectionTestUtils.setField(desk, "clock", late);
        try {
            HttpResponse<String> answer = post(HttpVisitor.merchant("admin"), number, "done", Map.of());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(Jsoup.parse(answer.body()).select(".rtn-withdrawal [role=alert]").text())
                .startsWith("Somebody else has changed this statement meanwhile.");
        } finally {
            ReflectionTestUtils.setField(desk, "clock", clock);
        }
    }

    private static String newOnes(HttpVisitor merchant) {
        return Jsoup.parse(merchant.get("/returns").body()).select(".rtn-view-beside .rtn-view-count").text();
    }

    @Test
    void aMerchantRecordsWhatCameByLetterOnce() {
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));
        Document form = Jsoup.parse(merchant.get("/return-withdrawals/enter").body());
        Map<String, String> typed = new HashMap<>(Map.of("csrfToken", merchant.token("/return-withdrawals/enter"), "key",
            form.select("[name=key]").val(), "channel", "LETTER", "day", "2026-02-03", "name", "Marie " + unique, "order", order,
            "email", MARIE, "language", "fr"));

        HttpResponse<String> first = merchant.post("/return-withdrawals/enter", typed);
        HttpResponse<String> second = merchant.post("/return-withdrawals/enter", typed);

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        String number = first.headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", "");
        assertThat(row(number)).containsEntry("CHANNEL", "LETTER").containsEntry("STATED_AT", "2026-02-03")
            .containsEntry("ENTERED_BY", "Alex Admin");
        assertThat(matched(number)).isEqualTo("ADDRESS");
        LocalDate today = LocalDate.now(ZoneId.of("UTC"));
        assertThat(ReceivedMails.text(acknowledgement(number))).containsPattern("Faite le\\h: 3 février 2026")
            .containsPattern("Reçue le\\h: " + today.getDayOfMonth() + "(er)? \\S+ " + today.getYear());
        typed.putAll(Map.of("day", "2999-01-01", "name", "", "channel", "ONLINE"));
        Document refused = Jsoup.parse(merchant.post("/return-withdrawals/enter", typed).body());
        assertThat(refused.select(".rtn-error")).hasSize(3);
    }

    /** Without an address there is none that could be another one. */
    @Test
    void ofALetterWithoutAnAddressItIsSaidThatNoneWasGiven() throws Exception {
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));

        String letter = entered(merchant, Map.of("order", order));
        assertThat(matched(letter)).isEqualTo("NUMBER");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + letter).body()).select(".rtn-match").text())
            .isEqualTo("There is an order of that number. No address was given: link it if it is this order.");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals?q=" + letter).body()).select("tr[data-number] .rtn-flag").eachText())
            .containsExactly("Order found, no address");
        String other = entered(merchant, Map.of("order", order, "email", stranger));
        assertThat(matched(other)).isEqualTo("NUMBER");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + other).body()).select(".rtn-match").text())
            .isEqualTo("There is an order of that number, but the address is another one. It may be somebody else’s.");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals?q=" + other).body()).select("tr[data-number] .rtn-flag").eachText())
            .containsExactly("No match");
    }

    /** The number of a letter that a merchant enters. */
    private String entered(HttpVisitor merchant, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(Map.of("csrfToken", merchant.token("/return-withdrawals/enter"), "key",
            Jsoup.parse(merchant.get("/return-withdrawals/enter").body()).select("[name=key]").val(), "channel", "LETTER", "day",
            "2026-02-03", "name", "Marie " + unique, "order", unique, "email", "", "language", "en"));
        all.putAll(typed);
        return merchant.post("/return-withdrawals/enter", all).headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", "");
    }

    @ParameterizedTest
    @CsvSource({"viewer, 200", "catalog, 403", "csr, 200"})
    void thereIsAPermissionOfItsOwnThatARoleForReturnsIsGranted(String login, int status) {
        HttpVisitor merchant = HttpVisitor.merchant(login);

        assertThat(merchant.get("/return-withdrawals").statusCode()).isEqualTo(status);
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals").body()).select("#rtn-enter")).hasSize(login.equals("csr") ? 1 : 0);
    }

    @Test
    void itHasASwitchOfItsOwn() {
        with(Map.of("enabled", "false"), () -> {
            assertThat(guest.get("/withdrawal").statusCode()).isEqualTo(200);
            return null;
        });
        with(Map.of("withdrawalEnabled", "false"), () -> {
            assertThat(guest.get("/withdrawal").statusCode()).isEqualTo(404);
            assertThat(Jsoup.parse(guest.get("/").body()).select(".rtn-withdrawal-link")).isEmpty();
            return null;
        });
    }

    @Test
    void wordsThatAreNotTheLawsAreWarnedOf() {
        with(Map.of("withdrawalLabel.en", "Changed my mind"), () -> {
            assertThat(Jsoup.parse(guest.get("/").body()).select(".rtn-withdrawal-link").text()).isEqualTo("Changed my mind");
            assertThat(HttpVisitor.merchant("admin").get("/return-settings").body()).contains("The words of the law", "Changed my mind");
            return null;
        });
        assertThat(HttpVisitor.merchant("admin").get("/return-settings").body()).doesNotContain("The words of the law");
    }

    @Test
    void aFooterThatWasNeverShownIsMissedAfterAWhile() {
        guest.get("/");
        String note = "update RTN_INSTALLATION set NAME = ? where NAME = ?";
        String sooner = "update RTN_INSTALLATION set NOTED_AT = NOTED_AT + ? where NAME = 'storefront/installed'";
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        assertThat(merchant.get("/return-settings").body()).doesNotContain("was never shown in the footer");
        try {
            ReturnTables.database().update(note, "aside", "storefront/withdrawal_footer");
            ReturnTables.database().update(sooner, -7_200_000);
            assertThat(merchant.get("/return-settings").body()).contains("was never shown in the footer");
        } finally {
            ReturnTables.database().update(note, "storefront/withdrawal_footer", "aside");
            ReturnTables.database().update(sooner, 7_200_000);
        }
    }

    private static void with(Map<String, String> inputs, Supplier<?> work) {
        MerchantSettingsService backOffice = TestShop.get().adminContext().getBean(MerchantSettingsService.class);
        Map<String, String> all = new HashMap<>(Map.of("enabled", "true", "withdrawalEnabled", "true",
            "senderAddress", "returns@plants.example"));
        all.putAll(inputs);
        try {
            backOffice.save(backOffice.version(), all, "Alex");
            work.get();
        } finally {
            StoredSettings.forget();
        }
    }

    @Test
    void whoIsForgottenIsInNoStatementAnyMore() {
        Long zoe = TestShop.newCustomer(stranger, "Zoe-" + unique, "Miller").getId();
        String number = state("Zoe-" + unique, TestShop.newOrder(stranger, Map.of(1L, 1)), stranger);
        assertThat(matched(number)).isEqualTo("ADDRESS");
        assertThat(bean(PersonalRecords.class).export(zoe).get("withdrawals").toString()).contains(number, "Zoe-" + unique);
        assertThatExceptionOfType(RunningReturnsException.class)
            .isThrownBy(() -> bean(PersonalRecords.class).anonymise(zoe));
        mailed(number);
        post(HttpVisitor.merchant("admin"), number, "done", Map.of());

        assertThatExceptionOfType(RunningReturnsException.class).as("it is proof for a while")
            .isThrownBy(() -> bean(PersonalRecords.class).anonymise(zoe));

        with(Map.of("withdrawalKept", "0"), () -> {
            bean(PersonalRecords.class).anonymise(zoe);
            return null;
        });

        assertThat(ReturnTables.placesOf(unique)).isEmpty();
        assertThat(row(number).get("STATED_AT")).isNotNull();
    }

    /** What went to whoever made it, with what it says, and not what the shop was told. */
    @Test
    void theExportHoldsTheMailsThatWereWrittenAboutAStatement() {
        String number = state("Zoe-" + unique, unique, stranger);
        mailed(number);
        assertThat(post(HttpVisitor.merchant("admin"), number, "send-again", Map.of("address", "new-" + stranger)).statusCode())
            .isEqualTo(302);
        await().until(() -> ReturnTables.count("RTN_MAIL where STATE = 'SENT' and RECIPIENT = 'new-" + stranger + "'") == 1);

        List<?> statements = (List<?>) bean(PersonalRecords.class).export(stranger).get("withdrawals");

        assertThat(statements).hasSize(1);
        List<?> mails = (List<?>) ((Map<?, ?>) statements.get(0)).get("mails");
        assertThat(mails).extracting(mail -> ((Map<?, ?>) mail).get("recipient").toString()).containsExactly(stranger, "new-" + stranger);
        assertThat(mails).allSatisfy(mail -> assertThat(((Map<?, ?>) mail).get("text").toString())
            .contains("We acknowledge receipt of your statement of withdrawal", "Zoe-" + unique));
    }

    /** What people type as the order can be their name; which order it is, a merchant has said. */
    @Test
    void whoIsForgottenIsNotInWhatTheyTypedAsTheOrderEither() throws Exception {
        Long zoe = TestShop.newCustomer(stranger, "Zoe", "Miller").getId();
        String order = TestShop.newOrder(stranger, Map.of(1L, 1));
        String number = state("Zoe", unique + ", order of 3 May", stranger);
        assertThat(matched(number)).isEqualTo("NONE");
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        post(merchant, number, "link", Map.of("order", order));
        assertThat(found(unique)).containsExactly(number);

        forget(number, () -> bean(PersonalRecords.class).anonymise(zoe));

        assertThat(ReturnTables.placesOf(unique)).isEmpty();
        assertThat(found(unique)).isEmpty();
        assertThat(found(number)).containsExactly(number);
        assertThat(found(order)).as("which order it is about stays").contains(number);
    }

    /** A line is called what tells it from others of its name, which can be a message; its article alone is kept. */
    @Test
    void whoIsForgottenIsNotInTheLinesThatTheyPickedEither() {
        Long zoe = TestShop.newCustomer(stranger, "Zoe", "Miller").getId();
        String order = TestShop.newOrder(stranger, Map.of(1L, 1, 5L, 2));
        ReturnTables.database().update("insert into BLC_PERSONAL_MESSAGE (PERSONAL_MESSAGE_ID, MESSAGE_TO) values (?, ?)", zoe, unique);
        ReturnTables.database().update("update BLC_ORDER_ITEM set PERSONAL_MESSAGE_ID = ? where ORDER_ID = ?", zoe,
            TestShop.orderId(order));
        HttpVisitor shopper = HttpVisitor.shopper(stranger);
        Map<String, String> picked = new HashMap<>(Map.of("picked", order));
        Jsoup.parse(shopper.get("/withdrawal?order=" + order).body()).select("input[name^=quantity]").forEach(quantity -> {
            picked.put(quantity.attr("name"), "1");
            picked.put(quantity.attr("name").replace("quantity", "take"), "true");
        });
        String number = Jsoup.parse(confirm(Jsoup.parse(shopper.post("/withdrawal", picked).body())).body())
            .getElementById("rtn-withdrawal-number").text();
        assertThat(matched(number)).isEqualTo("SESSION");
        assertThat(articles(number)).hasSize(2).allMatch(name -> name.contains("(For: \u201c" + unique));
        ReturnTables.database().update("update RTN_WITHDRAWAL_LINE set ORDER_ITEM_ID = -ORDER_ITEM_ID where ARTICLE_NAME like 'Terracotta%'"
            + " and WITHDRAWAL_ID = ?", row(number).get("WITHDRAWAL_ID"));

        forget(number, () -> bean(PersonalRecords.class).anonymise(zoe));

        assertThat(ReturnTables.placesOf(unique)).isEmpty();
        assertThat(articles(number)).as("of an item that is gone, nothing").containsExactlyInAnyOrder("Boston fern", "");
        assertThat(row(number)).containsEntry("ORDER_REFERENCE", order);
    }

    private static List<String> articles(String number) {
        return ReturnTables.database().queryForList("select ARTICLE_NAME from RTN_WITHDRAWAL_LINE where WITHDRAWAL_ID = ?", String.class,
            row(number).get("WITHDRAWAL_ID"));
    }

    /** Acknowledgement and notice have come, and the shop has noted that: until then it would not be forgotten. */
    private static void mailed(String number) {
        acknowledgement(number);
        await().until(() -> !ReceivedMails.toShop(number).isEmpty());
        await().until(() -> ReturnTables.count("RTN_MAIL where STATE <> 'SENT' and SUBJECT like '%" + number + "%'") == 0);
    }

    /** Once a merchant is done with a statement, and it is kept no longer. */
    private static void forget(String number, Runnable anonymise) {
        mailed(number);
        post(HttpVisitor.merchant("admin"), number, "done", Map.of());
        with(Map.of("withdrawalKept", "0"), () -> {
            anonymise.run();
            return null;
        });
    }

    /** Of somebody who is no customer, about an order that there is none of. */
    @Test
    void whoIsNoCustomerIsExportedAndForgottenByTheirAddress() {
        String number = state("Zoe-" + unique, "my order of " + unique, stranger);
        assertThat(matched(number)).isEqualTo("NONE");
        mailed(number);
        PersonalRecords records = bean(PersonalRecords.class);

        assertThat(records.export(stranger.toUpperCase()).get("withdrawals").toString()).contains(number, "Zoe-" + unique);
        assertThat(records.export("other-" + stranger)).isEmpty();
        assertThatExceptionOfType(RunningReturnsException.class).isThrownBy(() -> records.anonymise(stranger));
        post(HttpVisitor.merchant("admin"), number, "done", Map.of());
        assertThatExceptionOfType(RunningReturnsException.class).isThrownBy(() -> records.anonymise(stranger))
            .satisfies(refused -> assertThat(refused.numbers()).containsExactly(number));
        with(Map.of("withdrawalKept", "0"), () -> {
            records.anonymise(stranger);
            return null;
        });

        assertThat(ReturnTables.placesOf(unique)).isEmpty();
        assertThat(records.export(stranger)).isEmpty();
        assertThat(row(number).get("STATED_AT")).isNotNull();
    }

    /** Article 13: whoever has withdrawn is not bound to what the shop promises voluntarily, such as its own window. */
    @Test
    void aMerchantMakesAReturnOfAStatementThatFollowsTheLaw() {
        String order = TestShop.newOrder(MARIE, 100, Map.of(1L, 3));
        String number = state("Marie", order, MARIE);
        matched(number);
        HttpVisitor merchant = HttpVisitor.merchant("csr");
        String counted = newOnes(merchant);
        Document form = Jsoup.parse(merchant.get("/return-withdrawals/" + number + "/return").body());
        String units = form.select("input.rtn-units").attr("name");
        assertThat(form.select("input.rtn-units").val()).isEqualTo("3");
        Map<String, String> made = Map.of("key", form.select("[name=key]").val(), units, "2", "reason", "CHANGED_MIND", "refundType",
            "ORIGINAL_PAYMENT");

        HttpResponse<String> first = post(merchant, number, "return", made);
        HttpResponse<String> second = post(merchant, number, "return", made);

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        List<Map<String, Object>> returns = returnsOf(order);
        assertThat(returns).hasSize(1);
        assertThat(returns.get(0)).containsEntry("LEGAL_BASIS", "WITHDRAWAL").containsEntry("STATED_BY", "ONLINE")
            .containsEntry("ARTICLE_COUNT", 2);
        assertThat(Integer.parseInt(newOnes(merchant))).isEqualTo(Integer.parseInt(counted) - 1);
        String panel = Jsoup.parse(merchant.get("/order/" + TestShop.orderId(order)).body()).select(".rtn-followed").text();
        assertThat(panel).contains(number);
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + number).body()).select("#rtn-withdrawal-returns [data-return]")
            .eachAttr("data-return")).containsExactly((String) returns.get(0).get("RETURN_NUMBER"));
    }

    /** Never are more units taken than were ordered, whatever is withdrawn from and however often. */
    @Test
    void noMoreUnitsAreTakenThanWereOrdered() {
        String order = TestShop.newOrder(MARIE, Map.of(1L, 2));
        TestShop.request(order, 0, 1);
        String number = state("Marie", order, MARIE);
        matched(number);
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        Document form = Jsoup.parse(merchant.get("/return-withdrawals/" + number + "/return").body());
        assertThat(form.select("input.rtn-units").val()).as("what is left of what was withdrawn from").isEqualTo("1");
        Map<String, String> made = new HashMap<>(Map.of("key", form.select("[name=key]").val(), form.select("input.rtn-units").attr("name"),
            "2", "reason", "CHANGED_MIND", "refundType", "ORIGINAL_PAYMENT"));

        HttpResponse<String> tooMany = post(merchant, number, "return", made);
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(tooMany.body()).select("input.rtn-units[aria-invalid=true]").val()).isEqualTo("2");
        made.put(form.select("input.rtn-units").attr("name"), "two");
        assertThat(post(merchant, number, "return", made).statusCode()).isEqualTo(422);
        made.put(form.select("input.rtn-units").attr("name"), "");
        assertThat(Jsoup.parse(post(merchant, number, "return", made).body()).select(".rtn-alert").text()).contains("No return was made");
        made.put(form.select("input.rtn-units").attr("name"), "1");
        assertThat(post(merchant, number, "return", made).statusCode()).isEqualTo(302);

        assertThat(returnsOf(order)).hasSize(2);
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + number + "/return").body()).select("input.rtn-units")).isEmpty();
    }

    /** Articles 13 (1) and 14 (1): the deadlines run from the statement, also of a return that was asked for before. */
    @Test
    void aRunningReturnIsTakenAsAWithdrawalAndFollowsTheFirstStatement() {
        String order = TestShop.newOrder(MARIE, 10, Map.of(1L, 2));
        String running = TestShop.request(order, 0, 1).getNumber();
        String first = state("Marie", order, MARIE);
        String second = state("Marie", order, MARIE);
        matched(first);
        matched(second);
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + first).body()).select("li[data-return=" + running + "] .rtn-take"))
            .hasSize(1);

        assertThat(post(merchant, first, "take", Map.of("return", running)).statusCode()).isEqualTo(302);
        post(merchant, first, "take", Map.of("return", running));
        post(merchant, second, "take", Map.of("return", running));

        assertThat(returnsOf(order)).hasSize(1);
        assertThat(returnsOf(order).get(0)).containsEntry("LEGAL_BASIS", "WITHDRAWAL");
        Document page = Jsoup.parse(merchant.get("/order/" + TestShop.orderId(order)).body());
        assertThat(page.select(".rtn-followed").text()).contains(first).doesNotContain(second);
        String entries = "select count(*) from RTN_JOURNAL_ENTRY J, RTN_REQUEST R where R.REQUEST_ID = J.REQUEST_ID"
            + " and R.RETURN_NUMBER = ? and J.KIND = ";
        assertThat(count(entries + "'LEGAL_BASIS'", running)).isOne();
        assertThat(count(entries + "'WITHDRAWAL'", running)).isEqualTo(2);
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + first).body()).select(".rtn-take")).isEmpty();
    }

    @Test
    void aReturnOfAnotherOrderIsNotTaken() {
        String number = state("Marie", TestShop.newOrder(MARIE, Map.of(1L, 1)), MARIE);
        matched(number);
        String other = TestShop.request(TestShop.newOrder(MARIE, Map.of(1L, 1)), 0, 1).getNumber();
        HttpVisitor merchant = HttpVisitor.merchant("admin");

        post(merchant, number, "take", Map.of("return", other));
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + number).body()).select("#rtn-withdrawal-returns .rtn-error").text())
            .contains("not of the order");
        assertThat(post(merchant, number, "take", Map.of("return", "R0000-0000")).statusCode()).isEqualTo(302);
        assertThat(ReturnTables.database().queryForObject("select LEGAL_BASIS from RTN_REQUEST where RETURN_NUMBER = ?", String.class,
            other)).isEqualTo("VOLUNTARY");
    }

    @Test
    void nothingIsMadeOfAStatementWhoseOrderNobodyKnows() {
        String number = state("Zoe", unique, stranger);
        matched(number);
        HttpVisitor merchant = HttpVisitor.merchant("admin");

        assertThat(merchant.get("/return-withdrawals/" + number + "/return").headers().firstValue("Location").orElse("")).endsWith(number);
        assertThat(Jsoup.parse(merchant.get("/return-withdrawals/" + number).body()).select("#rtn-make")).isEmpty();
    }

    @Test
    void whoMayOnlySeeMakesNothing() {
        String number = state("Marie", TestShop.newOrder(MARIE, Map.of(1L, 1)), MARIE);
        matched(number);
        HttpVisitor viewer = HttpVisitor.merchant("viewer");

        assertThat(Jsoup.parse(viewer.get("/return-withdrawals/" + number).body()).select("#rtn-make")).isEmpty();
        assertThat(viewer.get("/return-withdrawals/" + number + "/return").statusCode()).isEqualTo(403);
    }

    private static List<Map<String, Object>> returnsOf(String order) {
        return ReturnTables.database().queryForList("select * from RTN_REQUEST where ORDER_NUMBER = ?", order);
    }

    private static Map<String, String> typed(String name, String order, String email, String articles) {
        return Map.of("name", name, "order", order, "email", email, "articles", articles, "website", "");
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return guest.post(path, fields);
    }

    private static HttpResponse<String> post(HttpVisitor merchant, String number, String what, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrfToken", merchant.token("/return-withdrawals/" + number));
        return merchant.post("/return-withdrawals/" + number + "/" + what, all);
    }

    private Document review(String name, String order, String email) {
        HttpResponse<String> answer = post("/withdrawal", typed(name, order, email, ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String carried(Document review) {
        return review.select("#rtn-confirm-form [name=statement]").val();
    }

    private HttpResponse<String> confirm(Document review) {
        return post("/withdrawal/confirm", Map.of("statement", carried(review)));
    }

    /** @return its number */
    private String state(String name, String order, String email) {
        return Jsoup.parse(confirm(review(name, order, email)).body()).getElementById("rtn-withdrawal-number").text();
    }

    private static Map<String, Object> row(String number) {
        return ReturnTables.database().queryForMap("select * from RTN_WITHDRAWAL where WITHDRAWAL_NUMBER = ?", number);
    }

    /** Once the background work has looked, and has written the acknowledgement if there is to be one. */
    private String matched(String number) {
        return (String) await().until(() -> row(number), row -> row.get("MATCHED") != null
            && (row.get("MAIL_ID") != null || row.get("EMAIL").equals(""))).get("MATCHED");
    }

    private List<String> flags(String number) {
        matched(number);
        return List.of(((String) row(number).get("FLAGS")).split(","));
    }

    private String mailState(String number) {
        return ReturnTables.database().queryForObject("select M.STATE from RTN_MAIL M, RTN_WITHDRAWAL W where M.MAIL_ID = W.MAIL_ID"
            + " and W.WITHDRAWAL_NUMBER = ?", String.class, number);
    }

    private static int count(String query, Object value) {
        return ReturnTables.database().queryForObject(query, Integer.class, value);
    }

    private static MimeMessage acknowledgement(String number) {
        return await().until(() -> ReceivedMails.about(number).stream().findFirst().orElse(null), found -> found != null);
    }
}
