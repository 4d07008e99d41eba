package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.mail.MailBacklog;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingSource;

/** Mails about returns that did not go out, and which returns they are about. */
class UnsentMails implements WaitingSource {

    private final String name;
    private final MailState state;
    private final Allowance usual;
    private final MailBacklog mails;
    private final Journal journal;
    private final ReturnRequests requests;

    UnsentMails(String name, MailState state, Allowance usual, MailBacklog mails, Journal journal, ReturnRequests requests) {
        this.name = name;
        this.state = state;
        this.usual = usual;
        this.mails = mails;
        this.journal = journal;
        this.requests = requests;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Backlog backlog() {
        return mails.in(state);
    }

    @Override
    public Allowance usual() {
        return usual;
    }

    @Override
    public List<WaitingItem> oldest(int limit) {
        List<MailBacklog.Unsent> oldest = mails.oldest(state, limit);
        Map<Long, Long> returns = journal.returnsOfMails(oldest.stream().map(MailBacklog.Unsent::id).toList());
        Map<Long, String> numbers = returns.isEmpty() ? Map.of() : requests.findNumbers(returns.values()).stream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
        return oldest.stream().map(mail -> {
            Long returnId = returns.get(mail.id());
            String number = mail.about() != null || returnId == null ? mail.about() : numbers.get(returnId);
            boolean isReturns = number == null || ReturnNumber.parse(number).isPresent();
            return new WaitingItem(isReturns ? null : number, isReturns ? number : null, mail.queuedAt(),
                mail.failure() == null ? "rtn.admin.waiting.mail.untried" : "rtn.admin.mail.failure." + mail.failure(), List.of());
        }).toList();
    }
}
