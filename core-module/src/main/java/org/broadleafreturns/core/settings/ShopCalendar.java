package org.broadleafreturns.core.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.Locale;

/**
 * Days and times as people read them, on every page: in the shop's time zone, by which deadlines are reckoned, whatever that of
 * the machine is; and in one style a language. A time of day names its zone.
 */
public class ShopCalendar {

    private static final FormatStyle STYLE = FormatStyle.LONG;
    /** In digits, where nothing longer has room. */
    private static final FormatStyle NARROW_STYLE = FormatStyle.SHORT;

    private final ReturnsSettings settings;

    public ShopCalendar(ReturnsSettings settings) {
        this.settings = settings;
    }

    /** The shop's time zone. */
    public ZoneId zone() {
        return settings.timeZone();
    }

    /** On which of the shop's days something was. */
    public LocalDate dayOf(Date moment) {
        return inShop(moment).toLocalDate();
    }

    /** For instance <em>November 28, 2026</em>. */
    public String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(STYLE).withLocale(language).format(day);
    }

    /** The day on which something was. */
    public String day(Date moment, Locale language) {
        return day(dayOf(moment), language);
    }

    /** Day, time and zone, for instance <em>November 28, 2026, 2:30 PM CET</em>. */
    public String moment(Date moment, Locale language) {
        return inShop(moment, STYLE, language) + DateTimeFormatter.ofPattern(" z", language).format(inShop(moment));
    }

    /** Day and time in digits, for a narrow column. */
    public String narrowMoment(Date moment, Locale language) {
        return inShop(moment, NARROW_STYLE, language);
    }

    private String inShop(Date moment, FormatStyle style, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(style, FormatStyle.SHORT).withLocale(language).format(inShop(moment));
    }

    /** Of a database's dates, too, which know no instants. */
    private ZonedDateTime inShop(Date moment) {
        return Instant.ofEpochMilli(moment.getTime()).atZone(settings.timeZone());
    }
}
