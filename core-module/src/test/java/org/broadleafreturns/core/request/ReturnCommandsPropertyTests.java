package org.broadleafreturns.core.request;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.broadleafreturns.core.request.sequence.CommandSequence;
import org.broadleafreturns.core.request.sequence.SequenceRun;

/**
 * Any sequence of commands, sensible or hostile, leaves the records as the design says. The demo's
 * {@code ReturnCommandsIntegrationTests} asks the same of real databases, with fewer sequences.
 */
class ReturnCommandsPropertyTests {

    @Property(tries = 200)
    void keepTheRules(@ForAll("sequences") CommandSequence sequence) {
        SequenceRun.Life life = SequenceRun.of(sequence, new InMemoryReturns(CommandSequence.ORDERED, sequence.late()));

        // Sequences that come to nothing would prove nothing. Most make twice as many changes as are asked for here.
        Statistics.label("ten changes or more").collect(life.changes() >= 10)
            .coverage(lives -> lives.check(true).percentage(share -> share > 50));
        Statistics.label("five different steps or more").collect(life.steps() >= 5)
            .coverage(lives -> lives.check(true).percentage(share -> share > 50));
        Statistics.label("refusals").collect(life.refusals() > 0)
            .coverage(lives -> lives.check(true).percentage(share -> share > 50));
    }

    @Provide
    Arbitrary<CommandSequence> sequences() {
        return CommandSequence.any(60);
    }
}
