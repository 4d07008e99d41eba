package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.Date;
import org.broadleafreturns.core.mail.MailOutcomes;

/** A return whose customer did not get a mail waits for somebody who looks at it. */
class MailAttention implements MailOutcomes {

    private final ReturnRequests requests;
    private final Clock clock;

    MailAttention(ReturnRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void failed(Long mailId) {
        requests.findByJournalMail(mailId).ifPresent(request -> requests.noteAttention(request, Date.from(clock.instant())));
    }

    /** Whether something else of it waits, its status says. */
    @Override
    public void sent(Long mailId) {
        requests.findByJournalMail(mailId).ifPresent(requests::endAttention);
    }
}
