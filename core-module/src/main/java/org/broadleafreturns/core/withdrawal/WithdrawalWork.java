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

/** Finds out which order a statement is about, and acknowledges it; in the background, where nobody can measure how long it takes. */
class WithdrawalWork {

    static final String TASK = "rtn-withdrawal";

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawalWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    /** So often it is tried to compare a statement, before it is acknowledged without. */
    private static final int TRIES = 3;

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
            .onFailure((attempt, operations) -> operations.reschedule(attempt, attempt.getTimeDone().plus(PAUSE)))
            .execute((instance, context) -> {
                work.get().receive(Long.valueOf(instance.getId()), context.getExecution().consecutiveFailures < TRIES);
                return (attempt, operations) -> operations.remove();
            });
    }

    /**
     * Does nothing for a statement with which it is done already. Statements about one order come one after the other, so that the second
     * one is known for what it is, and so do those to one address, so that they are counted right, by the row of its first one; what is
     * locked is looked up before that, since what a transaction has read it may go on reading.
     *
     * @param compared whether it is compared with the shop's orders; not if that cannot be done
     */
    void receive(Long id, boolean compared) {
        Optional<Long> about = compared ? transaction.execute(status -> statements.findById(id).map(lines::contentOf)
            .flatMap(content -> orders.findTyped(content.order()).filter(order -> match(order, content).isSure())).map(PlacedOrder::id))
            : Optional.empty();
        Optional<Long> first = transaction.execute(status ->
            statements.findById(id).map(WithdrawalStatement::getAddressKey).map(statements::findFirstOfAddress));
        transaction.executeWithoutResult(status -> {
            orders.lock(about.stream().toList());
            first.ifPresent(row -> RowLock.take(WithdrawalStatement.class.getName(), row, LockModeType.PESSIMISTIC_WRITE, entityManager));
            statements.findById(id).filter(statement -> statement.getMatched() == null)
                .ifPresent(statement -> receive(statement, compared));
        });
    }

    private void receive(WithdrawalStatement statement, boolean compared) {
        WithdrawalContent content = lines.contentOf(statement);
        if (compared) {
            compare(statement, content);
        } else {
            LOG.warn("Statement {} could not be compared with the shop's orders and is acknowledged all the same", statement.getNumber());
            statement.assess(WithdrawalMatch.NONE, null, null, statement.getFlags());
            statement.flag(WithdrawalFlag.UNCOMPARED);
        }
        acknowledgements.write(statement, WithdrawalReceipt.of(statement, content));
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
