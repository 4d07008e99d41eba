package org.broadleafreturns.admin.correct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.request.Correction;
import org.broadleafreturns.core.request.SubmitReturn;
import org.junit.jupiter.api.Test;

class CorrectFormUnitTests {

    @Test
    void readsLinesWithWhatIsReceivedOfThem() {
        Map<String, String> inputs = new HashMap<>(Map.of("version", "3", "lines[12].quantity", " 2 ", "lines[12].reason", "DAMAGED",
            "lines[12].received.1", "1", "lines[12].received.1.condition", "AS_NEW", "lines[12].received.2", "",
            "lines[12].received.2.condition", ""));
        inputs.putAll(Map.of("note", "A call", "message", "Sorry", "comment", "It glows", "csrfToken", "x"));

        Correction read = CorrectForm.read("R2345-6789", inputs);

        assertThat(read).isEqualTo(new Correction("R2345-6789", 3, List.of(new Correction.Line(12L, 2, "DAMAGED",
            List.of(new Correction.Heap(1, "AS_NEW"), new Correction.Heap(0, null)))), List.of(), "It glows", "A call", "Sorry"));
    }

    @Test
    void whereNothingIsSaidOfArrivalsTheyStayAsTheyAre() {
        Correction read = CorrectForm.read("R2345-6789", Map.of("lines[12].quantity", "0"));

        assertThat(read.lines()).containsExactly(new Correction.Line(12L, 0, null, null));
        assertThat(read.version()).as("never a return's").isEqualTo(-1);
    }

    @Test
    void picksOthersOfWhichThereAreAny() {
        Map<String, String> inputs = new HashMap<>(Map.of("added[7].quantity", "1", "added[7].reason", "OTHER", "added[8].quantity", "",
            "added[9].quantity", "0"));
        inputs.put("added[10].quantity", null);

        assertThat(CorrectForm.read("R2345-6789", inputs).added()).containsExactly(new SubmitReturn.Line(7L, 1, "OTHER"));
    }

    /** Which of them can be, the service says, beside its input. */
    @Test
    void whatIsNoNumberIsBelowAllThatCanBe() {
        for (String typed : List.of("two", "1.5", "-3", "99999999999", "")) {
            Correction read = CorrectForm.read("R2345-6789", Map.of("lines[12].quantity", typed, "lines[12].received.1", "x"));

            assertThat(read.lines().get(0).requested()).as(typed).isNegative();
            assertThat(read.lines().get(0).received().get(0).units()).isNegative();
        }
    }

    @Test
    void looksAtNoOtherNames() {
        Correction read = CorrectForm.read("R2345-6789", Map.of("lines[x].quantity", "1", "lines[99999999999999999999].quantity", "1",
            "lines[1].quantity.more", "1", "added[].quantity", "1", "lines[1].reason", "OTHER"));

        assertThat(read.lines()).isEmpty();
        assertThat(read.added()).isEmpty();
    }
}
