package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.request.Correction;
import org.broadleafreturns.core.request.CorrectionService;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.request.SubmitReturn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a return that is put right, in the database and for those who ask for it by hand. */
class CorrectionIntegrationTests {

    private static final long FERN = 1;
    private static final long POT = 5;

    private final String unique = "cq" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = unique + "@example.com";
    private final CorrectionService corrections = bean(CorrectionService.class);
    private Long customer;
    private String order;
    private ReturnRequest request;
    private Long fern;
    private Long pot;

    @BeforeEach
    void aReturnOfTwoOfThreeFerns() {
        customer = TestShop.newCustomer(email, "Zoe", "Last-" + unique).getId();
        order = TestShop.newOrder(email, Map.of(FERN, 3, POT, 2));
        List<SubmitReturn.Line> first = TestShop.wish(order, 0, 2, null).lines();
        fern = first.get(0).orderItemId();
        pot = TestShop.wish(order, 1, 1, null).lines().get(0).orderItemId();
        request = TestShop.request(order, 0, 2);
    }

    @Test
    void aLineThatIsTakenOutStaysWithoutUnitsAndComesBackAsTheSame() {
        Long line = line().getId();
        correct(List.of(new Correction.Line(line, 0, "OTHER", null)), List.of(new SubmitReturn.Line(pot, 2, "OTHER")), false);

        assertThat(ReturnTables.database()
            .queryForMap("select QUANTITY_REQUESTED, QUANTITY_RECEIVED from RTN_LINE where LINE_ID = ?", line).values()).extracting(units -> ((Number) units).intValue()).containsOnly(0);
        assertThat(shown().lines()).singleElement().satisfies(shown -> assertThat(shown.orderItemId()).isEqualTo(pot));
        assertThat(shown().articleCount()).isEqualTo(2);
        assertThat(shown().journal()).last().satisfies(entry -> {
            assertThat(entry.isCorrection()).isTrue();
            assertThat(entry.corrected()).hasSize(2).anyMatch(one -> one.isTakenOut() && one.orderItemId().equals(fern))
                .anyMatch(one -> one.isAdded() && one.orderItemId().equals(pot));
        });
        assertThat(returnable()).containsEntry(fern, 3).containsEntry(pot, 0);

        correct(List.of(), List.of(new SubmitReturn.Line(fern, 3, "OTHER")), false);
        assertThat(shown().lines()).extracting(one -> one.id()).hasSize(2).contains(line);
        assertThat(returnable()).containsEntry(fern, 0);
    }

    @Test
    void theJournalOfStockKeepsTheNamesOfWhatWasTakenOut() {
        correct(List.of(new Correction.Line(line().getId(), 0, "OTHER", null)), List.of(new SubmitReturn.Line(pot, 2, "OTHER")), false);
        become(ReturnStatus.ACCEPTED);
        become(ReturnStatus.RECEIVED);
        ReturnLine pots = inTransaction(() -> current().getLines().get(0));
        correct(List.of(new Correction.Line(pots.getId(), 0, "OTHER", List.of())), List.of(new SubmitReturn.Line(fern, 1, "OTHER")), false);

        Document page = Jsoup.parse(HttpVisitor.merchant("admin").get("/order/" + TestShop.orderId(order)).body());

        Words words = new Words("en");
        assertThat(page.select("#return-" + request.getNumber() + " .rtn-journal-entry[data-kind=RESTOCKED]").text())
            .contains(words.say("rtn.restock.PUT", pots.getArticleName(), 2));
        assertThat(page.select("#return-" + request.getNumber() + " .rtn-journal-entry[data-kind=TAKEN_FROM_STOCK]").text())
            .contains(words.say("rtn.restock.TAKEN", pots.getArticleName(), 2));
    }

    private void become(ReturnStatus to) {
        bean(StatusChangeService.class).execute(new StatusChange(request.getNumber(), current().getVersion(), to, null, "Counted again",
            Map.of(), null), false, TestShop.ADMIN);
    }

