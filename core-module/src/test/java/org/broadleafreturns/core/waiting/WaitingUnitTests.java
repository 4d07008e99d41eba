package org.broadleafreturns.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class WaitingUnitTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("org.broadleafreturns.core.waiting");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Parcels parcels = new Parcels("parcels", new Allowance(5, Duration.ofMinutes(10)));
    private final Parcels letters = new Parcels("letters", Allowance.ANY);

    @BeforeEach
    void listen() {
        log.start();
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.setLevel(null);
        LOGGER.detachAppender(log);
    }

    private static class Parcels implements WaitingSource {

        private final String name;
        private final Allowance usual;
        private Backlog backlog = Backlog.NONE;
        private int asked;

        Parcels(String name, Allowance usual) {
            this.name = name;
            this.usual = usual;
        }

        void wait(int count, int minutes) {
            backlog = Backlog.of(count, count == 0 ? null : NOW.minus(Duration.ofMinutes(minutes)));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Backlog backlog() {
            asked++;
            if (backlog == null) {
                throw new IllegalStateException("The database is away");
            }
            return backlog;
        }

        @Override
        public Allowance usual() {
            return usual;
        }
    }

    private Waiting waiting(Map<String, String> properties) {
        return waiting(properties, parcels, letters);
    }

    private static Waiting waiting(Map<String, String> properties, WaitingSource... sources) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        for (int i = 0; i < sources.length; i++) {
            beans.registerSingleton("source" + i, sources[i]);
        }
        Waiting waiting = new Waiting(beans.getBeanProvider(WaitingSource.class), new Allowances(property ->
            properties.getOrDefault(property.replaceAll("\\$\\{|:}", ""), "")), CLOCK);
        waiting.afterSingletonsInstantiated();
        return waiting;
    }

    @ParameterizedTest
    @CsvSource({"0,0,false", "5,10,false", "6,0,true", "1,11,true", "20000,1,true"})
    void isBehindWhenThereAreTooManyOrTheOldestHasWaitedTooLong(int count, int minutes, boolean behind) {
        parcels.wait(count, minutes);
        letters.wait(count, minutes);

        assertThat(waiting(Map.of()).now()).extracting(WaitingState::behind).containsExactly(behind, false);
    }

    @ParameterizedTest
    @CsvSource({"parcels.count,any,false", "parcels.count,7,false", "parcels.count,' 6 ',true", "parcels.count,'',true",
        "letters.minutes,0,true", "letters.minutes,1,false", "letters.count,0,true"})
    void propertiesSayWhatMayWait(String property, String value, boolean behind) {
        Parcels source = property.startsWith("parcels") ? parcels : letters;
        source.wait(7, 1);

        assertThat(waiting(Map.of("returns.waiting." + property, value), source).now()).extracting(WaitingState::behind)
            .containsExactly(behind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "1.5", "99999999999"})
    void anotherPropertyRefusesTheStart(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> waiting(Map.of("returns.waiting.letters.minutes", value)))
            .withMessageContaining("returns.waiting.letters.minutes").withMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Parcels", "a b", "-a", "letters"})
    void aNameThatDoesNotTellOneFromTheOthersRefusesTheStart(String name) {
        assertThatIllegalStateException().isThrownBy(() -> waiting(Map.of(), letters, new Parcels(name, Allowance.ANY)))
            .withMessageContaining("'" + name + "'");
    }

    @Test
    void oneThatCannotBeReadHidesNoOther() {
        parcels.backlog = null;
        letters.wait(3, 2);

        assertThat(waiting(Map.of()).now()).extracting(WaitingState::isKnown).containsExactly(false, true);
    }

    @Test
    void whoeverAsksOftenReadsWhatWasReadBefore() {
        Waiting waiting = waiting(Map.of());
        for (int i = 0; i < 100; i++) {
            waiting.recent();
        }
        assertThat(parcels.asked).isEqualTo(1);
    }

    @Test
    void theLogSaysOnceThatTooMuchWaitsAndOnceThatItNoLongerDoes() {
        WaitingCheck check = new WaitingCheck(waiting(Map.of()), Duration.ofMinutes(1), CLOCK);
        // As another node has left it; nobody here knows what 'shelves' are.
        String said = check.run("shelves");
        assertThat(log.list).isEmpty();

        parcels.wait(20_000, 12);
        said = check.run(check.run(said));
        assertThat(said).isEqualTo("parcels,shelves");
        parcels.backlog = null;
        said = check.run(said);
        parcels.wait(2, 1);
        said = check.run(check.run(said));

        assertThat(said).isEqualTo("shelves");
        assertThat(log.list).extracting(line -> line.getLevel() + " " + line.getFormattedMessage()).containsExactly(
            "WARN Returns: parcels is behind, 10000+ wait, the oldest for 12 minutes; see 'What is waiting' in the back office",
            "WARN How much waits as parcels cannot be read: java.lang.IllegalStateException: The database is away",
            "INFO Returns: parcels is fine again, 2 wait");
    }

    @Test
    void metersSayTheSameWithoutAskingEachTime() {
        MeterRegistry meters = new SimpleMeterRegistry();
        parcels.wait(3, 2);
        letters.backlog = null;
        try (AnnotationConfigApplicationContext shop = shop(meters)) {
            for (int i = 0; i < 10; i++) {
                assertThat(meters.get("returns.waiting").tag("what", "parcels").gauge().value()).isEqualTo(3);
                assertThat(meters.get("returns.waiting.oldest").tag("what", "parcels").gauge().value()).isEqualTo(120);
                assertThat(meters.get("returns.waiting").tag("what", "letters").gauge().value()).isNaN();
            }
            assertThat(parcels.asked).isEqualTo(1);
            assertThat(shop.getBean(Waiting.class).names()).containsExactly("parcels", "letters");
        }
    }

    @Test
    void withoutARegistryThereAreNoMeters() {
        try (AnnotationConfigApplicationContext shop = shop()) {
            assertThat(shop.getBean(Waiting.class).now()).hasSize(2);
        }
    }

    @Test
    void withoutMicrometerItsClassesAreNotEvenLookedFor() {
        ClassLoader without = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("io.micrometer.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        try (AnnotationConfigApplicationContext shop = new AnnotationConfigApplicationContext()) {
            shop.setClassLoader(without);
            start(shop);
            assertThat(shop.containsBean("rtnWaitingMeters")).isFalse();
            assertThat(shop.getBean(Waiting.class).now()).hasSize(2);
        }
    }

    private AnnotationConfigApplicationContext shop(MeterRegistry... registries) {
        AnnotationConfigApplicationContext shop = new AnnotationConfigApplicationContext();
        for (MeterRegistry registry : registries) {
            shop.registerBean(MeterRegistry.class, () -> registry);
        }
        start(shop);
        return shop;
    }

    private void start(AnnotationConfigApplicationContext shop) {
        shop.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("returns.waiting.parcels.count", "1")));
        shop.registerBean("rtnClock", Clock.class, () -> CLOCK);
        List.of(parcels, letters).forEach(source -> shop.registerBean(source.name, WaitingSource.class, () -> source));
        shop.register(WaitingConfiguration.class, WaitingMetersConfiguration.class);
        shop.refresh();
    }
}
