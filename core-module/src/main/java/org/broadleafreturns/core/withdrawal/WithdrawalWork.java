package org.broadleafreturns.core.withdrawal;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.broadleafreturns.core.platform.PlacedOrder;
import org.broadleafreturns.core.platform.RowLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out which order a statement is about, acknowledges it and tells the shop; in the background, where nobody can measure how long it
 * takes. Each is done by itself: what stands against one of them keeps nobody from the others.
 */
class WithdrawalWork {

    static final String TASK = "rtn-withdrawal";

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawalWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    /** So often it is tried to compare a statement, before it is acknowledged without. */
    private static final int TRIES = 3;
    /** Whatever fails even then fails for long: the pause doubles with each try, up to a bit more than forty minutes. */
    private static final int MAXIMUM_DOUBLINGS = 7;

    private final WithdrawalStatements statements;
    private final WithdrawalLines lines;
    private final OrdersOfStatements orders;
    private final WithdrawalAcknowledgements acknowledgements;
    private final EntityManager entityManager;
    private final TransactionTemplate transaction;

    WithdrawalWork(WithdrawalStatements statements, WithdrawalLines lines, OrdersOfStatements orders,
            WithdrawalAcknowledgements acknowledgements, EntityManager entityManager, PlatformTransactionManager transactionManager) {
        this.statements = statements;
        this.lines = lines;
        this.orders = orders;
        this.acknowledgements = acknowledgements;
        this.entityManager = entityManager;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** The background work; an instance is named by the statement's identifier. */
    static CustomTask<Void> task(Supplier<WithdrawalWork> work) {
        return Tasks.custom(TASK, Void.class)
            .onFailure((attempt, operations) -> operations.reschedule(attempt,
                attempt.getTimeDone().plus(pauseAfter(attempt.getExecution().consecutiveFailures + 1))))
            .execute((instance, context) -> {
                work.get().receive(Long.valueOf(instance.getId()), context.getExecution().consecutiveFailures < TRIES);
                return (attempt, operations) -> operations.remove();
            });
    }

    static Duration pauseAfter(int failures) {
        return PAUSE.multipliedBy(1L << Math.max(0, Math.min(failures - TRIES, MAXIMUM_DOUBLINGS)));
    }

    /**
     * Does what was not done yet.
     *
     * @param compared whether it is compared with the shop's orders; not if that cannot be done
     */
    void receive(Long id, boolean compared) {
        assess(id, compared);
        try {
            acknowledge(id);
        } finally {
            transaction.executeWithoutResult(status -> statements.findById(id).ifPresent(statement ->
                acknowledgements.tell(statement, WithdrawalReceipt.of(statement, lines.contentOf(statement)))));
        }
    }

    /**
     * Statements about one order come one after the other, so that the second one is known for what it is; what is locked is looked up
     * before that, since what a transaction has read it may go on reading.
     */
    private void assess(Long id, boolean compared) {
        Optional<Long> about = compared ? transaction.execute(status -> statements.findById(id).map(lines::contentOf)
            .flatMap(content -> orders.findTyped(content.order()).filter(order -> match(order, content).isSure())).map(PlacedOrder::id))
            : Optional.empty();
        transaction.executeWithoutResult(status -> {
            orders.lock(about.stream().toList());
            statements.findById(id).filter(statement -> statement.getMatched() == null)
                .ifPresent(statement -> assess(statement, compared));
        });
    }

    /** Those to one address come one after the other, so that they are counted right, by the row of its first one. */
    private void acknowledge(Long id) {
        Optional<Long> first = transaction.execute(status ->
            statements.findById(id).map(WithdrawalStatement::getAddressKey).map(statements::findFirstOfAddress));
        transaction.executeWithoutResult(status -> {
            first.ifPresent(row -> RowLock.take(WithdrawalStatement.class.getName(), row, LockModeType.PESSIMISTIC_WRITE, entityManager));
            statements.findById(id).filter(statement -> statement.getMailId() == null).ifPresent(statement ->
                acknowledgements.acknowledge(statement, WithdrawalReceipt.of(statement, lines.contentOf(statement))));
        });
    }

    private void assess(WithdrawalStatement statement, boolean compared) {
        WithdrawalContent content = lines.contentOf(statement);
        if (compared) {
            compare(statement, content);
        } else {
            LOG.warn("Statement {} could not be compared with the shop's orders and is acknowledged all the same", statement.getNumber());
            statement.assess(WithdrawalMatch.NONE, null, null, statement.getFlags());
            statement.flag(WithdrawalFlag.UNCOMPARED);
        }
    }

    private void compare(WithdrawalStatement statement, WithdrawalContent content) {
        Optional<PlacedOrder> order = orders.findTyped(content.order());
        WithdrawalMatch match = order.map(found -> match(found, content)).orElse(WithdrawalMatch.NONE);
        if (match.isSure()) {
            PlacedOrder about = order.get();
            // The background work of an earlier one may come later.
            WithdrawalFindings findings = orders.join(statement, about, content, true);
            statement.assess(match, about.id(), about.state().customerId(), statement.marks(findings));
        } else {
            statement.assess(match, null, null, statement.getFlags());
        }
    }

    private static WithdrawalMatch match(PlacedOrder order, WithdrawalContent content) {
        if (content.customer() != null && content.customer().equals(order.state().customerId())) {
            return WithdrawalMatch.SESSION;
        }
        return order.addresses().contains(content.email().toLowerCase(Locale.ROOT)) ? WithdrawalMatch.ADDRESS : WithdrawalMatch.NUMBER;
    }
}