    @Test
    void othersAreToldAndWhoSearchesFindsWhatItIsAbout() {
        correct(List.of(new Correction.Line(line().getId(), 0, "OTHER", null)), List.of(new SubmitReturn.Line(pot, 1, "OTHER")),
            false);

        assertThat(ReturnTables.database().queryForList("select EVENT_VALUES from RTN_EVENT where REQUEST_ID = ? and EVENT_KIND ="
            + " 'return.corrected'", String.class, request.getId())).singleElement().satisfies(values ->
                assertThat(values.replace("\\", "")).contains("items=" + pot + ":1", "itemsBefore=" + fern + ":2"));
        assertThat(ReturnTables.database().queryForList("select WORD from RTN_SEARCH_WORD where REQUEST_ID = ?", String.class,
            request.getId())).anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(unique))
            .noneMatch(word -> word.equalsIgnoreCase("fern"));
    }

    @Test
    void theVersionGrowsByOneAndTheMailIsTheOneThatWasPreviewed() {
        Correction correction = correction(List.of(new Correction.Line(line().getId(), 1, "OTHER", null)), List.of());
        StatusPreview preview = corrections.preview(correction, TestShop.ADMIN);
        int version = current().getVersion();

        corrections.apply(request.getNumber(), preview.getToken(), true, TestShop.ADMIN);
        corrections.apply(request.getNumber(), preview.getToken(), true, TestShop.ADMIN);

        assertThat(current().getVersion()).isEqualTo(version + 1);
        assertThat(ReturnTables.database().queryForList("select B.HTML_BODY from RTN_MAIL_BODY B join RTN_JOURNAL_ENTRY J on"
            + " J.MAIL_ID = B.MAIL_ID where J.REQUEST_ID = ? and J.KIND = 'CORRECTED'", String.class, request.getId()))
            .containsExactly(preview.getMail().html());
    }

    /** Each message beside its field; nothing is changed, and what names other people's lines is not looked at one by one. */
    @Test
    void whatCannotBeIsRefused() {
        HttpVisitor merchant = HttpVisitor.merchant("csr");
        String csrf = merchant.token("/order/" + TestShop.orderId(order));
        Long foreign = TestShop.request(TestShop.newOrder("john@example.com", Map.of(FERN, 1)), 0, 1).getLines().get(0).getId();
        String quantity = "lines[" + line().getId() + "].quantity";
        String reason = "lines[" + line().getId() + "].reason";
        Map<String, String> before = ReturnTables.contents();

        String besideQuantity = "[data-field='" + quantity + "']";
        assertThat(refused(merchant, csrf, Map.of(quantity, "-1", reason, "OTHER")).select(besideQuantity)).hasSize(1);
        assertThat(refused(merchant, csrf, Map.of(quantity, "4", reason, "OTHER")).text())
            .isEqualTo("At most 3 can still be returned.");
        assertThat(refused(merchant, csrf, Map.of(quantity, "99999999999", reason, "OTHER")).select(besideQuantity)).hasSize(1);
        assertThat(refused(merchant, csrf, Map.of(quantity, "1", reason, "NO_SUCH")).select("[data-field='" + reason + "']"))
            .hasSize(1);
        assertThat(refused(merchant, csrf, Map.of("lines[" + foreign + "].quantity", "1")).text())
            .isEqualTo(new Words("en").get("rtn.objection.line.unknown"));
        assertThat(refused(merchant, csrf, Map.of("added[" + pot + "].quantity", "3", "added[" + pot + "].reason", "OTHER")).text())
            .isEqualTo("At most 2 can still be returned.");
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            many.put("added[" + (1_000_000 + i) + "].quantity", "x");
        }
        assertThat(refused(merchant, csrf, many).select("li")).hasSize(1);
        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void aPreviewOfAStatusIsNoCorrectionAndTheOtherWayRound() {
        HttpVisitor merchant = HttpVisitor.merchant("admin");
        String csrf = merchant.token("/order/" + TestShop.orderId(order));
        Correction entered = correction(List.of(new Correction.Line(line().getId(), 1, "OTHER", null)), List.of());
        String correction = corrections.preview(entered, TestShop.ADMIN).getToken();
        String status = TestShop.preview(request, ReturnStatus.RECEIVED, null, null).getToken();
        Map<String, String> before = ReturnTables.contents();

        for (Map.Entry<String, String> wrong : Map.of("/status/apply", correction, "/correction/apply", status).entrySet()) {
            assertThat(merchant.post("/returns/" + request.getNumber() + wrong.getKey(),
                Map.of("csrfToken", csrf, "token", wrong.getValue())).statusCode()).as(wrong.getKey()).isEqualTo(422);
        }
        assertThat(ReturnTables.contents()).isEqualTo(before);
    }

    @Test
    void whatWasWrittenIsExportedAndForgottenWithTheCustomer() {
        Correction correction = new Correction(request.getNumber(), current().getVersion(),
            List.of(new Correction.Line(line().getId(), 1, "OTHER", null)), List.of(), "I am " + unique, "A call of " + unique,
            "Dear " + unique);
        corrections.preview(correction, TestShop.ADMIN);
        corrections.execute(correction, false, TestShop.ADMIN);

        assertThat(bean(PersonalRecords.class).export(customer).toString()).contains("A call of " + unique, "I am " + unique,
            "requestedBefore=2, requested=1");
        TestShop.change(current(), ReturnStatus.REFUSED, false);
        bean(PersonalRecords.class).anonymise(customer);

        assertThat(ReturnTables.placesOf(unique)).isEmpty();
        assertThat(ReturnTables.database().queryForObject("select count(*) from RTN_JOURNAL_ENTRY where REQUEST_ID = ? and KIND ="
            + " 'CORRECTED'", Integer.class, request.getId())).isEqualTo(1);
    }

    private Document refused(HttpVisitor merchant, String csrf, Map<String, String> inputs) {
        Map<String, String> all = new HashMap<>(inputs);
        all.put("csrfToken", csrf);
        all.put("version", Integer.toString(current().getVersion()));
        all.put("note", "A call");
        HttpResponse<String> answer = merchant.post("/returns/" + request.getNumber() + "/correction/preview", all);
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body());
    }

    private void correct(List<Correction.Line> lines, List<SubmitReturn.Line> added, boolean mail) {
        corrections.execute(correction(lines, added), mail, TestShop.ADMIN);
    }

    private Correction correction(List<Correction.Line> lines, List<SubmitReturn.Line> added) {
        return new Correction(request.getNumber(), current().getVersion(), lines, added, null, "A call", null);
    }

    private ReturnRequest current() {
        return bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
    }

    private ReturnLine line() {
        return request.getLines().get(0);
    }

    private ReturnView shown() {
        return bean(ReturnViews.class).ofCustomer(customer, request.getNumber(), Locale.ENGLISH).orElseThrow();
    }

    /** What a merchant could still return, by order item. */
    private Map<Long, Integer> returnable() {
        return inTransaction(() -> {
            Map<Long, Integer> units = new HashMap<>();
            ReturnLookup lookup = bean(ReturnLookup.class);
            lookup.eligibilityForMerchant(lookup.order(TestShop.orderId(order)).orElseThrow()).lines()
                .forEach(line -> units.put(line.line().itemId(), line.returnable()));
            return units;
        });
    }
}
