package org.broadleafreturns.core.waiting;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For both applications; whichever looks first says what it has found. */
@Configuration
class WaitingConfiguration {

    @Bean
    Waiting rtnWaiting(ObjectProvider<WaitingSource> sources, ConfigurableBeanFactory beans, @Qualifier("rtnClock") Clock clock) {
        return new Waiting(sources, new Allowances(beans::resolveEmbeddedValue), clock);
    }

    @Bean
    WaitingCheck rtnWaitingCheck(Waiting waiting, @Value("${returns.waiting.check-seconds:60}") long seconds,
            @Qualifier("rtnClock") Clock clock) {
        return new WaitingCheck(waiting, Duration.ofSeconds(Math.max(1, seconds)), clock);
    }
}
