package org.broadleafreturns.admin.words;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Amount;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says things in the language of the merchant whose request is being answered, and in the shop's time zone. */
public class MerchantWords {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final MessageSource messages;
    private final ReturnChoices choices;
    private final ShopCalendar calendar;
    private final ReturnsSettings settings;

    MerchantWords(MessageSource messages, ReturnChoices choices, ShopCalendar calendar, ReturnsSettings settings) {
        this.messages = messages;
        this.choices = choices;
        this.calendar = calendar;
        this.settings = settings;
    }

    public String message(String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale());
    }

    /** What a feature calls something; its code, if the feature is gone with its words. */
    public String called(String code, Object... arguments) {
        return messages.getMessage(code, arguments, code, locale());
    }

    /** Day, time and zone. */
    public String date(Date date) {
        return calendar.moment(date, locale());
    }

    /** Day and time in digits, for a narrow column. */
    public String narrowDate(Date date) {
        return calendar.narrowMoment(date, locale());
    }

    /** Money, in the digits of its currency. */
    public String amount(Amount amount) {
        return amount.shownTo(locale());
    }

    /** A day, in full. */
    public String day(LocalDate day) {
        return calendar.day(day, locale());
    }

    /** The day on which something was, in full. */
    public String dayOf(Date date) {
        return calendar.day(date, locale());
    }

    /** A file's size, given in bytes. */
    public String size(long bytes) {
        if (bytes < MEGABYTE) {
            return message("rtn.admin.size.kilobytes", Math.max(1, Math.round((double) bytes / KILOBYTE)));
        }
        return message("rtn.admin.size.megabytes", (double) bytes / MEGABYTE);
    }

    /** A language's name, as a heading. */
    public String language(Locale language) {
        String name = language.getDisplayName(locale());
        return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    public String reason(String code) {
        return choices.reasonLabel(code, locale());
    }

    public String refundType(String code) {
        return choices.refundTypeLabel(code, locale());
    }

    /** What shoppers are told of a status; null if that is nothing. */
    public String statusDescription(String status) {
        return settings.statusDescription(status, locale()).filter(text -> !text.isBlank()).orElse(null);
    }

    public List<FieldMessage> of(List<Objection> objections) {
        return objections.stream()
            .map(objection -> new FieldMessage(objection.field(), message(objection.code(), objection.argumentsFor(locale()))))
            .toList();
    }

    /** The same without the fields that they are to. */
    public List<String> texts(List<Objection> objections) {
        return of(objections).stream().map(FieldMessage::text).toList();
    }

    /** The merchant's language. */
    public Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
