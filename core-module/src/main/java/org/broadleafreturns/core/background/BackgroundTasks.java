package org.broadleafreturns.core.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A db-scheduler of the module's own, with a table of its own, beside the one that a shop may have: what is scheduled in a
 * transaction is done after it commits and never if it does not, by whichever node comes first.
 *
 * <p>A scheduler of db-scheduler's cannot be started again once it was stopped, which whatever stops and starts an application's
 * parts does: each start makes a new one.
 */
public class BackgroundTasks implements SmartLifecycle {

    /** Where db-scheduler keeps what is due when, and which node is at it. */
    static final String TABLE = "RTN_SCHEDULED_TASK";

    /** A kind of work that this application does not know may be another's: what nobody does any more, the shop deletes. */
    private static final Duration NEVER = Duration.ofDays(36500);

    /** So many heartbeats without a sign of life, and what a node was at is given to another. */
    private static final int MISSED_HEARTBEATS = 4;

    private final SchedulerClient inTransaction;
    private final Supplier<Scheduler> newScheduler;
    private volatile Scheduler scheduler;

    /**
     * @param dataSource that of the platform's persistence unit
     * @param tasks the kinds of work that all applications have
     * @param later the others
     * @param threads how much of it this node does at once, without the later ones
     * @param pollInterval how often this node looks for work that other nodes have left
     * @param heartbeat how often this node says of the work it is at that it is still alive
     */
    public BackgroundTasks(DataSource dataSource, List<BackgroundTask<?>> tasks, List<LaterTasks> later, int threads,
            Duration pollInterval, Duration heartbeat) {
        List<RecurringTask<?>> recurring = new ArrayList<>();
        List<Task<?>> onDemand = new ArrayList<>();
        for (BackgroundTask<?> kind : tasks) {
            Task<?> task = kind.task();
            if (task instanceof RecurringTask<?> repeated) {
                recurring.add(repeated);
            } else {
                onDemand.add(task);
            }
        }
        JdbcCustomization inUtc = inUtc(dataSource);
        this.inTransaction = SchedulerClient.Builder
            .create(new TransactionAwareDataSourceProxy(dataSource), onDemand)
            .tableName(TABLE)
            .jdbcCustomization(inUtc)
            .build();
        this.newScheduler = () -> scheduler(dataSource, onDemand, recurring, later, threads)
            .tableName(TABLE)
            .jdbcCustomization(inUtc)
            .deleteUnresolvedAfter(NEVER)
            .enableImmediateExecution()
            .pollingInterval(pollInterval)
            .heartbeatInterval(heartbeat)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .commitWhenAutocommitDisabled(true)
            .schedulerName(new SchedulerName.Fixed("rtn-" + UUID.randomUUID()))
            .build();
    }

    /** What suits a database that the scheduler does not know suits HSQLDB and H2, and it need not warn of them. */
    static JdbcCustomization inUtc(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.startsWith("HSQL") || product.equals("H2") ? new DefaultJdbcCustomization(true)
                : new AutodetectJdbcCustomization(dataSource, true);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the background tasks cannot be reached", e);
        }
    }

    private static SchedulerBuilder scheduler(DataSource dataSource, List<Task<?>> onDemand, List<RecurringTask<?>> recurring,
            List<LaterTasks> later, int threads) {
        List<RecurringTask<Void>> further = later.stream().flatMap(tasks -> tasks.tasks().stream()).toList();
        List<RecurringTask<?>> all = new ArrayList<>(recurring);
        all.addAll(further);
        return startTasks(Scheduler.create(dataSource, onDemand), all).threads(threads + further.size());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static SchedulerBuilder startTasks(SchedulerBuilder builder, List<RecurringTask<?>> tasks) {
        return builder.startTasks((List) tasks);
    }

    /** Schedules work in the caller's transaction, unless it is scheduled already. */
    public void schedule(TaskInstance<?> work, Instant when) {
        inTransaction.scheduleIfNotExists(work, when);
        lookAfterCommit();
    }

    /** Schedules work that was never scheduled before, in the caller's transaction, all at once, without looking whether it was. */
    public void scheduleNew(List<TaskInstance<?>> work, Instant when) {
        inTransaction.scheduleBatch(work, when);
        lookAfterCommit();
    }

    /** Lets this node look for work as soon as the caller's transaction has committed. */
    public void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Scheduler current = scheduler;
                if (current != null) {
                    current.triggerCheckForDueExecutions();
                }
            }
        });
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            Scheduler started = newScheduler.get();
            started.start();
            scheduler = started;
        }
    }

    @Override
    public synchronized void stop() {
        Scheduler stopped = scheduler;
        scheduler = null;
        if (stopped != null) {
            stopped.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
