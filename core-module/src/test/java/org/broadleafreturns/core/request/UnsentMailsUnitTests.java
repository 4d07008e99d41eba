package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.history.Journal;
import org.broadleafreturns.core.mail.MailBacklog;
import org.broadleafreturns.core.mail.MailState;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.junit.jupiter.api.Test;

/** Which returns mails are about that did not go out. */
class UnsentMailsUnitTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final MailBacklog mails = mock(MailBacklog.class);
    private final Journal journal = mock(Journal.class);
    private final ReturnRequests requests = mock(ReturnRequests.class);
    private final UnsentMails unsent = new UnsentMails("mails-queued", MailState.QUEUED, Allowance.NONE, mails, journal, requests);

    /** Such as that of the refunds which are due. */
    @Test
    void mailsAboutNoReturnAreListedWhetherOthersAreAboutSomeOrNot() {
        when(mails.oldest(MailState.QUEUED, 10)).thenReturn(List.of(new MailBacklog.Unsent(1L, null, NOW, null)));
        when(journal.returnsOfMails(List.of(1L))).thenReturn(Map.of());

        assertThat(unsent.oldest(10)).extracting(WaitingItem::returnNumber).containsOnlyNulls();

        when(mails.oldest(MailState.QUEUED, 10)).thenReturn(List.of(new MailBacklog.Unsent(1L, null, NOW, null),
            new MailBacklog.Unsent(2L, null, NOW, null)));
        when(journal.returnsOfMails(List.of(1L, 2L))).thenReturn(Map.of(2L, 20L));
        when(requests.findNumbers(any())).thenReturn(List.<Object[]>of(new Object[] {20L, "R7KM-2QXP"}));

        assertThat(unsent.oldest(10)).extracting(WaitingItem::returnNumber).containsExactly(null, "R7KM-2QXP");
    }
}
