package org.broadleafreturns.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out what is not in time, so that {@code bin/test}, which names it, ends before anybody gives up. JUnit asks it of each test
 * ({@code META-INF/services}); jqwik's classes of {@link OwnShops} name it.
 */
public class InTime implements ExecutionCondition, SkipExecutionHook {

    /** When the run began, of all lines together, in seconds since 1970; where it is not set, there is time enough. */
    private static final String BEGUN = "RTN_TESTS_BEGUN";
    /** For what has shops of its own. Both lines are done with it by then on a machine of two processors that does nothing else. */
    static final Duration LATEST_WITH_SHOPS_OF_THEIR_OWN = Duration.ofMinutes(60);
    /** For everything. What is begun then is done a quarter of an hour later. */
    static final Duration LATEST = Duration.ofMinutes(72);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return tooLate(System.getenv(BEGUN), Instant.now(), context.getTags().contains(OwnShops.TAG) ? LATEST_WITH_SHOPS_OF_THEIR_OWN : LATEST)
            .map(ConditionEvaluationResult::disabled).orElseGet(() -> ConditionEvaluationResult.enabled("There is time enough"));
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return tooLate(System.getenv(BEGUN), Instant.now(), LATEST_WITH_SHOPS_OF_THEIR_OWN).map(SkipResult::skip)
            .orElseGet(SkipResult::doNotSkip);
    }

    static Optional<String> tooLate(String begun, Instant now, Duration latest) {
        if (begun == null) {
            return Optional.empty();
        }
        Duration taken = Duration.between(Instant.ofEpochSecond(Long.parseLong(begun)), now);
        return taken.compareTo(latest) < 0 ? Optional.empty()
            : Optional.of("Left out: the run has taken " + taken.toMinutes() + " minutes already");
    }
}
