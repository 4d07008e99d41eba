package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadleafreturns.demo.TestShop.bean;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.Correction;
import org.broadleafreturns.core.request.CorrectionService;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Units that have not left the shop: kept without a label and an arrival, and back on the shelf if the merchant says so. */
class UnsentUnitsIntegrationTests {

    private static final long CAN = 7;

    private final Stock stock = new Stock(TestShop.get().siteContext());
    private final StatusChangeService changes = bean(StatusChangeService.class);

    @Test
    void theyAreFilledInAsUnitsThatNeedNotComeBackAndTheParcelIsToBeStopped() {
        ReturnRequest request = asked(2);
        Document before = dialog(request);
        assertThat(before.select(".rtn-stop")).isEmpty();
        assertThat(before.select("#rtn-accepted-unseen [data-goods=came]").first().val()).isEqualTo("2");

        waits(request);

        Document dialog = dialog(request);
        assertThat(dialog.select("#rtn-accepted-unseen .rtn-stop").text()).contains("2 units have not left the shop: stop the parcel");
        assertThat(dialog.select("#rtn-accepted-unseen [data-goods=came]").first().val()).isEqualTo("0");
        assertThat(dialog.select("#rtn-accepted-unseen [data-goods=kept]").val()).isEqualTo("2");
        assertThat(dialog.select(".rtn-restock-line").attr("data-unsent")).isEqualTo("2");
    }

    @Test
    void whatIsCancelledNeedNotComeBackButNoParcelIsToBeStopped() {
        ReturnRequest request = asked(2);
        says(request, "CANCELLED");

        Document dialog = dialog(request);

        assertThat(dialog.select(".rtn-stop")).isEmpty();
        assertThat(dialog.select("#rtn-accepted-unseen").text()).contains("2 units were never sent and need not come back");
        assertThat(dialog.select("#rtn-accepted-unseen [data-goods=kept]").val()).isEqualTo("2");
    }

    @Test
    void theyAreAcceptedWithoutAnArrivalAndTheJournalSaysThatTheyNeverLeft() {
        ReturnRequest request = asked(2);
        waits(request);
        int before = stock.of(CAN);

        accept(request, Map.of("kept[" + line(request) + "]", "2"));

        assertThat(ReturnTables.database().queryForMap("select QUANTITY_RECEIVED, QUANTITY_KEPT, QUANTITY_ACCEPTED from RTN_LINE where"
            + " LINE_ID = ?", line(request))).containsEntry("QUANTITY_RECEIVED", 0).containsEntry("QUANTITY_KEPT", 2)
            .containsEntry("QUANTITY_ACCEPTED", 2);
        assertThat(kinds(request)).containsExactlyInAnyOrder("STATUS", "STATUS", "UNSENT");
        assertThat(stock.of(CAN)).as("unless the merchant says so").isEqualTo(before);
        assertThat(HttpVisitor.merchant("admin").get("/order/" + request.getOrderId() + "?return=" + request.getNumber()).body())
            .contains("2 units never left the shop");
    }

    @Test
    void theyGoBackOnTheShelfIfTheMerchantSaysSo() {
        ReturnRequest request = asked(2);
        waits(request);
        int before = stock.of(CAN);

        accept(request, Map.of("kept[" + line(request) + "]", "2", "restock[" + line(request) + "]", "2"));

        assertThat(stock.of(CAN)).isEqualTo(before + 2);
    }

