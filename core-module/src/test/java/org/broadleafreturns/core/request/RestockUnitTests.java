package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.junit.jupiter.api.Test;

/** What goes back on the shelf with a decision, and what is taken from it again. */
class RestockUnitTests {

    private static final Actor MERCHANT = Actor.merchant(7L, "Ms Merchant", true);
    private static final long COUNTED = 0;
    private static final long UNCOUNTED = 1;
    private static final long SET = 50;
    private static final long SET_ARTICLE = 150;

    private final InMemoryReturns returns = new InMemoryReturns(List.of(5, 2, 3), false);

    @Test
    void whatCameAsNewGoesBackAndWhatIsDamagedDoesNot() {
        ReturnRequest request = received(COUNTED, 2, "AS_NEW", 1, "DAMAGED");

        decide(request, ReturnStatus.ACCEPTED, Map.of());

        assertThat(shelf()).isEqualTo(2);
        assertThat(entries(request)).containsExactly("RESTOCKED {stock.0=PUT=2}");
    }

    @Test
    void unitsWhoseConditionNobodyHasNotedCountAsNew() {
        ReturnRequest request = request(COUNTED, 3);

        decide(request, ReturnStatus.ACCEPTED, Map.of());

        assertThat(shelf()).isEqualTo(3);
    }

    @Test
    void whatNeedNotComeBackDoesNotGoBack() {
        ReturnRequest request = request(COUNTED, 3);
        String line = "[" + line(request) + "]";

        decide(request, ReturnStatus.ACCEPTED, Map.of("received.lines", "all", "received" + line + ".1", "1", "kept" + line, "2"));

        assertThat(shelf()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedGoesBackOnlyWhereItStays() {
        ReturnRequest request = received(COUNTED, 3, null, 0, null);
        String line = "[" + line(request) + "]";

        decide(request, ReturnStatus.REFUSED, Map.of("refused.reason", "USED", "refused" + line + ".staying", "2", "restock" + line, "1"));

        assertThat(shelf()).isEqualTo(1);
    }

    @Test
    void theMerchantKnowsBetterThanTheCondition() {
        ReturnRequest request = received(COUNTED, 2, "AS_NEW", 1, "DAMAGED");

        decide(request, ReturnStatus.ACCEPTED, Map.of("restock[" + line(request) + "]", "3"));

        assertThat(shelf()).isEqualTo(3);
    }

    @Test
    void noMoreThanIsHereAndStays() {
        ReturnRequest request = received(COUNTED, 3, null, 0, null);
        String field = "restock[" + line(request) + "]";

        for (String wrong : List.of("4", "-1", "many", "99999999999")) {
            assertThatThrownBy(() -> decide(request, ReturnStatus.ACCEPTED, Map.of(field, wrong))).as(wrong)
                .isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections())
                    .containsExactly(Objection.to(field, "rtn.objection.restock.range", 3)));
        }
        assertThat(shelf()).isZero();
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
    }

    @Test
    void whatIsNotCountedIsNotedAndNothingMoves() {
        ReturnRequest request = request(UNCOUNTED, 2);

        decide(request, ReturnStatus.ACCEPTED, Map.of());

        assertThat(returns.shelf().moved(UNCOUNTED)).isZero();
        assertThat(entries(request)).isEmpty();
    }

    @Test
    void takenBackIsWhatIsStillThere() {
        ReturnRequest request = received(COUNTED, 3, null, 0, null);
        decide(request, ReturnStatus.ACCEPTED, Map.of());
        returns.sell(0, 2);

        reopen(request);

        assertThat(shelf()).isZero();
        assertThat(returns.shelf().moved(COUNTED)).isEqualTo(2);
        assertThat(entries(request)).containsExactly("RESTOCKED {stock.0=PUT=3}",
            "TAKEN_FROM_STOCK {stock.0=TAKEN=1 STAYING=2=SOLD}");
    }

    @Test
    void aNewDecisionPutsBackWhatExceedsWhatStayed() {
        ReturnRequest request = received(COUNTED, 3, null, 0, null);
        decide(request, ReturnStatus.ACCEPTED, Map.of());
        returns.sell(0, 2);
        reopen(request);

        decide(request, ReturnStatus.ACCEPTED, Map.of());
        assertThat(shelf()).isEqualTo(1);

        reopen(request);
        decide(request, ReturnStatus.ACCEPTED, Map.of("restock[" + line(request) + "]", "1"));
        assertThat(shelf()).isZero();
        assertThat(returns.shelf().moved(COUNTED)).isEqualTo(2);
    }

