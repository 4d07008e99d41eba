package org.broadleafreturns.core.refund;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.LocalTime;
import org.broadleafreturns.core.settings.ShopCalendar;

/** Every day at seven in the morning, in the time zone that the shop has then. */
class ShopMorning implements Schedule {

    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    private final ShopCalendar calendar;

    ShopMorning(ShopCalendar calendar) {
        this.calendar = calendar;
    }

    private Daily daily() {
        return new Daily(calendar.zone(), SEVEN);
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete complete) {
        return daily().getNextExecutionTime(complete);
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return daily().getInitialExecutionTime(now);
    }

    /** The shop may move. */
    @Override
    public boolean isDeterministic() {
        return false;
    }
}
