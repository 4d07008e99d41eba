package org.broadleafreturns.site;

import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import org.broadleafcommerce.common.money.Money;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.refund.AmountWords;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.settings.Languages;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says things in the language in which the shopper reads the page. Public for the templates. */
public class ShopperWords {

    private final MessageSource messages;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;
    private final ShopCalendar calendar;

    ShopperWords(MessageSource messages, ReturnChoices choices, ReturnsSettings settings, ShopCalendar calendar) {
        this.messages = messages;
        this.choices = choices;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** The shop's day on which something was. */
    public String day(Date date) {
        return calendar.day(date, locale());
    }

    LocalDate dayOf(Date moment) {
        return calendar.dayOf(moment);
    }

    /** A day of the shop's calendar. */
    public String day(LocalDate day) {
        return calendar.day(day, locale());
    }

    /** Day, time and zone. */
    public String moment(Date date) {
        return calendar.moment(date, locale());
    }

    public String amount(Money amount) {
        return AmountWords.of(amount, locale());
    }

    public String reason(String code) {
        return choices.reasonLabel(code, locale());
    }

    public String refundType(String code) {
        return choices.refundTypeLabel(code, locale());
    }

    /** Whether to wait in that status, or what to do; null if the merchant says nothing. */
    public String description(ReturnStatus status) {
        return settings.statusDescription(status.name(), locale()).filter(text -> !text.isBlank()).orElse(null);
    }

    /**
     * The same of a return's own status; null also where it is otherwise: what was sent need not be sent any more, nor kept, whoever has
     * withdrawn keeps nothing until they hear of it, and what has not come is not here.
     */
    public String said(ReturnView shown) {
        boolean sent = shown.stated().sentOn() != null
            && (shown.status() == ReturnStatus.REQUESTED || shown.status() == ReturnStatus.LABEL_SENT);
        boolean withdrawn = shown.stated().isWithdrawal()
            && (shown.status() == ReturnStatus.REQUESTED || shown.status() == ReturnStatus.CANCELLED);
        return sent || withdrawn || shown.isWithoutGoods() ? null : description(shown.status());
    }

    /**
     * The language of what merchants have written for readers of any language, as it is said in a page; null if it is this reader's
     * own, in which the whole page is.
     */
    public String merchantsLanguage() {
        return foreign(Languages.nearest(locale(), settings.languages(), settings.defaultLanguage()));
    }

    /** The same of {@link #description}; where merchants have written nothing, the module's own words are in the reader's language. */
    public String descriptionLanguage(ReturnStatus status) {
        String said = description(status);
        Locale written = Languages.nearest(locale(), settings.languages(), settings.defaultLanguage());
        return said != null && settings.statusDescription(status.name(), written).filter(said::equals).isPresent() ? foreign(written) : null;
    }

    /** How a page says that a text is in another language than the page is; null if it is in the same. */
    public String foreign(Locale language) {
        return language == null || language.getLanguage().equals(locale().getLanguage()) ? null : language.toLanguageTag();
    }

    /** What a page is called that may tell of something wrong: whoever hears the page's title hears of that first. */
    String formTitle(String code, boolean wrong) {
        return wrong ? title("rtn.site.errorTitle", title(code)) : title(code);
    }

    /** What a page is called in the browser's tab and by screen readers. */
    String title(String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale());
    }

    String of(Objection objection) {
        return messages.getMessage(objection.code(), objection.argumentsFor(locale()), locale());
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
