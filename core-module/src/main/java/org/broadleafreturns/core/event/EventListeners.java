package org.broadleafreturns.core.event;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadleafreturns.core.background.LaterTasks;
import org.broadleafreturns.core.kernel.OnlyOnce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The listeners of this application, which are known when all beans are there: they may need any of ours themselves. Each is
 * noted in the database before anybody can use the application, and from then on is told what happens.
 */
class EventListeners implements SmartInitializingSingleton, LaterTasks {

    /** With the listener's name behind it a task's name has at most 100 characters. */
    static final int NAME_LENGTH = 60;

    private static final Logger LOG = LoggerFactory.getLogger(EventListeners.class);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0," + (NAME_LENGTH - 1) + "}");

    private final ObjectProvider<ReturnEventListener> beans;
    private final Deliveries deliveries;
    private final EventDelivery delivery;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private Map<String, ReturnEventListener> listeners = Map.of();

    EventListeners(ObjectProvider<ReturnEventListener> beans, Deliveries deliveries, EventDelivery delivery, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.beans = beans;
        this.deliveries = deliveries;
        this.delivery = delivery;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void afterSingletonsInstantiated() {
        listeners = byName(beans.orderedStream().collect(Collectors.toList()));
        listeners.keySet().forEach(this::register);
    }

    /** @throws IllegalStateException if one cannot be told from the others for ever */
    static Map<String, ReturnEventListener> byName(List<ReturnEventListener> found) {
        Map<String, ReturnEventListener> named = new LinkedHashMap<>();
        for (ReturnEventListener listener : found) {
            String name = listener.name();
            if (name == null || !NAME.matcher(name).matches()) {
                throw new IllegalStateException("The return event listener " + listener.getClass().getName() + " is called '" + name
                    + "'. A name has 1 to " + NAME_LENGTH + " small letters, digits, dots, hyphens and underscores, and begins with a"
                    + " letter or a digit.");
            }
            ReturnEventListener other = named.put(name, listener);
            if (other != null) {
                throw new IllegalStateException("Two return event listeners are called '" + name + "': " + other.getClass().getName()
                    + " and " + listener.getClass().getName() + ". Each needs a name of its own, by which the database knows what it has"
                    + " heard.");
            }
        }
        return named;
    }

    private void register(String name) {
        if (OnlyOnce.add(transaction, () -> deliveries.knows(name), () -> deliveries.register(name, clock.instant()))) {
            LOG.info("The return event listener '{}' is new and hears what happens from now on", name);
        }
    }

    /** One for each listener, which one node has at a time. */
    @Override
    public List<RecurringTask<Void>> tasks() {
        return listeners.entrySet().stream().map(listener -> delivery.task(listener.getKey(), listener.getValue())).toList();
    }
}
