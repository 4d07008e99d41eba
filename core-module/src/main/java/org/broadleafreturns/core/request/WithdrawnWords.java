package org.broadleafreturns.core.request;

import java.util.Map;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.settings.ShopCalendar;

/** In the mail to whoever has withdrawn from the contract: by when they send the goods, or that there is nothing to send. */
class WithdrawnWords {

    private final BasisRules rules;
    private final UnsentUnits unsent;
    private final ShopCalendar calendar;

    WithdrawnWords(BasisRules rules, UnsentUnits unsent, ShopCalendar calendar) {
        this.rules = rules;
        this.unsent = unsent;
        this.calendar = calendar;
    }

    /** The return is being made, and does not follow the withdrawal yet: that is among what was entered. */
    Map<Placeholder, Object> values(MailSubject subject) {
        StatedBasis stated = subject.change()
            .map(change -> rules.read(change.inputs(), subject.request().getStatedBasis()).stated()).orElse(null);
        if (stated == null || stated.sentOn() != null) {
            return Map.of();
        }
        return unsent.isAll(subject.request()) ? Map.of(ReturnMailKinds.NOTHING_TO_SEND, true)
            : Map.of(ReturnMailKinds.SEND_BY, calendar.day(stated.sendBy(), subject.language()));
    }
}
