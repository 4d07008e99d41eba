package org.broadleafreturns.admin.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;

class StatusFormUnitTests {

    private static final String NUMBER = "R7KM-2QXP";

    private final Map<String, String> inputs = new HashMap<>(Map.of("version", "3", "status", "RECEIVED"));

    @Test
    void readsWhatWasEntered() {
        inputs.put("message", "Thank you");
        inputs.put("note", "A mistake");

        StatusChange change = read();

        assertThat(change.number()).isEqualTo("R7KM-2QXP");
        assertThat(change.version()).isEqualTo(3);
        assertThat(change.to()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(change.message()).isEqualTo("Thank you");
        assertThat(change.note()).isEqualTo("A mistake");
        assertThat(change.acceptedByLine()).isEmpty();
        assertThat(change.label()).isNull();
    }

    @Test
    void handsOnWhatFurtherPartsMayAskFor() {
        inputs.putAll(Map.of("message", "m", "note", "n", "csrfToken", "t", "stateVersionToken", "t", "accepted[5]", "1",
            "gift.message", "Dear Ann", "gift[5]", ""));
        inputs.put("gift.wrap", null);

        assertThat(read().inputs()).isEqualTo(Map.of("gift.message", "Dear Ann", "gift[5]", ""));
    }

    /** Of a form with a file, servers take few parts. */
    @Test
    void takesThemInOneTextWithALabel() throws IOException {
        inputs.put("inputs", "gift.message=Dear+%C3%89va%0D%0A%26&gift%5B5%5D=&gift.wrap&status=REFUSED");
        MockMultipartFile file = new MockMultipartFile("label", "a.pdf", null, new byte[] {1});

        StatusChange change = StatusForm.readWithLabel(NUMBER, inputs, file);

        assertThat(change.to()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(change.inputs()).containsEntry("gift.message", "Dear \u00c9va\r\n&").containsEntry("gift[5]", "")
            .containsEntry("gift.wrap", "");
        for (String unreadable : new String[] {"gift.message=%", "x".repeat(1_000_001)}) {
            inputs.put("inputs", unreadable);
            assertObjections(() -> StatusForm.readWithLabel(NUMBER, inputs, file), Objection.general("rtn.objection.form.unreadable"));
        }
    }

    @Test
    void leavesAMissingStatusToTheService() {
        inputs.remove("status");
        assertThat(read().to()).isNull();

        inputs.put("status", " ");
        assertThat(read().to()).isNull();
    }

    @Test
    void objectsToAnUnknownStatus() {
        inputs.put("status", "SHIPPED");
        assertObjections(Objection.to("status", "rtn.objection.status.notAllowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "99999999999"})
    void takesAMangledVersionForAnother(String version) {
        inputs.put("version", version);
        assertThat(read().version()).isEqualTo(-1);
    }

    @Test
    void readsAcceptedQuantitiesOfAPartialDecision() {
        inputs.put("status", "PARTIALLY_ACCEPTED");
        inputs.put("accepted[5]", " 2 ");
        assertThat(read().acceptedByLine()).containsExactly(Map.entry(5L, 2));
    }

    @Test
    void leavesNegativeQuantitiesToTheService() {
        inputs.put("status", "PARTIALLY_ACCEPTED");
        inputs.put("accepted[5]", "-1");
        assertThat(read().acceptedByLine()).containsExactly(Map.entry(5L, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "1.5", "1e3", "99999999999"})
    void objectsToQuantitiesThatAreNoWholeNumbers(String quantity) {
        inputs.put("status", "PARTIALLY_ACCEPTED");
        inputs.put("accepted[5]", quantity);
        assertObjections(Objection.to("accepted[5]", "rtn.objection.accepted.range", 3));
    }

    @Test
    void doesNotLookAtLinesThatTheReturnDoesNotHave() {
        inputs.put("status", "PARTIALLY_ACCEPTED");
        inputs.put("accepted[5]", "2");
        for (int line = 1000; line < 10_000; line++) {
            inputs.put("accepted[" + line + "]", "x");
        }
        assertThat(read().acceptedByLine()).containsExactly(Map.entry(5L, 2));
    }

    @Test
    void doesNotLookAtQuantitiesOfOtherDecisions() {
        inputs.put("accepted[5]", "x");
        assertThat(read().acceptedByLine()).isEmpty();
    }

    /** Browsers send a part without name and content for it, scripts may send none. */
    @Test
    void wantsAFileWhereALabelIsToBeSent() {
        Objection missing = Objection.to("label", "rtn.objection.label.missing");
        assertObjections(() -> StatusForm.readWithLabel(NUMBER, inputs, new MockMultipartFile("label", "", null, new byte[0])), missing);
        assertObjections(() -> StatusForm.readWithLabel(NUMBER, inputs, null), missing);
    }

    @Test
    void handsOnALabelAndEvenAnEmptyOne() throws IOException {
        StatusChange change = StatusForm.readWithLabel(NUMBER, inputs, new MockMultipartFile("label", "a.pdf", null, new byte[] {1}));
        assertThat(change.label().name()).isEqualTo("a.pdf");
        assertThat(change.label().content().getInputStream().readAllBytes()).containsExactly(1);

        assertThat(StatusForm.readWithLabel(NUMBER, inputs, new MockMultipartFile("label", "b.pdf", null, new byte[0])).label())
            .isNotNull();
    }

    @Test
    void takesNoLinesAndNoMoreThanTenPartsWithALabel() {
        MockMultipartHttpServletRequest form = new MockMultipartHttpServletRequest();
        form.addFile(new MockMultipartFile("label", "a.pdf", null, new byte[] {1}));
        inputs.forEach(form::addParameter);
        StatusForm.requireFewParts(form);

        form.addParameter("accepted[5]", "2");
        assertObjections(() -> StatusForm.requireFewParts(form), Objection.general("rtn.objection.form.unreadable"));
        form.removeParameter("accepted[5]");
        for (int part = 0; part < 8; part++) {
            form.addFile(new MockMultipartFile("label", "a.pdf", null, new byte[] {1}));
        }
        assertObjections(() -> StatusForm.requireFewParts(form), Objection.general("rtn.objection.form.unreadable"));
    }

    private StatusChange read() {
        return StatusForm.read(NUMBER, inputs, () -> Map.of(5L, 3));
    }

    private void assertObjections(Objection... expected) {
        assertObjections(this::read, expected);
    }

    private static void assertObjections(ThrowingCallable reading, Objection... expected) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ReturnRefusedException.class,
            refused -> assertThat(refused.objections()).containsExactly(expected));
    }
}
