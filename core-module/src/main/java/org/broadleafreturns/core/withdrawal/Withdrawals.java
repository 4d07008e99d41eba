package org.broadleafreturns.core.withdrawal;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadleafreturns.core.background.BackgroundTasks;
import org.broadleafreturns.core.kernel.OnlyOnce;
import org.broadleafreturns.core.key.ShopKey;
import org.broadleafreturns.core.request.StatementChannel;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives statements of withdrawal. One is recorded first, whatever it says, and never refused. What order it is about is found out
 * afterwards in the background, so that neither the answer nor the time that it takes tells anybody anything of orders.
 */
public class Withdrawals {

    private static final int TRIES = 3;

    private final WithdrawalStatements statements;
    private final WithdrawalLines lines;
    private final ShopKey key;
    private final WithdrawalWords words;
    private final BackgroundTasks tasks;
    private final ShopCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Withdrawals(WithdrawalStatements statements, WithdrawalLines lines, ShopKey key, WithdrawalWords words, BackgroundTasks tasks,
            ShopCalendar calendar, Clock clock, PlatformTransactionManager transactionManager) {
        this.statements = statements;
        this.lines = lines;
        this.key = key;
        this.words = words;
        this.tasks = tasks;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Records a statement. The same page confirmed twice is one statement, and the receipt is the first one's.
     *
     * <p>To be called outside of a transaction.
     */
    public WithdrawalReceipt state(StateWithdrawal stated) {
        WithdrawalContent content = stated.content();
        return record(stated.pageKey(), () -> {
            WithdrawalMoment now = WithdrawalMoment.of(clock.instant().atZone(calendar.zone()));
            WithdrawalStatement statement = new WithdrawalStatement(WithdrawalNumber.random(), stated.pageKey(),
                StatementChannel.ONLINE, now, now.utc(), content, words.sentence(content.language())).keyed(addressKey(content),
                stated.network() == null ? null : key.keyOf("network", stated.network()));
            if (stated.automatic()) {
                statement.flag(WithdrawalFlag.AUTOMATIC);
            }
            return statement;
        }, content.lines());
    }

    /** The receipt of the statement that was confirmed on a page; empty if none was. */
    public Optional<WithdrawalReceipt> receivedFrom(String pageKey) {
        return transaction.execute(status -> statements.findByPageKey(pageKey).map(this::receipt));
    }

    /** Records what came by another way; as above. */
    WithdrawalReceipt enter(EnterWithdrawal entered, String merchant) {
        WithdrawalContent content = entered.content();
        return record(entered.pageKey(), () -> new WithdrawalStatement(WithdrawalNumber.random(), entered.pageKey(), entered.channel(),
            WithdrawalMoment.of(entered.day()), WithdrawalMoment.utc(clock.instant()), content, words.sentence(content.language()))
            .keyed(addressKey(content), null).enteredBy(merchant), content.lines());
    }

    private String addressKey(WithdrawalContent content) {
        return content.email().isEmpty() ? null : key.keyOf("address", content.email());
    }

    private WithdrawalReceipt record(String pageKey, Supplier<WithdrawalStatement> made, List<WithdrawnLine> picked) {
        for (int tries = 1; ; tries++) {
            try {
                OnlyOnce.add(transaction, () -> statements.findByPageKey(pageKey).isPresent(), () -> store(made.get(), picked));
                return transaction.execute(status -> receipt(statements.findByPageKey(pageKey).orElseThrow()));
            } catch (RuntimeException e) {
                // Two numbers may be alike, and databases have deadlocks: nobody is sent away for that.
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void store(WithdrawalStatement statement, List<WithdrawnLine> picked) {
        WithdrawalStatement stored = statements.save(statement);
        picked.forEach(line -> lines.save(new WithdrawalLine(stored.getId(), line)));
        tasks.schedule(new TaskInstance<>(WithdrawalWork.TASK, stored.getId().toString()), clock.instant());
    }

    private WithdrawalReceipt receipt(WithdrawalStatement statement) {
        return WithdrawalReceipt.of(statement, lines.contentOf(statement));
    }
}
