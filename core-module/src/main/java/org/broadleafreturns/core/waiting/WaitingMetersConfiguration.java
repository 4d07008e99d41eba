package org.broadleafreturns.core.waiting;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Not even read where the shop has no Micrometer. */
@Configuration
@Conditional(MicrometerIsThere.class)
class WaitingMetersConfiguration {

    @Bean
    WaitingMeters rtnWaitingMeters(ObjectProvider<MeterRegistry> registries, Waiting waiting,
            @Qualifier("rtnClock") Clock clock) {
        return new WaitingMeters(registries, waiting, clock);
    }
}
