package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.broadleafreturns.core.policy.Objection;
import org.broadleafreturns.core.request.SubmitReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormUnitTests {

    @Test
    void readsThePickedLines() {
        RequestForm form = form("quantity[7]", " 2 ", "reason[7]", "OTHER", "quantity[8]", "", "reason[8]", "OTHER",
            "quantity[9]", "0", "refundType", "EXCHANGE", "comment", "Hi", "submissionKey", "k");

        assertThat(form.objections()).isEmpty();
        assertThat(form.lines()).containsExactly(new SubmitReturn.Line(7L, 2, "OTHER"));
        assertThat(form.refundType()).isEqualTo("EXCHANGE");
        assertThat(form.comment()).isEqualTo("Hi");
        assertThat(form.submissionKey()).isEqualTo("k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "1.5", "1e3", "99999999999", "0x1", "٣"})
    void saysWhichQuantityIsNoWholeNumberAndKeepsIt(String typed) {
        RequestForm form = form("quantity[7]", typed);

        assertThat(form.objections()).containsExactly(Objection.to("lines[7].quantity", "rtn.objection.quantity.notPositive"));
        assertThat(form.quantities()).containsEntry(7L, typed);
    }

    @Test
    void leavesNegativeQuantitiesToTheRulesOfTheShop() {
        RequestForm form = form("quantity[7]", "-3");

        assertThat(form.objections()).isEmpty();
        assertThat(form.lines()).containsExactly(new SubmitReturn.Line(7L, -3, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantity[x]", "quantity[-1]", "quantity[]", "reason[9999999999999999999]", "quantity[1][2]"})
    void refusesInputsForWhatCanBeNoLine(String input) {
        assertThat(form(input, "1").objections()).containsExactly(Objection.general("rtn.objection.line.unknown"));
    }

    @Test
    void takesNothingForNothing() {
        RequestForm form = form();

        assertThat(form.objections()).isEmpty();
        assertThat(form.lines()).isEmpty();
        assertThat(form.refundType()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "1.5"})
    void whatIsNoPageIsTheFirst(String page) {
        assertThat(MyReturnsController.number(page)).isEqualTo(1);
    }

    @Test
    void pagesCountFromOne() {
        assertThat(MyReturnsController.number(null)).isEqualTo(1);
        assertThat(MyReturnsController.number("3")).isEqualTo(3);
        assertThat(MyReturnsController.number("9999999")).isEqualTo(1_000_000);
    }

    private static RequestForm form(String... namesAndValues) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
        }
        return RequestForm.of(parameters);
    }
}
