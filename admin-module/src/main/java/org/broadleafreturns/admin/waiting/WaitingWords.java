package org.broadleafreturns.admin.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.background.ScheduledWork;
import org.broadleafreturns.core.waiting.Allowance;
import org.broadleafreturns.core.waiting.Backlog;
import org.broadleafreturns.core.waiting.WaitingItem;
import org.broadleafreturns.core.waiting.WaitingState;

/** Says what waits in the merchant's language. */
class WaitingWords {

    private static final String CODE = "rtn.admin.waiting.";

    private final MerchantWords words;
    private final Clock clock;

    WaitingWords(MerchantWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    WaitingRow row(WaitingState state, List<WaitingRow.Item> items) {
        String help = CODE + state.name() + ".help";
        String said = words.called(help);
        Backlog backlog = state.backlog();
        String link = items.isEmpty() ? state.source().address() : "#rtn-waiting-" + state.name();
        return new WaitingRow(state.name(), words.called(CODE + state.name()), said.equals(help) ? "" : said,
            backlog == null ? "" : words.message(backlog.more() ? "rtn.admin.desk.countMore" : "rtn.admin.desk.count", backlog.count()),
            backlog == null || backlog.oldest() == null ? "" : age(backlog.oldest()), key(state), allowed(state.allowance()),
            backlog == null || backlog.count() == 0 ? null : link, items);
    }

    private static String key(WaitingState state) {
        return !state.isKnown() ? "unknown" : state.behind() ? "behind" : "fine";
    }

    private String allowed(Allowance allowance) {
        List<String> parts = new ArrayList<>();
        if (allowance.most() != null) {
            parts.add(words.message(CODE + "allowed.count", allowance.most()));
        }
        if (allowance.age() != null) {
            parts.add(words.message(CODE + "allowed.age", time(allowance.age())));
        }
        return String.join(" ", parts);
    }

    WaitingRow.Item item(WaitingItem item) {
        return new WaitingRow.Item(item.name() == null ? "" : item.name(), item.returnNumber(),
            item.since() == null ? "" : age(item.since()), words.called(item.code(), item.arguments().toArray()));
    }

    WaitingRow.Work work(ScheduledWork.Kind kind) {
        Duration until = Duration.between(clock.instant(), kind.due());
        String next = kind.running() ? words.message(CODE + "work.running")
            : until.compareTo(Duration.ofSeconds(1)) < 0 ? words.message(CODE + "work.due") : words.message(CODE + "work.in", time(until));
        return new WaitingRow.Work(kind.name(), kind.lastSuccess() == null ? words.message(CODE + "work.never")
            : words.message(CODE + "work.ago", age(kind.lastSuccess())), next,
            kind.failures() == 0 ? "" : words.message(CODE + "failures", kind.failures()));
    }

    private String age(Instant since) {
        return time(Duration.between(since, clock.instant()));
    }

    /** In its largest unit. */
    String time(Duration time) {
        if (time.toDays() > 0) {
            return words.message(CODE + "days", time.toDays());
        }
        if (time.toHours() > 0) {
            return words.message(CODE + "hours", time.toHours());
        }
        return time.toMinutes() > 0 ? words.message(CODE + "minutes", time.toMinutes()) : words.message(CODE + "moment");
    }
}
