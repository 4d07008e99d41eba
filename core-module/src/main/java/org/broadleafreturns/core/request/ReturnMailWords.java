package org.broadleafreturns.core.request;

import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.mailtext.MailWords;
import org.broadleafreturns.core.mailtext.Placeholder;

/** Placeholders that a feature adds to mails about returns. Every bean of this type is asked whenever such a mail is composed. */
@ForIntegrators
public interface ReturnMailWords extends MailWords {

    /**
     * The values for a mail to which this adds placeholders; missing ones count as empty. Asked in the transaction of what the mail is
     * about, with the order's turn taken: it reads little, and nothing that is slow.
     */
    Map<Placeholder, Object> values(MailSubject subject);
}
