package org.broadleafreturns.core.refund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.MailSubject;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.settings.ShopCalendar;

/**
 * What the mails of decisions say of a refund that is not made with them: by when it is made, or without delay where that day is over. A
 * day is no amount: no setting hides it.
 */
class RefundByWords implements ReturnMailWords {

    private static final LocalDate SAMPLE = LocalDate.of(2026, 3, 28);

    private final RefundDues dues;
    private final ShopCalendar calendar;
    private final Clock clock;

    RefundByWords(RefundDues dues, ShopCalendar calendar, Clock clock) {
        this.dues = dues;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Set<Placeholder> addedTo(MailKind kind) {
        return RefundMailWords.DECISIONS.contains(kind) ? Set.of(RefundMailKinds.BY, RefundMailKinds.WITHOUT_DELAY) : Set.of();
    }

    @Override
    public Map<Placeholder, Object> values(MailSubject subject) {
        return subject.change().map(StatusChange::inputs).filter(EnteredRefund::isWanted).isPresent() ? Map.of()
            : dues.dayWith(subject).map(day -> values(day, subject.language())).orElse(Map.of());
    }

    private Map<Placeholder, Object> values(LocalDate day, Locale language) {
        return day.isBefore(calendar.dayOf(Date.from(clock.instant()))) ? Map.of(RefundMailKinds.WITHOUT_DELAY, true)
            : Map.of(RefundMailKinds.BY, calendar.day(day, language));
    }

    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        return Map.of(RefundMailKinds.BY, calendar.day(SAMPLE, language), RefundMailKinds.WITHOUT_DELAY, false);
    }
}
