package org.broadleafreturns.core.request;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.broadleafreturns.core.request.sequence.CommandSequence;
import org.broadleafreturns.core.request.sequence.SequenceRun;

/**
 * Any sequence of commands, sensible or hostile, leaves the records as the design says. The demo's
 * {@code ReturnCommandsIntegrationTests} asks the same of real databases, with fewer sequences.
 */
class ReturnCommandsPropertyTests {

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void keepTheRules(@ForAll("sequences") CommandSequence sequence) {
        int changes = SequenceRun.of(sequence, new InMemoryReturns(CommandSequence.ORDERED, sequence.late()));

        Statistics.collect(changes >= 2);
        // Sequences that come to nothing would prove nothing.
        Statistics.coverage(lives -> lives.check(true).percentage(share -> share > 5));
    }

    @Provide
    Arbitrary<CommandSequence> sequences() {
        return CommandSequence.any(60);
    }
}
