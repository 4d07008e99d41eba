package org.broadleafreturns.core.withdrawal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.mail.MailFailure;
import org.broadleafreturns.core.mail.MailReport;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.mail.WireAddress;
import org.broadleafreturns.core.platform.PlacedOrder;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.request.StatementChannel;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.core.waiting.Backlog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The merchants' list of statements, and what they do with them. Nothing of it changes what was stated. */
public class WithdrawalDesk {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawalDesk.class);
    private static final int PAGE = 25;
    /** Of a list that is longer, nobody turns so many pages. */
    private static final int LAST_PAGE = 10_000;
    /** Of an order of which there are more statements, nobody looks at all. */
    private static final Pageable OTHERS = PageRequest.of(0, 50);

    private final WithdrawalStatements statements;
    private final WithdrawalLists lists;
    private final WithdrawalLines lines;
    private final Withdrawals withdrawals;
    private final OrdersOfStatements orders;
    private final WithdrawalAcknowledgements acknowledgements;
    private final PlacedOrders placed;
    private final ShopCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;

    WithdrawalDesk(WithdrawalStatements statements, WithdrawalLists lists, WithdrawalLines lines, Withdrawals withdrawals,
            OrdersOfStatements orders, WithdrawalAcknowledgements acknowledgements, PlacedOrders placed, ShopCalendar calendar, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.statements = statements;
        this.lists = lists;
        this.lines = lines;
        this.withdrawals = withdrawals;
        this.orders = orders;
        this.acknowledgements = acknowledgements;
        this.placed = placed;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** How many there are in each list. */
    public Map<WithdrawalList, Backlog> counts() {
        return lists.lengths();
    }

    /** How many nobody has done with yet. */
    public Backlog newOnes() {
        return lists.length(WithdrawalList.NEW);
    }

    /**
     * A page of a list, what was stated last first.
     *
     * @param page from 0
     */
    public WithdrawalPage list(WithdrawalList list, int page) {
        return read(page, (first, size) -> lists.page(list, first, size));
    }

    /** Those in whose number, order, name or address each word of a text begins one. */
    public WithdrawalPage search(String text, int page) {
        return read(page, (first, size) -> lists.found(text, first, size));
    }

    /** The identifiers of some that stand in a row. */
    private interface Query {

        List<Long> run(int first, int size);
    }

    /** One row more than is shown tells whether there are more. */
    private WithdrawalPage read(int page, Query query) {
        int number = Math.max(0, Math.min(page, LAST_PAGE));
        return transaction.execute(status -> {
            List<Long> found = query.run(number * PAGE, PAGE + 1);
            List<Long> here = found.subList(0, Math.min(PAGE, found.size()));
            return new WithdrawalPage(here.isEmpty() ? List.of() : rows(statements.findByIds(here)), number, found.size() > PAGE);
        });
    }

    private List<WithdrawalRow> rows(Collection<WithdrawalStatement> some) {
        Map<Long, WithdrawalContent> contents = lines.contentsOf(some);
        Map<Long, MailReport> mails = reports(some.stream().map(WithdrawalStatement::getMailId).filter(Objects::nonNull).toList());
        Map<Long, String> numbers = placed.numbersOf(some.stream().map(WithdrawalStatement::getOrderId).filter(Objects::nonNull)
            .collect(Collectors.toSet()));
        return some.stream().map(one -> new WithdrawalRow(
            WithdrawalReceipt.of(one, contents.get(one.getId())), one.getRecordedUtc(), one.getChannel(),
            one.getOrderId(), one.getOrderId() == null ? null : numbers.get(one.getOrderId()), one.getMatched(), one.getMatchedBy(),
            one.getFlags(), one.getMailId() == null ? null : mails.get(one.getMailId()), one.getHandledBy(), one.getEnteredBy())).toList();
    }

    private Map<Long, MailReport> reports(List<Long> mailIds) {
        Map<Long, MailReport> reports = new HashMap<>();
        if (!mailIds.isEmpty()) {
            statements.findReports(mailIds).forEach(row -> reports.put((Long) row[0], MailReport.of((Long) row[0], (MailState) row[1],
                (String) row[2], (MailFailure) row[3], (String) row[4])));
        }
        return reports;
    }

    /**
     * A statement as it stands in the list, without what the shop's count says of it.
     *
     * @throws ReturnNotFoundException if there is no statement of that number
     */
    public WithdrawalRow row(String number) {
        return transaction.execute(status -> row(statements.named(number)));
    }

    private WithdrawalRow row(WithdrawalStatement statement) {
        return rows(List.of(statement)).get(0);
    }

    /** @throws ReturnNotFoundException if there is no statement of that number */
    public WithdrawalView find(String number, Locale reader) {
        return countedIfPossible(counted -> transaction.execute(status -> {
            WithdrawalStatement statement = statements.named(number);
            WithdrawalRow row = row(statement);
            WithdrawalFindings findings = orders.findings(statement, row.receipt().content(), reader, counted).orElse(null);
            List<String> others = statement.getOrderId() == null ? List.of()
                : statements.findNumbersOfOthers(statement.getOrderId(), statement.getId(), OTHERS);
            return new WithdrawalView(row, List.copyOf(statement.marks(findings)), findings, others);
        }));
    }

    /** Nobody is kept from a statement by a count that fails: what is wrong with that stands in the log. */
    private static <T> T countedIfPossible(Function<Boolean, T> work) {
        try {
            return work.apply(true);
        } catch (CountFailedException failed) {
            LOG.warn(failed.getMessage(), failed.getCause());
            return work.apply(false);
        }
    }

    /**
     * Says which order a statement is about. The order that it was about before is locked, too; both are looked up before that, since what
     * a transaction has read it may go on reading. Where the shop's count fails of the order, the statement is linked without it.
     *
     * @throws ReturnRefusedException if there is no such order, or the statement is not compared yet; objections are to {@code order}
     * @throws ConcurrencyFailureException if somebody else says it of another order meanwhile
     */
    public void link(String number, String orderNumber, String merchant) {
        Optional<Long> before = transaction.execute(status -> WithdrawalNumber.parse(number).flatMap(statements::findOrderOf));
        Collection<Long> both = transaction.execute(status ->
            orders.present(Stream.concat(before.stream(), Stream.of(order(orderNumber).id())).toList()));
        change(number, () -> orders.lock(both), (statement, counted) -> {
            if (!before.equals(Optional.ofNullable(statement.getOrderId()))) {
                throw new OptimisticLockingFailureException("Statement " + statement.getNumber() + " was linked meanwhile");
            }
            // Before that it would never be acknowledged: it is for whoever compares it.
            if (statement.getMatched() == null) {
                throw refused("rtn.objection.withdrawal.waiting");
            }
            PlacedOrder order = order(orderNumber);
            before.filter(former -> !former.equals(order.id())).ifPresent(former -> orders.leave(statement));
            statement.link(order, merchant, orders.join(statement, order, lines.contentOf(statement), counted));
        });
    }

    private PlacedOrder order(String typed) {
        return orders.findTyped(typed.strip()).orElseThrow(() -> refused("rtn.objection.withdrawal.order"));
    }

    private static ReturnRefusedException refused(String why) {
        return new ReturnRefusedException(List.of(Objection.to("order", why)));
    }

    /** Lets an acknowledgement go out that waits for it. */
    public void release(String number) {
        change(number, acknowledgements::release);
    }

    /**
     * Sends the acknowledgement again.
     *
     * @param address where it goes
     * @throws ReturnRefusedException if no mail can be sent there; objections are to {@code address}
     */
    public void sendAgain(String number, String address) {
        String recipient = address.strip();
        if (!WireAddress.isWritable(recipient)) {
            throw new ReturnRefusedException(List.of(Objection.to("address", "rtn.objection.settings.address", recipient)));
        }
        change(number, statement ->
            acknowledgements.sendAgain(statement, WithdrawalReceipt.of(statement, lines.contentOf(statement)), recipient));
    }

    /** Notes that there is nothing left to do about a statement. */
    public void handle(String number, String merchant) {
        change(number, statement -> statement.handle(WithdrawalMoment.utc(clock.instant()), merchant));
    }

    /** Notes that there is something to do about it again. */
    public void reopen(String number) {
        change(number, WithdrawalStatement::reopen);
    }

    /**
     * Records a statement that came by letter, e-mail or telephone. It is acknowledged if an address is entered.
     *
     * @param day on which it was sent or said, as in ISO 8601
     * @param pageKey of the form, so that it is entered once
     * @return its number
     * @throws ReturnRefusedException if it lacks something; objections are to {@code name}, {@code order}, {@code channel} and {@code day}
     */
    public String enter(WithdrawalContent content, String channel, String day, String pageKey, String merchant) {
        List<Objection> objections = new ArrayList<>();
        if (content.name().isEmpty()) {
            objections.add(Objection.to("name", "rtn.objection.withdrawal.entered.name"));
        }
        if (content.order().isEmpty()) {
            objections.add(Objection.to("order", "rtn.objection.withdrawal.entered.number"));
        }
        StatementChannel by = channel(channel);
        if (by == null) {
            objections.add(Objection.to("channel", "rtn.objection.withdrawal.channel"));
        }
        LocalDate stated = day(day);
        if (stated == null) {
            objections.add(Objection.to("day", "rtn.objection.withdrawal.day"));
        } else if (stated.isAfter(calendar.dayOf(Date.from(clock.instant())))) {
            objections.add(Objection.to("day", "rtn.objection.withdrawal.future"));
        }
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        return withdrawals.enter(new EnterWithdrawal(content, by, stated, pageKey), merchant).number();
    }

    private static StatementChannel channel(String typed) {
        return List.of(StatementChannel.LETTER, StatementChannel.EMAIL, StatementChannel.PHONE).stream()
            .filter(channel -> channel.name().equals(typed)).findFirst().orElse(null);
    }

    private static LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() < 2000 ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** With each step the list comes to have the marks of the page: much may have happened to the order, of which nobody tells. */
    private void change(String number, Consumer<WithdrawalStatement> change) {
        change(number, () -> { }, (statement, counted) -> {
            change.accept(statement);
            statement.note(orders.findings(statement, lines.contentOf(statement), statement.getLanguage(), counted).orElse(null));
        });
    }

    private void change(String number, Runnable lock, BiConsumer<WithdrawalStatement, Boolean> change) {
        countedIfPossible(counted -> transaction.execute(status -> {
            lock.run();
            change.accept(statements.named(number), counted);
            return null;
        }));
    }
}