    /** They would be free to be asked for again, and go on the shelf a second time. */
    @Test
    void whatWasSoldAgainIsNotSentBack() {
        ReturnRequest request = received(COUNTED, 3, null, 0, null);
        String line = "[" + line(request) + "]";
        decide(request, ReturnStatus.ACCEPTED, Map.of());
        returns.sell(0, 2);
        reopen(request);

        Map<String, String> refusal = new HashMap<>(Map.of("refused.reason", "USED", "refused" + line + ".staying", "1"));
        assertThatThrownBy(() -> decide(request, ReturnStatus.REFUSED, refusal))
            .isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections())
                .containsExactly(Objection.to("refused" + line + ".staying", "rtn.objection.restock.fewer", "Article 0", 2)));
        assertThatThrownBy(() ->
                decide(request, ReturnStatus.PARTIALLY_ACCEPTED, Map.of(line(request), 1), Map.of("refused.reason", "USED")))
            .isInstanceOfSatisfying(ReturnRefusedException.class, refused -> assertThat(refused.objections())
                .containsExactly(Objection.to("accepted" + line, "rtn.objection.restock.fewer", "Article 0", 2)));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);

        refusal.put("refused" + line + ".staying", "2");
        decide(request, ReturnStatus.REFUSED, refusal);
        assertThat(shelf()).isZero();
        assertThat(returns.shelf().moved(COUNTED)).isEqualTo(2);
    }

    @Test
    void theSecondParcelAfterAReopeningTakesNothing() {
        ReturnRequest request = request(COUNTED, 3);
        String line = "[" + line(request) + "]";
        decide(request, ReturnStatus.PARTIALLY_ACCEPTED, Map.of(line(request), 2),
            Map.of("received.lines", "all", "received" + line + ".1", "2"));
        returns.sell(0, 1);
        reopen(request);
        assertThat(returns.shelf().moved(COUNTED)).isEqualTo(1);
        returns.shelf().put(Map.of(100L, 5));

        step(request, ReturnStatus.RECEIVED, Map.of(), Map.of());

        assertThat(shelf()).isEqualTo(5);
    }

    @Test
    void aWholeSetGoesBackWithTheLastOfItsPartsAndGoesAgainWithTheFirst() {
        returns.shelf().withSet(SET, SET_ARTICLE, 7, Map.of(0L, 2, 2L, 1));
        ReturnRequest parts = request(0, 4);
        decide(parts, ReturnStatus.ACCEPTED, Map.of());
        assertThat(returns.shelf().of(SET_ARTICLE)).isEqualTo(7);
        ReturnRequest others = request(2, 1);

        decide(others, ReturnStatus.ACCEPTED, Map.of());
        assertThat(returns.shelf().of(SET_ARTICLE)).isEqualTo(8);
        assertThat(entries(others)).containsExactly("RESTOCKED {set.50=A set, stock.2=PUT=1, stock.50=PUT=1}");

        reopen(parts);
        assertThat(returns.shelf().of(SET_ARTICLE)).isEqualTo(7);
        assertThat(returns.stock()).containsExactly(0, null, 1);
    }

    @Test
    void thePreviewSaysWhatGoesBack() {
        ReturnRequest request = received(COUNTED, 2, "AS_NEW", 1, "DAMAGED");
        assertThat(said(request, Map.of())).containsExactly("Article 0: 2 units go back on the shelf");
        assertThat(said(request, Map.of("restock[" + line(request) + "]", "0")))
            .containsExactly("Article 0: no unit goes back on the shelf");
        ReturnRequest other = request(UNCOUNTED, 1);
        assertThat(said(other, Map.of()))
            .containsExactly("Article 1: 1 unit sellable again; the stock of this article is not counted and stays as it is");
    }

    private List<String> said(ReturnRequest request, Map<String, String> inputs) {
        StatusPreview preview = returns.changes().preview(new StatusChange(request.getNumber(), request.getVersion(),
            ReturnStatus.ACCEPTED, null, null, Map.of(), null, inputs), MERCHANT);
        return returns.changes().said(preview, PreviewView.of(preview, preview.getGoods()), MERCHANT, Locale.ENGLISH);
    }

    private int shelf() {
        return returns.stock().get(0);
    }

    private ReturnRequest request(long item, int units) {
        return returns.submissions().submit(new SubmitReturn(returns.order().number(), returns.order().customerId(),
            List.of(new SubmitReturn.Line(item, units, "OTHER")), returns.order().refundType(), null, Locale.ENGLISH, null));
    }

    /** What has come, in two heaps. */
    private ReturnRequest received(long item, int units, String condition, int others, String otherCondition) {
        ReturnRequest request = request(item, units + others);
        String line = "received[" + line(request) + "]";
        Map<String, String> inputs = new HashMap<>(Map.of("received.lines", "all", line + ".1", Integer.toString(units),
            line + ".2", Integer.toString(others)));
        if (condition != null) {
            inputs.put(line + ".1.condition", condition);
        }
        if (otherCondition != null) {
            inputs.put(line + ".2.condition", otherCondition);
        }
        step(request, ReturnStatus.RECEIVED, Map.of(), inputs);
        return request;
    }

    private void decide(ReturnRequest request, ReturnStatus to, Map<String, String> inputs) {
        decide(request, to, Map.of(), inputs);
    }

    private void decide(ReturnRequest request, ReturnStatus to, Map<Long, Integer> accepted, Map<String, String> inputs) {
        step(request, to, accepted, inputs);
    }

    private void reopen(ReturnRequest request) {
        step(request, ReturnStatus.RECEIVED, Map.of(), Map.of());
    }

    private void step(ReturnRequest request, ReturnStatus to, Map<Long, Integer> accepted, Map<String, String> inputs) {
        returns.changes().execute(new StatusChange(request.getNumber(), request.getVersion(), to, null, "counted again", accepted,
            null, inputs), false, MERCHANT);
    }

    private static Long line(ReturnRequest request) {
        return request.getLines().get(0).getId();
    }

    /** Those of stock. */
    private static List<String> entries(ReturnRequest request) {
        return request.getJournal().stream().filter(entry -> !entry.isStatus()).map(RestockUnitTests::entry).toList();
    }

    private static String entry(JournalEntry entry) {
        return entry.getKind() + " " + entry.getDetails();
    }
}
