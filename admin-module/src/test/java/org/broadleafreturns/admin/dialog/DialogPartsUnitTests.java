package org.broadleafreturns.admin.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;

class DialogPartsUnitTests {

    private final DialogParts parts = new DialogParts(List.of(part("always", true, null), part("decided", true,
        Set.of(ReturnStatus.REFUSED, ReturnStatus.ACCEPTED)), part("created", true, Set.of(ReturnStatus.REQUESTED)), part("nowhere", false, null)));

    private static DialogPart part(String name, boolean isIn, Set<ReturnStatus> shownFor) {
        return new DialogPart() {
            @Override
            public String template() {
                return "rtn/part/" + name;
            }

            @Override
            public Set<ReturnStatus> shownFor() {
                return shownFor == null ? DialogPart.super.shownFor() : shownFor;
            }

            @Override
            public boolean isIn(OpenDialog dialog) {
                return isIn;
            }

            @Override
            public Map<String, Object> model(OpenDialog dialog) {
                return Map.of("order", dialog.orderId());
            }
        };
    }

    @Test
    void whatIsForSomeStatusesIsShownWithThose() {
        assertThat(shown(ReturnStatus.RECEIVED, ReturnStatus.ACCEPTED)).containsExactly(
            new ShownPart("rtn/part/always", null, Map.of("order", 11L)),
            new ShownPart("rtn/part/decided", "ACCEPTED REFUSED", Map.of("order", 11L)));
    }

    @Test
    void whatIsForAllStatusesThatCanBeChosenIsAlwaysShown() {
        assertThat(shown(ReturnStatus.ACCEPTED, ReturnStatus.REFUSED)).extracting(ShownPart::shownFor).containsExactly(null, null);
    }

    @Test
    void whatIsForNoStatusThatCanBeChosenIsNotInTheDialog() {
        assertThat(shown(ReturnStatus.RECEIVED)).extracting(ShownPart::template).containsExactly("rtn/part/always");
    }

    @Test
    void aDialogThatCreatesAReturnHasWhatIsForThat() {
        assertThat(parts.in(OpenDialog.creation(11L))).containsExactly(
            new ShownPart("rtn/part/created", null, Map.of("order", 11L)));
    }

    private List<ShownPart> shown(ReturnStatus... choices) {
        return parts.in(new OpenDialog(Optional.empty(), 11L, Set.of(choices)));
    }
}
