package org.broadleafreturns.site;

import java.text.DateFormat;
import java.util.Date;
import java.util.Locale;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.policy.Objection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says things in the language in which the shopper reads the page. Public for the templates. */
public class ShopperWords {

    private final MessageSource messages;
    private final ReturnChoices choices;

    ShopperWords(MessageSource messages, ReturnChoices choices) {
        this.messages = messages;
        this.choices = choices;
    }

    /** A date without time. */
    public String day(Date date) {
        return DateFormat.getDateInstance(DateFormat.LONG, locale()).format(date);
    }

    /** A date with time. */
    public String moment(Date date) {
        return DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale()).format(date);
    }

    public String reason(String code) {
        return choices.reasonLabel(code, locale());
    }

    public String refundType(String code) {
        return choices.refundTypeLabel(code, locale());
    }

    String of(Objection objection) {
        return messages.getMessage(objection.code(), objection.arguments().toArray(), locale());
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
