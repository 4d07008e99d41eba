package org.broadleafreturns.core.waiting;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * What waits now. The sources are known when all beans are there: they may need any of ours themselves, and some of ours begin
 * work that is watched here.
 */
@ForIntegrators
public class Waiting implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /** So long nothing is read again for whoever asks often. */
    private static final Duration RECENT = Duration.ofSeconds(10);

    private final ObjectProvider<WaitingSource> beans;
    private final Allowances allowances;
    private final Clock clock;
    private volatile Map<WaitingSource, Allowance> sources;
    private List<WaitingState> last;
    private long lastRead;

    Waiting(ObjectProvider<WaitingSource> beans, Allowances allowances, Clock clock) {
        this.beans = beans;
        this.allowances = allowances;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        sources();
    }

    /** Any two that read them at once find the same. */
    private Map<WaitingSource, Allowance> sources() {
        if (sources == null) {
            sources = found(beans.orderedStream().toList());
        }
        return sources;
    }

    /** @throws IllegalStateException if one cannot be told from the others */
    private Map<WaitingSource, Allowance> found(List<WaitingSource> all) {
        Set<String> names = new HashSet<>();
        Map<WaitingSource, Allowance> found = new LinkedHashMap<>();
        for (WaitingSource source : all) {
            if (source.name() == null || !NAME.matcher(source.name()).matches() || !names.add(source.name())) {
                throw new IllegalStateException("What waits as '" + source.name() + "' (" + source.getClass().getName()
                    + ") needs a name of its own, of small letters, digits and hyphens");
            }
            found.put(source, allowances.of(source));
        }
        return found;
    }

    /** The names of all sources, in their order. */
    public List<String> names() {
        return sources().keySet().stream().map(WaitingSource::name).toList();
    }

    /** Each source's state of now, in the order of the beans. */
    public List<WaitingState> now() {
        return sources().entrySet().stream().map(source -> state(source.getKey(), source.getValue())).toList();
    }

    /** One source that cannot be read does not hide the others. */
    private WaitingState state(WaitingSource source, Allowance allowance) {
        try {
            return WaitingState.of(source, source.backlog(), allowance, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("How much waits as {} cannot be read: {}", source.name(), e.toString());
            return WaitingState.unknown(source, allowance);
        }
    }

    /** The same of ten seconds ago at most: however often it is asked, the database is not asked more often than that. */
    public synchronized List<WaitingState> recent() {
        if (last == null || System.nanoTime() - lastRead > RECENT.toNanos()) {
            last = now();
            lastRead = System.nanoTime();
        }
        return last;
    }
}
