package org.broadleafreturns.core.withdrawal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.broadleafreturns.core.kernel.Objection;

/**
 * What the shop's own count says of a statement about one of its orders. It informs merchants and decides nothing.
 *
 * @param lines the articles that are withdrawn from
 */
public record WithdrawalFindings(List<Line> lines, Set<WithdrawalFlag> flags) {

    public WithdrawalFindings {
        lines = List.copyOf(lines);
        flags = Set.copyOf(flags);
    }

    /**
     * One of the articles.
     *
     * @param name with what tells it from others of that name
     * @param quantity how many units are withdrawn from
     * @param lastDay of its period; null while nobody knows when the last article was delivered
     * @param late whether the statement came after that day
     * @param exclusion why it is excepted from the right of withdrawal; null if it is not
     * @param unshipped how many of the units have not left the shop, as far as it says so; none of what nobody delivers
     * @param toStop how many of those wait to be shipped
     */
    public record Line(Long orderItemId, String name, int quantity, LocalDate lastDay, boolean late, Objection exclusion, int unshipped,
            int toStop) {
    }

    /** Where the shop's count fails: what is known without it. */
    static WithdrawalFindings uncounted(boolean second) {
        return new WithdrawalFindings(List.of(), second ? Set.of(WithdrawalFlag.UNCOMPARED, WithdrawalFlag.SECOND)
            : Set.of(WithdrawalFlag.UNCOMPARED));
    }

    /** How many units wait to be shipped with a parcel that is to be stopped. */
    public int toStop() {
        return lines.stream().mapToInt(Line::toStop).sum();
    }
}
