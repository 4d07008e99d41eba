package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.QueuedContent;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the shop once a day which refunds are due or late; nothing where none is. The day is written down in the transaction that queues
 * the mails, so that it is one mail whatever nodes there are, and whenever one dies.
 */
class RefundReminder {

    /** More are not named one by one. */
    private static final int MOST = 100;
    private static final int KEPT_DAYS = 31;

    private final DueRefunds dues;
    private final Refunds refunds;
    private final ReturnLookup returns;
    private final RefundEntries entries;
    private final ExpectedRefunds expected;
    private final RefundsDueMail mail;
    private final MailComposer composer;
    private final Outbox outbox;
    private final ReturnsSettings settings;
    private final ShopCalendar calendar;
    private final Clock clock;
    private final String adminUrl;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    /** @param adminUrl the back office's address, without a slash at the end; empty for no links */
    RefundReminder(DueRefunds dues, Refunds refunds, ReturnLookup returns, RefundEntries entries, ExpectedRefunds expected,
            RefundsDueMail mail, MailComposer composer, Outbox outbox, ReturnsSettings settings, Clock clock, String adminUrl,
            DataSource dataSource, PlatformTransactionManager transactionManager) {
        this.dues = dues;
        this.refunds = refunds;
        this.returns = returns;
        this.entries = entries;
        this.expected = expected;
        this.mail = mail;
        this.composer = composer;
        this.outbox = outbox;
        this.settings = settings;
        this.calendar = new ShopCalendar(settings);
        this.clock = clock;
        this.adminUrl = adminUrl;
        this.database = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Tells of today, unless somebody has. */
    void remind() {
        LocalDate today = calendar.dayOf(Date.from(clock.instant()));
        if (isTold(today)) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> tell(today));
        } catch (RuntimeException e) {
            // Another node has told of it at the same moment.
            if (!isTold(today)) {
                throw e;
            }
        }
    }

    private boolean isTold(LocalDate day) {
        return database.queryForObject("SELECT COUNT(*) FROM RTN_REFUND_REMINDER WHERE REMINDER_DAY = ?", Integer.class, day.toString()) > 0;
    }

    private void tell(LocalDate today) {
        Date end = RefundDue.endOf(today, calendar.zone());
        List<Object[]> due = due(RefundDue.endOf(today.minusDays(1), calendar.zone()), end);
        TreeSet<String> recipients = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        recipients.addAll(settings.mail().notified());
        if (due.isEmpty() || recipients.isEmpty()) {
            return;
        }
        database.update("DELETE FROM RTN_REFUND_REMINDER WHERE REMINDER_DAY < ?", today.minusDays(KEPT_DAYS).toString());
        database.update("INSERT INTO RTN_REFUND_REMINDER (REMINDER_DAY, MAILED_AT) VALUES (?, ?)", today.toString(),
            Date.from(clock.instant()));
        Locale language = composer.languageFor(settings.shopLanguage());
        MailContent first = composer.compose(RefundsDueMail.REFUNDS_DUE, recipients.first(), language, values(due, end, language));
        outbox.queueAll(recipients.stream().map(first::to).map(content -> new QueuedContent(content, null, null)).toList());
    }

    /**
     * Of many, those of today count most, which can still be in time; what is late is named first all the same, the oldest before others.
     */
    private List<Object[]> due(Date yesterday, Date end) {
        List<Object[]> ofToday = dues.findDueBetween(yesterday, end, PageRequest.of(0, MOST));
        List<Object[]> late = ofToday.size() == MOST ? List.of() : dues.findDueBy(yesterday, PageRequest.of(0, MOST - ofToday.size()));
        return Stream.concat(late.stream(), ofToday.stream()).toList();
    }

    private Map<Placeholder, Object> values(List<Object[]> due, Date end, Locale language) {
        List<Long> ids = due.stream().map(row -> (Long) row[0]).toList();
        Map<Long, ReturnRequest> requests = returns.byIds(ids).stream()
            .collect(Collectors.toMap(ReturnRequest::getId, Function.identity()));
        Map<Long, BigDecimal> failed = refunds.sumFailedInPart(ids).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> (BigDecimal) row[1]));
        Map<Placeholder, Object> values = new HashMap<>();
        Stream<String> lines = due.stream().map(row -> {
            ReturnRequest request = requests.get((Long) row[0]);
            Date until = (Date) row[1];
            Optional<Amount> amount = amount(request, (Boolean) row[2], failed.getOrDefault(request.getId(), BigDecimal.ZERO));
            return mail.line(request.getNumber(), amount.map(sum -> sum.shownTo(language)).orElse(null),
                new DueView(until.getTime() < clock.millis() ? DueState.LATE : DueState.DUE, calendar.dayOf(until)), language);
        });
        long others = due.size() < MOST ? 0 : dues.countDueBy(end) - due.size();
        values.put(RefundsDueMail.DUE_REFUNDS,
            Stream.concat(lines, others > 0 ? Stream.of(mail.others(others, language)) : Stream.empty()).toList());
        if (!adminUrl.isEmpty()) {
            values.put(RefundsDueMail.DUE_LINK, RefundsDueMail.link(adminUrl));
        }
        return values;
    }

    /** What is expected to be refunded, with what has failed of a refund; of a return that is not decided, what it asks for. */
    private Optional<Amount> amount(ReturnRequest request, boolean toRefund, BigDecimal failed) {
        return toRefund ? entries.ofDecided(request, Map.of()).filter(entered -> entered.amounts() != null)
            .map(entered -> entered.basis().amount(entered.amounts().total().add(failed)))
            : expected.toShop(request).map(sum -> new Amount(sum.getAmount(), sum.getCurrency()));
    }
}
