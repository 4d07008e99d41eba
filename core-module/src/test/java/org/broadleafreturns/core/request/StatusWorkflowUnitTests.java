package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatusWorkflowUnitTests {

    /** The table of the design, written out a second time and by name. */
    private static final Map<String, Set<String>> TABLE = Map.of(
        "REQUESTED", Set.of("LABEL_SENT", "RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED", "CANCELLED"),
        "LABEL_SENT", Set.of("LABEL_SENT", "RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED", "CANCELLED"),
        "RECEIVED", Set.of("RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED"),
        "ACCEPTED", Set.of(),
        "PARTIALLY_ACCEPTED", Set.of(),
        "REFUSED", Set.of(),
        "CANCELLED", Set.of());
    private static final Set<String> REOPENABLE = Set.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED");

    static Stream<Arguments> everyPair() {
        return Arrays.stream(ReturnStatus.values())
            .flatMap(from -> Arrays.stream(ReturnStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void allowsExactlyTheStepsOfTheTable(ReturnStatus from, ReturnStatus to) {
        assertThat(StatusWorkflow.next(from, false).contains(to)).isEqualTo(TABLE.get(from.name()).contains(to.name()));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void letsOnlyThoseWhoMayReopenTakeBackADecision(ReturnStatus from, ReturnStatus to) {
        boolean reopening = REOPENABLE.contains(from.name()) && to == ReturnStatus.RECEIVED;

        assertThat(StatusWorkflow.isReopening(from, to)).isEqualTo(reopening);
        assertThat(StatusWorkflow.next(from, true).contains(to))
            .isEqualTo(reopening || TABLE.get(from.name()).contains(to.name()));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void aSingleUnitIsNeverAcceptedInPart(ReturnStatus from, ReturnStatus to) {
        boolean partly = to == ReturnStatus.PARTIALLY_ACCEPTED;

        assertThat(StatusWorkflow.next(from, true, 2, 1).contains(to)).isEqualTo(StatusWorkflow.next(from, true).contains(to));
        assertThat(StatusWorkflow.next(from, true, 1, 1).contains(to)).isEqualTo(!partly && StatusWorkflow.next(from, true).contains(to));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void nothingMoreComesWhereEverythingIsHere(ReturnStatus from, ReturnStatus to) {
        boolean more = from == ReturnStatus.RECEIVED && to == ReturnStatus.RECEIVED;

        assertThat(StatusWorkflow.next(from, true, 2, 0).contains(to)).isEqualTo(!more && StatusWorkflow.next(from, true).contains(to));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void letsCustomersCancelUntilTheGoodsAreReceivedAndNothingElse(ReturnStatus from, ReturnStatus to) {
        boolean cancelling = Set.of("REQUESTED", "LABEL_SENT").contains(from.name()) && to == ReturnStatus.CANCELLED;

        assertThat(StatusWorkflow.nextForCustomer(from).contains(to)).isEqualTo(cancelling);
    }

    @Test
    void knowsEveryStatus() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(ReturnStatus.values()).forEach(status -> names.add(status.name()));

        assertThat(names).isEqualTo(new TreeSet<>(TABLE.keySet()));
    }
}
