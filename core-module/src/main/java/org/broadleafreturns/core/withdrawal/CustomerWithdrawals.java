package org.broadleafreturns.core.withdrawal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.privacy.CustomerRecords;

/** Statements about a customer's orders. One that is new still needs its customer. */
class CustomerWithdrawals implements CustomerRecords {

    private final WithdrawalStatements statements;
    private final WithdrawalLines lines;
    private final Outbox outbox;

    CustomerWithdrawals(WithdrawalStatements statements, WithdrawalLines lines, Outbox outbox) {
        this.statements = statements;
        this.lines = lines;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "withdrawals";
    }

    @Override
    public List<Map<String, Object>> of(Long customerId) {
        return statements.findOfCustomer(customerId).stream().map(this::described).toList();
    }

    private Map<String, Object> described(WithdrawalStatement statement) {
        WithdrawalContent content = statement.content(lines.findOf(List.of(statement.getId())).stream().map(WithdrawalLine::line).toList());
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
        return record;
    }

    @Override
    public List<ReturnDocument> documentsOf(Long customerId) {
        return List.of();
    }

    @Override
    public List<String> running(Long customerId) {
        return statements.findOfCustomer(customerId).stream().filter(statement -> statement.getHandledUtc() == null)
            .map(WithdrawalStatement::getNumber).toList();
    }

    @Override
    public void anonymise(Long customerId) {
        statements.findOfCustomer(customerId).forEach(statement -> {
            outbox.blankAbout(statement.getNumber());
            statement.blank();
        });
    }
}
