package org.broadleafreturns.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that start shops or databases of their own and ask nothing of the shop that all others share. They run last, in virtual machines
 * without that shop, and on a machine where the run has taken too long by then, they are left out, which {@code bin/test} says.
 *
 * <p>jqwik knows neither tags nor conditions of other annotations: its classes have {@link #TAG} and {@link InTime} themselves.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag(OwnShops.TAG)
@ExtendWith(OwnShops.InTime.class)
public @interface OwnShops {

    /** As the build's {@code own-shops} run asks for them. */
    String TAG = "own-shops";

    /** Leaves out what is not in time. */
    class InTime implements ExecutionCondition, SkipExecutionHook {

        /** When the run began, in seconds since 1970; where it is not set, there is time enough. */
        private static final String BEGUN = "RTN_TESTS_BEGUN";
        /** Twice of what all of them take, and what is begun then is done well before anybody gives up. */
        private static final Duration LATEST = Duration.ofMinutes(50);

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return tooLate(System.getenv(BEGUN), Instant.now()).map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("There is time enough"));
        }

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return tooLate(System.getenv(BEGUN), Instant.now()).map(SkipResult::skip).orElseGet(SkipResult::doNotSkip);
        }

        static Optional<String> tooLate(String begun, Instant now) {
            if (begun == null) {
                return Optional.empty();
            }
            Duration taken = Duration.between(Instant.ofEpochSecond(Long.parseLong(begun)), now);
            return taken.compareTo(LATEST) < 0 ? Optional.empty()
                : Optional.of("Left out: the run has taken " + taken.toMinutes() + " minutes already");
        }
    }
}
