package org.broadleafreturns.core.waiting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * What waits as Micrometer's gauges: {@code returns.waiting}, how many, and {@code returns.waiting.oldest}, for how many seconds,
 * each with the source's name as the tag {@code what}. All nodes say the same, since it is the database's.
 */
class WaitingMeters implements SmartInitializingSingleton {

    private final ObjectProvider<MeterRegistry> registries;
    private final Waiting waiting;
    private final Clock clock;

    WaitingMeters(ObjectProvider<MeterRegistry> registries, Waiting waiting, Clock clock) {
        this.registries = registries;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** Of several registries one may be there for all, as Spring Boot's is. */
    @Override
    public void afterSingletonsInstantiated() {
        MeterRegistry one = registries.getIfUnique();
        if (one == null) {
            registries.forEach(this::register);
        } else {
            register(one);
        }
    }

    private void register(MeterRegistry registry) {
        for (String name : waiting.names()) {
            Gauge.builder("returns.waiting", () -> value(name, Backlog::count))
                .description("How many wait, up to " + Backlog.COUNTED).tag("what", name).register(registry);
            Gauge.builder("returns.waiting.oldest", () -> value(name, this::age))
                .description("How long the oldest of them has waited").baseUnit("seconds").tag("what", name).register(registry);
        }
    }

    private double value(String name, ToDoubleFunction<Backlog> value) {
        return waiting.recent().stream().filter(state -> state.name().equals(name) && state.isKnown())
            .mapToDouble(state -> value.applyAsDouble(state.backlog())).findFirst().orElse(Double.NaN);
    }

    private double age(Backlog backlog) {
        return backlog.oldest() == null ? 0 : Math.max(0, Duration.between(backlog.oldest(), clock.instant()).toSeconds());
    }
}
