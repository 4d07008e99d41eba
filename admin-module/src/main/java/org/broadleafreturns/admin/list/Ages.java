package org.broadleafreturns.admin.list;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.settings.ShopCalendar;

/** How old returns are, and which of them have waited for too long, in the shop's days. */
class Ages {

    /** How an age stands out, for the list's script. */
    enum Mark { NONE, SOON, LATE }

    /** @param due in words; empty where nothing is due soon */
    record Age(String text, Mark mark, String due) {
    }

    private final MerchantWords words;
    private final ShopCalendar calendar;
    private final Clock clock;
    private final int dueAfterDays;

    /** @param dueAfterDays so many days after a return began to wait for somebody, it is due; 0 if nothing ever is */
    Ages(MerchantWords words, ShopCalendar calendar, Clock clock, int dueAfterDays) {
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
        this.dueAfterDays = dueAfterDays;
    }

    Age of(ListedReturn listed) {
        LocalDate today = calendar.dayOf(Date.from(clock.instant()));
        String text = words.message("rtn.admin.desk.age", Math.max(0, daysBetween(calendar.dayOf(listed.submittedAt()), today)));
        if (dueAfterDays == 0 || listed.attentionAt() == null) {
            return new Age(text, Mark.NONE, "");
        }
        long late = daysBetween(calendar.dayOf(listed.attentionAt()).plusDays(dueAfterDays), today);
        if (late > 0) {
            return new Age(text, Mark.LATE, words.message("rtn.admin.desk.late", late));
        }
        if (late >= -1) {
            return new Age(text, Mark.SOON, words.message(late == 0 ? "rtn.admin.desk.dueToday" : "rtn.admin.desk.dueTomorrow"));
        }
        return new Age(text, Mark.NONE, "");
    }

    private static long daysBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
