package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.SubmitReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;

class RequestFormUnitTests {

    @Test
    void readsThePickedLines() {
        RequestForm form = form("quantity[7]", " 2 ", "reason[7]", "OTHER", "quantity[8]", "", "reason[8]", "OTHER",
            "quantity[9]", "0", "refundType", "EXCHANGE", "comment", "Hi");

        assertThat(form.objections()).isEmpty();
        assertThat(form.input().lines()).containsExactly(new SubmitReturn.Line(7L, 2, "OTHER"));
        assertThat(form.input().refundType()).isEqualTo("EXCHANGE");
        assertThat(form.input().comment()).isEqualTo("Hi");
        assertThat(form.staying()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "1.5", "1e3", "99999999999", "0x1", "٣"})
    void saysWhichQuantityIsNoWholeNumberAndKeepsIt(String typed) {
        RequestForm form = form("quantity[7]", typed);

        assertThat(form.objections()).containsExactly(Objection.to("lines[7].quantity", "rtn.objection.quantity.notPositive"));
        assertThat(form.input().quantities()).containsEntry(7L, typed);
    }

    @Test
    void leavesNegativeQuantitiesToTheRulesOfTheShop() {
        RequestForm form = form("quantity[7]", "-3");

        assertThat(form.objections()).isEmpty();
        assertThat(form.input().lines()).containsExactly(new SubmitReturn.Line(7L, -3, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantity[x]", "quantity[-1]", "quantity[]", "reason[9999999999999999999]", "quantity[1][2]",
        "quantity[1\n]", "quantity[١]"})
    void refusesInputsForWhatCanBeNoLine(String input) {
        assertThat(form(input, "1").objections()).containsExactly(Objection.general("rtn.objection.line.unknown"));
    }

    @Test
    void takesNothingForNothing() {
        RequestForm form = form();

        assertThat(form.objections()).isEmpty();
        assertThat(form.input().lines()).isEmpty();
        assertThat(form.input().refundType()).isNull();
        assertThat(form.removed()).isEmpty();
    }

    @Test
    void takesAParameterWithoutValueForNothing() {
        RequestForm form = RequestForm.of(Map.of("quantity[7]", new String[0], "quantity[8]", new String[1],
            "reason[8]", new String[1], "comment", new String[0]));

        assertThat(form.input().quantities()).isEmpty();
        assertThat(form.input().reasons()).isEmpty();
        assertThat(form.input().comment()).isNull();
    }

    @Test
    void staysOnTheFormWhenPhotosAreAddedOrRemoved() {
        assertThat(form("add", "true")).satisfies(form -> {
            assertThat(form.staying()).isTrue();
            assertThat(form.adding()).isTrue();
        });
        assertThat(form("remove", "12")).satisfies(form -> {
            assertThat(form.staying()).isTrue();
            assertThat(form.removed()).hasValue(12L);
        });
        assertThat(form("remove", "all").staying()).isFalse();
    }

    @Test
    void takesChosenFilesAndNotTheInputLeftEmpty() {
        MockMultipartHttpServletRequest request = new MockMultipartHttpServletRequest();
        request.addFile(new MockMultipartFile("photos", "", null, new byte[0]));
        request.addFile(new MockMultipartFile("photos", "crack.jpg", null, new byte[] {1}));
        request.addFile(new MockMultipartFile("photos", "empty.png", null, new byte[0]));
        request.addFile(new MockMultipartFile("label", "label.pdf", null, new byte[] {1}));

        assertThat(PhotoUpload.of(request).files()).extracting(PhotoFile::name).containsExactly("crack.jpg", "empty.png");
    }

    @Test
    void looksAtAsManyFilesAsAServerOfFewPartsLetsThroughAndSaysSo() {
        MockMultipartHttpServletRequest request = new MockMultipartHttpServletRequest();
        for (int file = 0; file < 1500; file++) {
            request.addFile(new MockMultipartFile("photos", file + ".png", null, new byte[] {1}));
        }

        PhotoUpload upload = PhotoUpload.of(request);

        assertThat(upload.files()).hasSize(9).last().extracting(PhotoFile::name).isEqualTo("8.png");
        assertThat(upload.objections()).containsExactly(Objection.to("photos", "rtn.site.photos.atOnce", 9));
    }

    @Test
    void asksForAPhotoWhereNoneWasChosen() {
        assertThat(PhotoUpload.of(new MockHttpServletRequest()).objections())
            .containsExactly(Objection.to("photos", "rtn.site.photos.none"));
    }

    @Test
    void looksAtAsManyLinesAsTheLargestOrderHasAndSaysOnceThatTheOthersAreUnknown() {
        Map<String, String[]> parameters = new HashMap<>();
        for (int item = 0; item < 9000; item++) {
            parameters.put("quantity[" + item + "]", new String[] {"1"});
        }

        RequestForm form = RequestForm.of(parameters);

        assertThat(form.input().lines()).hasSize(RequestForm.MOST_LINES);
        assertThat(form.objections()).containsExactly(Objection.general("rtn.objection.line.unknown"));
    }

    @Test
    void aTextThatIsTooLongStaysTooLongAndIsNotKeptWhole() {
        assertThat(form("comment", "x".repeat(2_000_000)).input().comment())
            .hasSizeBetween(ReturnRequest.TEXT_LENGTH + 1, RequestForm.MOST_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "1.5", "١"})
    void whatIsNoPageIsTheFirst(String page) {
        assertThat(ReturnListController.number(page)).isEqualTo(1);
    }

    @Test
    void pagesCountFromOne() {
        assertThat(ReturnListController.number(null)).isEqualTo(1);
        assertThat(ReturnListController.number("3")).isEqualTo(3);
        assertThat(ReturnListController.number("9999999")).isEqualTo(1_000_000);
    }

    private static RequestForm form(String... namesAndValues) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
        }
        return RequestForm.of(parameters);
    }
}
