package org.broadleafreturns.core.refund;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.MailSubject;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.settings.ShopCalendar;

/** What the mails of decisions say of a refund that is not made with them: by when it is made. A day is no amount: no setting hides it. */
class RefundByWords implements ReturnMailWords {

    private static final LocalDate SAMPLE = LocalDate.of(2026, 3, 28);

    private final RefundDues dues;
    private final ShopCalendar calendar;

    RefundByWords(RefundDues dues, ShopCalendar calendar) {
        this.dues = dues;
        this.calendar = calendar;
    }

    @Override
    public Set<Placeholder> addedTo(MailKind kind) {
        return RefundMailWords.DECISIONS.contains(kind) ? Set.of(RefundMailKinds.BY) : Set.of();
    }

    @Override
    public Map<Placeholder, Object> values(MailSubject subject) {
        return subject.change().map(StatusChange::inputs).filter(EnteredRefund::isWanted).isPresent() ? Map.of()
            : dues.dayWith(subject).<Map<Placeholder, Object>>map(day ->
                Map.of(RefundMailKinds.BY, calendar.day(day, subject.language()))).orElse(Map.of());
    }

    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        return Map.of(RefundMailKinds.BY, calendar.day(SAMPLE, language));
    }
}