    /** They never came, so nothing of what has come can be wrong; but nobody asks for them a second time. */
    @Test
    void aLineOfWhichSomeWereSoldAgainIsCorrectedUntilTheDecision() {
        ReturnRequest request = asked(3);
        waits(request);
        accept(request, Map.of("kept[" + line(request) + "]", "3", "restock[" + line(request) + "]", "2"));
        int before = stock.of(CAN);
        stock.set(CAN, 0);
        change(request, ReturnStatus.RECEIVED);
        stock.set(CAN, before - 2);

        correct(request, new Correction.Line(line(request), 3, "DAMAGED", null));
        assertThat(current(request).getLines().get(0).getReasonCode()).isEqualTo("DAMAGED");
        correct(request, new Correction.Line(line(request), 2, "DAMAGED", null));
        assertThat(current(request).getLines().get(0).getQuantityRequested()).isEqualTo(2);
        assertThatThrownBy(() -> correct(request, new Correction.Line(line(request), 1, "DAMAGED", null)))
            .isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections()).singleElement()
                .satisfies(objection -> assertThat(objection.code()).isEqualTo("rtn.objection.restock.sold.unsent")));
        correct(request, new Correction.Line(line(request), 2, "DAMAGED", List.of(new Correction.Heap(1, null))));
        assertThatThrownBy(() -> correct(request, new Correction.Line(line(request), 2, "DAMAGED", List.of())))
            .isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections()).singleElement()
                .satisfies(objection -> assertThat(objection.code()).isEqualTo("rtn.objection.restock.sold")));
    }

    /** What is kept because it is not worth sending is with the shopper. */
    @Test
    void whatTheShopperHasGoesOnNoShelf() {
        ReturnRequest request = asked(2);
        Map<String, String> inputs = Map.of("kept[" + line(request) + "]", "2", "restock[" + line(request) + "]", "1",
            "unsent[" + line(request) + "]", "2");

        assertThatThrownBy(() -> accept(request, inputs)).isInstanceOf(ReturnRefusedException.class);
        accept(request, Map.of("kept[" + line(request) + "]", "2", "unsent[" + line(request) + "]", "2"));
        assertThat(kinds(request)).as("nobody enters that something never left").containsExactly("STATUS", "STATUS");
    }

    private static ReturnRequest asked(int units) {
        return TestShop.request(TestShop.newOrder("john@example.com", Map.of(CAN, units)), 0, units);
    }

    /** As the shop's own systems say it. */
    private static void waits(ReturnRequest request) {
        says(request, "PROCESSING");
    }

    private static void says(ReturnRequest request, String status) {
        ReturnTables.database().update("update BLC_FULFILLMENT_GROUP set STATUS = ? where ORDER_ID = ?", status, request.getOrderId());
    }

    private static Long line(ReturnRequest request) {
        return request.getLines().get(0).getId();
    }

    private static Document dialog(ReturnRequest request) {
        return Jsoup.parse(HttpVisitor.merchant("admin").getInBackground("/returns/" + request.getNumber() + "/status").body());
    }

    private void accept(ReturnRequest request, Map<String, String> inputs) {
        Map<String, String> all = new HashMap<>(Map.of("received.lines", "all", "received[" + line(request) + "].1", "0"));
        all.putAll(inputs);
        changes.apply(changes.preview(new StatusChange(request.getNumber(), request.getVersion(), ReturnStatus.ACCEPTED, null, null,
            Map.of(), null, all), TestShop.ADMIN).getToken(), false, TestShop.ADMIN);
    }

    private void change(ReturnRequest request, ReturnStatus to) {
        changes.execute(new StatusChange(request.getNumber(), current(request).getVersion(), to, null, "Looked again", Map.of(), null),
            false, TestShop.ADMIN);
    }

    private static void correct(ReturnRequest request, Correction.Line line) {
        bean(CorrectionService.class).execute(new Correction(request.getNumber(), current(request).getVersion(), List.of(line), List.of(),
            null, "A call", null), false, TestShop.ADMIN);
    }

    private static ReturnRequest current(ReturnRequest request) {
        return TestShop.inTransaction(() -> {
            ReturnRequest found = TestShop.bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
            found.getLines().size();
            return found;
        });
    }

    private static List<String> kinds(ReturnRequest request) {
        return ReturnTables.database().queryForList("select KIND from RTN_JOURNAL_ENTRY where REQUEST_ID = ?"
            + " and KIND in ('STATUS', 'UNSENT')", String.class, request.getId());
    }
}
