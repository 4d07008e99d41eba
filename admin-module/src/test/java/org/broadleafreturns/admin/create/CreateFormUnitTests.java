package org.broadleafreturns.admin.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.SubmitReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateFormUnitTests {

    private static final List<Long> ITEMS = List.of(7L, 8L);

    @Test
    void readsWhatWasEntered() {
        CreateReturn command = CreateForm.read(11L, ITEMS, Map.of("lines[7].quantity", " 2 ", "lines[7].reason", "OTHER",
            "refundType", "REFUND", "comment", "c", "ground", "g", "confirm", "true", "submissionKey", "k"));

        assertThat(command.orderId()).isEqualTo(11L);
        assertThat(command.lines()).containsExactly(new SubmitReturn.Line(7L, 2, "OTHER"));
        assertThat(command.refundType()).isEqualTo("REFUND");
        assertThat(command.comment()).isEqualTo("c");
        assertThat(command.ground()).isEqualTo("g");
        assertThat(command.confirm()).isTrue();
        assertThat(command.submissionKey()).isEqualTo("k");
    }

    @Test
    void handsOnWhatFurtherPartsMayAskFor() {
        CreateReturn command = CreateForm.read(11L, ITEMS, Map.of("lines[7].quantity", "1", "lines[7].reason", "OTHER", "lines[99].quantity",
            "1", "refundType", "REFUND", "comment", "c", "csrfToken", "t", "gift.message", "Dear Ann"));

        assertThat(command.inputs()).isEqualTo(Map.of("gift.message", "Dear Ann"));
    }

    @Test
    void aLineWithoutAQuantityIsNotPickedAndABoxThatIsNotTickedMeansNoMail() {
        CreateReturn command = CreateForm.read(11L, ITEMS, Map.of("lines[7].quantity", "", "lines[8].quantity", "0",
            "lines[x].quantity", "1", "lines[9999999999999999999].quantity", "1", "lines[7].reason", "OTHER"));

        assertThat(command.lines()).isEmpty();
        assertThat(command.confirm()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "1.5", "9999999999", "1 2", "<b>"})
    void saysWhichQuantityIsNoNumber(String typed) {
        assertThatExceptionOfType(ReturnRefusedException.class)
            .isThrownBy(() -> CreateForm.read(11L, ITEMS, Map.of("lines[7].quantity", typed)))
            .satisfies(refused -> assertThat(refused.objections())
                .containsExactly(Objection.to("lines[7].quantity", "rtn.objection.quantity.notPositive")));
    }

    @Test
    void doesNotLookAtLinesThatTheOrderDoesNotHave() {
        Map<String, String> inputs = new HashMap<>(Map.of("lines[7].quantity", "1"));
        for (int line = 1000; line < 10_000; line++) {
            inputs.put("lines[" + line + "].quantity", "x");
        }
        assertThat(CreateForm.read(11L, ITEMS, inputs).lines()).containsExactly(new SubmitReturn.Line(7L, 1, null));
    }
}
