package org.broadleafreturns.site.withdrawal;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.broadleafreturns.core.withdrawal.WithdrawalContent;
import org.broadleafreturns.core.withdrawal.WithdrawalMoment;
import org.broadleafreturns.core.withdrawal.WithdrawalWords;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A statement as the shopper reads it. Public for the templates.
 *
 * @param all whether it is about the whole order
 * @param articles one text an article
 */
public record ShownStatement(String sentence, String order, boolean all, List<String> articles, String name, String email) {

    /** Says things in the language in which the shopper reads the page. */
    record Words(WithdrawalWords words, ShopCalendar calendar, MessageSource messages) {

        ShownStatement of(WithdrawalContent content) {
            return of(content, words.sentence(locale()));
        }

        ShownStatement of(WithdrawalContent content, String sentence) {
            return new ShownStatement(sentence, content.order(), content.isOfAll(), words.articles(content, locale()), content.name(),
                content.email());
        }

        String moment(WithdrawalMoment moment) {
            return moment.said(locale());
        }

        String zone(WithdrawalMoment moment) {
            return moment.zone(locale());
        }

        String day(LocalDate day) {
            return calendar.day(day, locale());
        }

        String day(Date moment) {
            return calendar.day(moment, locale());
        }

        String message(String code, Object... arguments) {
            return messages.getMessage(code, arguments, locale());
        }

        static Locale locale() {
            return LocaleContextHolder.getLocale();
        }
    }
}
