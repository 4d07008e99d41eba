package org.broadleafreturns.core.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.TimeZone;

/**
 * When something was stated. Kept as text with its zone, which says for ever what was on the shopper's receipt, whatever becomes of the
 * clocks of the shop and its database; and in UTC, by which statements are put in order.
 *
 * @param text a time with its offset and zone as in ISO 8601, or a day alone if nobody knows more
 * @param utc a moment in whole seconds as in ISO 8601
 */
public record WithdrawalMoment(String text, String utc) {

    static final int TEXT_LENGTH = 80;
    static final int UTC_LENGTH = 20;

    /** In whole seconds. */
    static WithdrawalMoment of(ZonedDateTime moment) {
        ZonedDateTime whole = moment.truncatedTo(ChronoUnit.SECONDS);
        return new WithdrawalMoment(DateTimeFormatter.ISO_ZONED_DATE_TIME.format(whole), utc(whole.toInstant()));
    }

    /** Of which only the day is known; in the order of all it stands at its noon. */
    static WithdrawalMoment of(LocalDate day) {
        return new WithdrawalMoment(day.toString(), utc(day.atTime(12, 0).toInstant(ZoneOffset.UTC)));
    }

    /** As moments are stored in UTC. */
    static String utc(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Whether only the day is known. */
    public boolean isDayAlone() {
        return text.indexOf('T') < 0;
    }

    /** The day on which it was, where it was. */
    public LocalDate day() {
        return isDayAlone() ? LocalDate.parse(text) : ZonedDateTime.parse(text).toLocalDate();
    }

    /** For instance <em>November 28, 2026, 10:42:17 AM</em>; a day alone without a time. */
    public String said(Locale language) {
        return isDayAlone() ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(day())
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM).withLocale(language)
                .format(ZonedDateTime.parse(text));
    }

    /** For instance <em>Central European Standard Time, UTC+1</em>; empty for a day alone. */
    public String zone(Locale language) {
        if (isDayAlone()) {
            return "";
        }
        ZonedDateTime moment = ZonedDateTime.parse(text);
        String offset = offset(moment.toOffsetDateTime());
        if (moment.getZone() instanceof ZoneOffset) {
            return offset;
        }
        boolean summer = moment.getZone().getRules().isDaylightSavings(moment.toInstant());
        return TimeZone.getTimeZone(moment.getZone()).getDisplayName(summer, TimeZone.LONG, language) + ", " + offset;
    }

    private static String offset(OffsetDateTime moment) {
        int minutes = moment.getOffset().getTotalSeconds() / 60;
        if (minutes == 0) {
            return "UTC";
        }
        String hours = "UTC" + (minutes < 0 ? '\u2212' : '+') + Math.abs(minutes) / 60;
        return minutes % 60 == 0 ? hours : hours + ":" + String.format(Locale.ROOT, "%02d", Math.abs(minutes) % 60);
    }
}
