package org.broadleafreturns.core.withdrawal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.key.ShopKey;
import org.broadleafreturns.core.mail.MailCopy;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.platform.PlacedOrders;
import org.broadleafreturns.core.privacy.CustomerRecords;
import org.broadleafreturns.core.settings.ShopCalendar;

/**
 * Statements about a customer's orders, and of an address. One that is new still needs whoever made it, and one that is not old enough
 * is the shop's proof of what was stated and when (regulation (EU) 2016/679, article 17 (3) (e)).
 */
class CustomerWithdrawals implements CustomerRecords {

    private final WithdrawalStatements statements;
    private final WithdrawalLines lines;
    private final PlacedOrders orders;
    private final Outbox outbox;
    private final ShopKey key;
    private final WithdrawalTerms terms;
    private final ShopCalendar calendar;
    private final Clock clock;

    CustomerWithdrawals(WithdrawalStatements statements, WithdrawalLines lines, PlacedOrders orders, Outbox outbox, ShopKey key,
            WithdrawalTerms terms, ShopCalendar calendar, Clock clock) {
        this.statements = statements;
        this.lines = lines;
        this.orders = orders;
        this.outbox = outbox;
        this.key = key;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "withdrawals";
    }

    @Override
    public List<Map<String, Object>> of(Long customerId) {
        return described(statements.findOfCustomer(customerId));
    }

    @Override
    public List<Map<String, Object>> ofAddress(String email) {
        return described(ofAddressee(email));
    }

    private List<WithdrawalStatement> ofAddressee(String email) {
        return statements.findOfAddress(key.keyOf("address", email));
    }

    private List<Map<String, Object>> described(List<WithdrawalStatement> some) {
        Map<Long, WithdrawalContent> contents = lines.contentsOf(some);
        Map<String, List<OutgoingMail>> about = outbox.about(some.stream().map(WithdrawalStatement::getNumber).toList());
        Map<Long, MailCopy> copies = outbox.copiesOf(some.stream().flatMap(one -> mailsTo(one, about)).toList());
        return some.stream().map(one -> described(one, contents.get(one.getId()),
            mailsTo(one, about).map(copies::get).filter(Objects::nonNull).toList())).toList();
    }

    /** Of the mails about a statement those to whoever made it: to their address, or the last acknowledgement wherever that went. */
    private static Stream<Long> mailsTo(WithdrawalStatement statement, Map<String, List<OutgoingMail>> about) {
        return about.getOrDefault(statement.getNumber(), List.of()).stream()
            .filter(mail -> mail.getId().equals(statement.getMailId()) || mail.getRecipient().equalsIgnoreCase(statement.getEmail()))
            .map(OutgoingMail::getId);
    }

    private static Map<String, Object> described(WithdrawalStatement statement, WithdrawalContent content, List<MailCopy> mails) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("number", statement.getNumber());
        record.put("statedAt", statement.stated().text());
        record.put("channel", statement.getChannel().name());
        record.put("name", content.name());
        record.put("order", content.order());
        record.put("email", content.email());
        record.put("statement", statement.getSentence());
        record.put("articles", content.articles());
        record.put("lines", content.lines().stream().map(line -> {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("article", line.name());
            described.put("quantity", line.quantity());
            return described;
        }).toList());
        record.put("mails", mails.stream().map(MailCopy::exported).toList());
        return record;
    }

    @Override
    public List<ReturnDocument> documentsOf(Long customerId) {
        return List.of();
    }

    @Override
    public List<Long> orders(Long customerId) {
        return statements.findOrdersOfCustomer(customerId);
    }

    @Override
    public List<String> running(Long customerId) {
        return kept(statements.findOfCustomer(customerId));
    }

    @Override
    public List<String> runningOf(String email) {
        return kept(ofAddressee(email));
    }

    private List<String> kept(List<WithdrawalStatement> some) {
        LocalDate today = calendar.dayOf(Date.from(clock.instant()));
        return some.stream().filter(statement -> statement.getHandledUtc() == null
                || today.isBefore(statement.stated().day().plusMonths(terms.keptMonths())))
            .map(WithdrawalStatement::getNumber).toList();
    }

    @Override
    public void anonymise(Long customerId) {
        forget(statements.findOfCustomer(customerId));
    }

    @Override
    public void anonymise(String email) {
        forget(ofAddressee(email));
    }

    private void forget(List<WithdrawalStatement> some) {
        if (some.isEmpty()) {
            return;
        }
        List<WithdrawalLine> picked = lines.findOf(some.stream().map(WithdrawalStatement::getId).toList());
        Map<Long, String> articles = orders.articlesOf(picked.stream().map(WithdrawalLine::getOrderItemId).collect(Collectors.toSet()));
        picked.forEach(line -> line.blank(articles.getOrDefault(line.getOrderItemId(), "")));
        Map<Long, String> numbers = orders.numbersOf(some.stream().map(WithdrawalStatement::getOrderId).filter(Objects::nonNull)
            .collect(Collectors.toSet()));
        some.forEach(statement -> {
            outbox.blankAbout(statement.getNumber());
            statement.blank(statement.getOrderId() == null ? null : numbers.get(statement.getOrderId()));
        });
    }
}
