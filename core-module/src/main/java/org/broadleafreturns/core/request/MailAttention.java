package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.Date;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.mail.MailOutcomes;

/** A return whose customer did not get a mail waits for somebody who looks at it. */
class MailAttention implements MailOutcomes {

    private final ReturnRequests requests;
    private final Journal journal;
    private final Clock clock;

    MailAttention(ReturnRequests requests, Journal journal, Clock clock) {
        this.requests = requests;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void failed(Long mailId) {
        journal.returnOfMail(mailId).ifPresent(request -> requests.noteAttention(request, Date.from(clock.instant())));
    }

    /** Whether something else of it waits, its status says. */
    @Override
    public void sent(Long mailId) {
        journal.returnOfMail(mailId).ifPresent(requests::endAttention);
    }
}
