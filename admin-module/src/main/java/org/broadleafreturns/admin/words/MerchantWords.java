package org.broadleafreturns.admin.words;

import java.text.DateFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.policy.Objection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says things in the language and time zone of the merchant whose request is being answered. */
public class MerchantWords {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final MessageSource messages;
    private final ReturnChoices choices;

    MerchantWords(MessageSource messages, ReturnChoices choices) {
        this.messages = messages;
        this.choices = choices;
    }

    public String message(String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale());
    }

    /** Date and time, readable and short. */
    public String date(Date date) {
        return moment(date, DateFormat.MEDIUM);
    }

    /** Date and time in digits, for a narrow column. */
    public String narrowDate(Date date) {
        return moment(date, DateFormat.SHORT);
    }

    private String moment(Date date, int dateStyle) {
        DateFormat format = DateFormat.getDateTimeInstance(dateStyle, DateFormat.SHORT, locale());
        format.setTimeZone(timeZone());
        return format.format(date);
    }

    /** A day, in full. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(day);
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

    public List<FieldMessage> of(List<Objection> objections) {
        return objections.stream()
            .map(objection -> new FieldMessage(objection.field(), message(objection.code(), objection.arguments().toArray())))
            .toList();
    }

    /** The merchant's language. */
    public Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static TimeZone timeZone() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        TimeZone zone = context == null ? null : context.getTimeZone();
        return zone == null ? TimeZone.getDefault() : zone;
    }
}
